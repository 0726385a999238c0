/**
 * The clinic's ledger: double entry, in minor units, append-only. Whoever records what happened to money posts it here in the
 * same transaction; a balance is a sum.
 */
@NullMarked
package io.anteroom.payments.ledger;

import org.jspecify.annotations.NullMarked;
