package io.anteroom.payments.reconciliation;

import io.anteroom.tenancy.work.WorkQueue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;

/** What staff see of the comparison with Stripe: what differs, what was paid out, and what is disputed. */
public final class MoneyCheck {

    private static final int PARTS = 500;

    private final MovementStore movements;
    private final DifferenceStore differences;
    private final PayoutStore payouts;
    private final DisputeStore disputes;
    private final WorkQueue work;
    private final TransactionTemplate transaction;
    private final TransactionTemplate reading;

    MoneyCheck(
            MovementStore movements,
            DifferenceStore differences,
            PayoutStore payouts,
            DisputeStore disputes,
            WorkQueue work,
            TransactionTemplate transaction) {
        this.movements = movements;
        this.differences = differences;
        this.payouts = payouts;
        this.disputes = disputes;
        this.work = work;
        this.transaction = transaction;
        this.reading = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        this.reading.setReadOnly(true);
    }

    /** Has everything compared, as soon as the worker can. */
    public void compareSoon() {
        transaction.executeWithoutResult(_ -> work.add(StripeCheckWork.KIND, StripeCheckWork.NOW));
    }

    /** When everything that Stripe had was last read; nothing if that never was. */
    public Optional<Instant> comparedAt() {
        return read(movements::completedAt);
    }

    /** What differs now, the oldest first. */
    public List<Difference> differences() {
        return read(differences::open);
    }

    /** What arrives, or arrived, at the bank on these days, the newest first. */
    public List<Payout> payouts(LocalDate from, LocalDate until) {
        return read(() -> payouts.between(from, until));
    }

    /** One payout. */
    public Optional<Payout> payout(String id) {
        return read(() -> payouts.find(id));
    }

    /**
     * What a payout is made of, up to five hundred parts.
     *
     * @param after the last part that was seen, or empty
     */
    public List<PayoutPart> parts(String payout, String after) {
        return read(() -> payouts.parts(payout, after, PARTS));
    }

    /** Disputes: those that have to be answered first. */
    public List<Dispute> disputes() {
        return read(disputes::newest);
    }

    private <T> T read(Supplier<T> question) {
        return Objects.requireNonNull(reading.execute(_ -> question.get()));
    }
}
