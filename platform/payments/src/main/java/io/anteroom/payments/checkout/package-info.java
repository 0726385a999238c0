/** Getting a payer to Stripe's hosted page, to one at a time. */
@NullMarked
package io.anteroom.payments.checkout;

import org.jspecify.annotations.NullMarked;
