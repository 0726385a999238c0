/**
 * Money, and Stripe. Knows what can be paid only as a {@link io.anteroom.payments.PayableRef}; what that stands for, an
 * invoice say, is told through the port {@link io.anteroom.payments.Payables}.
 *
 * <p>{@link io.anteroom.payments.Payments} sends people to Stripe's hosted page and finds out what came of it; {@link
 * io.anteroom.payments.Onboarding} connects a clinic's own Stripe account. A card number never comes near this code.
 * Whatever the return page, a webhook or a job reports is only a hint: each ends in the one idempotent {@link
 * io.anteroom.payments.Payments#reconcile reconcile}, which asks Stripe itself.
 */
@NullMarked
package io.anteroom.payments;

import org.jspecify.annotations.NullMarked;
