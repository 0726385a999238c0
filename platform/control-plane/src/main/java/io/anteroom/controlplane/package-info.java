/**
 * What each role takes from the control plane: {@link io.anteroom.controlplane.SignUpConfiguration} for the base host's
 * pages, {@link io.anteroom.controlplane.ProvisioningConfiguration} for the worker.
 */
@NullMarked
package io.anteroom.controlplane;

import org.jspecify.annotations.NullMarked;
