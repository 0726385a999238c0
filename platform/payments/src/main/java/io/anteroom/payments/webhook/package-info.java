/** Stripe's events: verified, noted once, and taken as a hint to ask Stripe. */
@NullMarked
package io.anteroom.payments.webhook;

import org.jspecify.annotations.NullMarked;
