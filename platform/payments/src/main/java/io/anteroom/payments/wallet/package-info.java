/** Cards that payers save: the customer at Stripe, adding a card on Stripe's page, and what is known of each. */
@NullMarked
package io.anteroom.payments.wallet;

import org.jspecify.annotations.NullMarked;
