/**
 * Attempts at paying, one row each, and the one place that moves them: {@link io.anteroom.payments.attempt.Reconciler}, which
 * asks Stripe itself.
 */
@NullMarked
package io.anteroom.payments.attempt;

import org.jspecify.annotations.NullMarked;
