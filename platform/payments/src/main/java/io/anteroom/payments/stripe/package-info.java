/** How Stripe is asked: outside transactions, measured, with an answer for "it happened but nobody knows". */
@NullMarked
package io.anteroom.payments.stripe;

import org.jspecify.annotations.NullMarked;
