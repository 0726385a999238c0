/** Signing up, as people, programs and mail scanners do it. */
@NullMarked
package io.anteroom.controlplane.signup;

import org.jspecify.annotations.NullMarked;
