/** Tests of money and of payments, on the Stripe emulator and a real PostgreSQL. */
@NullMarked
package io.anteroom.payments;

import org.jspecify.annotations.NullMarked;
