package io.anteroom.payments.reconciliation;

import io.anteroom.payments.Money;
import io.anteroom.payments.ledger.EntryKind;
import io.anteroom.payments.ledger.Ledger;
import io.anteroom.payments.ledger.LedgerAccount;
import io.anteroom.payments.ledger.Posting;
import java.time.Instant;

/** What movements write into the ledger. What payments have posted already is not posted again; only its fee is. */
final class MovementPostings {

    private final Ledger ledger;

    MovementPostings(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * A movement was read for the first time.
     *
     * @param ours whether a payment of ours that has arrived is what it is about
     */
    void moved(Movement movement, boolean ours) {
        Money amount = movement.amount();
        boolean posted = ours && movement.isOfPayments();
        LedgerAccount other = other(movement);
        Posting posting = Posting.of("movement:" + movement.id(), kind(movement, posted), movement.at());
        if (!posted) {
            posting = posting.move(amount, other, LedgerAccount.STRIPE, null);
        }
        var _ = ledger.post(posting.move(movement.fee(), LedgerAccount.STRIPE, LedgerAccount.FEES, null));
    }

    /** What was unknown is a payment's, which has posted it. */
    void knownAfterAll(MovementStore.Known known) {
        var _ = ledger.post(Posting.of("movement-known:" + known.id(), EntryKind.KNOWN_AFTER_ALL, known.at())
                .move(Money.of(known.minor(), known.currency()), LedgerAccount.STRIPE, LedgerAccount.UNKNOWN, null));
    }

    /** A dispute was lost for good. */
    void lost(DisputeSeen dispute, Instant now) {
        var _ = ledger.post(Posting.of("dispute-lost:" + dispute.id(), EntryKind.DISPUTE_LOST, now)
                .move(dispute.amount(), LedgerAccount.DISPUTED, LedgerAccount.LOST, null));
    }

    private static LedgerAccount other(Movement movement) {
        if (movement.isOfDispute()) {
            return LedgerAccount.DISPUTED;
        }
        if (movement.isOfPayout()) {
            return LedgerAccount.BANK;
        }
        return movement.isFee() ? LedgerAccount.FEES : LedgerAccount.UNKNOWN;
    }

    private static EntryKind kind(Movement movement, boolean posted) {
        boolean came = movement.amount().isPositive();
        if (movement.isOfDispute()) {
            return came ? EntryKind.DISPUTE_WON : EntryKind.DISPUTE;
        }
        if (movement.isOfPayout()) {
            return came ? EntryKind.PAYOUT_FAILED : EntryKind.PAYOUT;
        }
        return posted || movement.isFee() ? EntryKind.FEE : EntryKind.UNKNOWN;
    }
}
