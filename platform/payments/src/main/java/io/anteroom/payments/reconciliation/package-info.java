/**
 * Compares the clinic's money with Stripe's: every movement of the balance there is read, what only Stripe knows of (fees,
 * payouts, disputes) is posted, and whatever differs is named.
 */
@NullMarked
package io.anteroom.payments.reconciliation;

import org.jspecify.annotations.NullMarked;
