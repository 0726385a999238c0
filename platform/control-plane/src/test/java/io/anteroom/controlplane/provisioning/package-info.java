/** The saga, killed wherever it can be. */
@NullMarked
package io.anteroom.controlplane.provisioning;

import org.jspecify.annotations.NullMarked;
