/**
 * Passwords, where the clinic has switched them on: {@link io.anteroom.clinic.access.password.Passwords} sets, changes and
 * removes the one of an account, {@link io.anteroom.clinic.access.password.PasswordSignIn} signs in with it, {@link
 * io.anteroom.clinic.access.password.SecondStep} takes one that is asked for after a code. Docs: {@code
 * docs/passwords.md}.
 */
@NullMarked
package io.anteroom.clinic.access.password;

import org.jspecify.annotations.NullMarked;
