/**
 * Signing in with a code that is sent: {@link io.anteroom.clinic.access.signin.SignIns} takes the address and then the code,
 * and answers the same whether or not the clinic knows the address. Docs: {@code docs/signing-in.md}.
 */
@NullMarked
package io.anteroom.clinic.access.signin;

import org.jspecify.annotations.NullMarked;
