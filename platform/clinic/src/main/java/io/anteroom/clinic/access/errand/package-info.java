/**
 * What somebody signs in for besides signing in, such as accepting an invitation: each kind is a {@link
 * io.anteroom.clinic.access.errand.SignInErrand}, which signing in runs once the address is proved.
 */
@NullMarked
package io.anteroom.clinic.access.errand;

import org.jspecify.annotations.NullMarked;
