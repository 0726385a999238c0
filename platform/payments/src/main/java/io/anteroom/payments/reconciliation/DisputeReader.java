package io.anteroom.payments.reconciliation;

import io.anteroom.payments.stripe.StripeAnswer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads disputes from Stripe and keeps them; the money of one that is lost is posted as lost, once. */
final class DisputeReader {

    private final StripeBalance stripe;
    private final DisputeStore store;
    private final MovementPostings postings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DisputeReader(
            StripeBalance stripe,
            DisputeStore store,
            MovementPostings postings,
            TransactionTemplate transaction,
            Clock clock) {
        this.stripe = stripe;
        this.store = store;
        this.postings = postings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Keeps what was read of one; needs a transaction. */
    void keep(DisputeSeen dispute) {
        Instant now = clock.instant();
        store.save(dispute, now);
        if (store.status(dispute.id()).equals(Optional.of("lost"))) {
            postings.lost(dispute, now);
        }
    }

    /** Reads one; false where Stripe is silent. What it refuses it would refuse again. */
    boolean read(String account, String id) {
        return switch (stripe.dispute(account, id)) {
            case StripeAnswer.Given<DisputeSeen>(DisputeSeen dispute) -> {
                transaction.executeWithoutResult(_ -> keep(dispute));
                yield true;
            }
            case StripeAnswer.Refused<DisputeSeen> _ -> true;
            case StripeAnswer.Silent<DisputeSeen>() -> false;
        };
    }

    /** Reads those to which something may have happened, and those opened since. */
    void readAll(String account, @Nullable Instant since) {
        if (stripe.disputes(account, since) instanceof StripeAnswer.Given<List<DisputeSeen>>(List<DisputeSeen> found)) {
            found.forEach(each -> transaction.executeWithoutResult(_ -> keep(each)));
        }
        Objects.requireNonNull(transaction.execute(_ -> store.undecided())).forEach(id -> {
            var _ = read(account, id);
        });
    }
}
