/**
 * The clinic's money as its staff see it: every payment, what payouts, disputes and differences from Stripe are about, and the
 * ledger. Whoever calls has asked for {@code CHECK_MONEY}.
 */
@NullMarked
package io.anteroom.clinic.billing.money;

import org.jspecify.annotations.NullMarked;
