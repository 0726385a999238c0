/** Tests of what a clinic decides about signing in. */
@NullMarked
package io.anteroom.clinic.access.authentication;

import org.jspecify.annotations.NullMarked;
