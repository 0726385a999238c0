/**
 * A stateful look-alike of the part of Stripe that Anteroom uses, for the demo and the tests. It stands on the JDK's
 * HTTP
 * server, answers as API version {@code 2026-07-29.dahlia} does, and refuses what it does not know.
 *
 * <p>{@link io.anteroom.stripeemulator.StripeEmulator#start} runs one inside any JVM; {@link
 * io.anteroom.stripeemulator.Main} runs one by itself. No money moves, and no card that is not one of Stripe's
 * published
 * test cards is ever accepted.
 */
@NullMarked
package io.anteroom.stripeemulator;

import org.jspecify.annotations.NullMarked;
