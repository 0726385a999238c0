/**
 * Who pays with what, as JSON, and what may happen to each: customers, payment methods, setup and payment intents, charges,
 * Checkout sessions, test cards.
 */
@NullMarked
package io.anteroom.stripeemulator.objects;

import org.jspecify.annotations.NullMarked;
