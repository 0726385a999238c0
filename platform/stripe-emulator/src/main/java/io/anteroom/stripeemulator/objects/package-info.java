/** Stripe's objects as JSON, and what may happen to each: accounts, sessions, payment intents, charges, refunds, events. */
@NullMarked
package io.anteroom.stripeemulator.objects;

import org.jspecify.annotations.NullMarked;
