/** Tests of finding one's clinic. */
@NullMarked
package io.anteroom.controlplane.finding;

import org.jspecify.annotations.NullMarked;
