/** Getting a payer to Stripe's hosted page, or charging their saved card; one attempt at a time. */
@NullMarked
package io.anteroom.payments.checkout;

import org.jspecify.annotations.NullMarked;
