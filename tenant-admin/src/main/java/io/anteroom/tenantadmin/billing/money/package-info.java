/** The clinic's money: payments, payouts, disputes, what differs from Stripe, and the ledger. */
@NullMarked
package io.anteroom.tenantadmin.billing.money;

import org.jspecify.annotations.NullMarked;
