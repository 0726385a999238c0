/** Tests of money and of payments, on the Stripe emulator and a real PostgreSQL. */
@NullMarked
package io.anteroom.payments.attempt;

import org.jspecify.annotations.NullMarked;
