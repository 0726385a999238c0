package io.anteroom.payments.reconciliation;

import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;

/** What staff see of the comparison with Stripe: what differs, what was paid out, and what is disputed. */
public final class MoneyCheck {

    private static final int PARTS = 500;

    private final CheckStore checks;
    private final DifferenceStore differences;
    private final PayoutStore payouts;
    private final DisputeStore disputes;
    private final WorkQueue work;
    private final TransactionTemplate transaction;
    private final TransactionTemplate reading;
    private final Clock clock;

    MoneyCheck(
            CheckStore checks,
            DifferenceStore differences,
            PayoutStore payouts,
            DisputeStore disputes,
            WorkQueue work,
            TransactionTemplate transaction,
            Clock clock) {
        this.checks = checks;
        this.differences = differences;
        this.payouts = payouts;
        this.disputes = disputes;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
        this.reading = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        this.reading.setReadOnly(true);
    }

    /**
     * Has everything compared, as soon as the worker can; in the caller's transaction, if there is one.
     *
     * @param by who asks, as shown to staff
     * @return false if a comparison that somebody asked for is under way
     */
    public boolean compareSoon(String by) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            boolean free = checks.ask(by, now());
            if (free) {
                work.add(StripeCheckWork.KIND, StripeCheckWork.NOW);
            }
            return free;
        }));
    }

    /** How the comparison stands; one statement. */
    public CheckProgress progress() {
        return read(checks::progress);
    }

    /** What differs now and was not set aside: what weighs most first, and of one kind the newest. */
    public List<Difference> differences() {
        return read(() -> differences.open(false));
    }

    /** What differs and was set aside, in the same order. */
    public List<Difference> setAside() {
        return read(() -> differences.open(true));
    }

    /** One that is still there. */
    public Optional<Difference> difference(DifferenceKind kind, String reference) {
        return read(() -> differences.find(kind, reference));
    }

    /**
     * Lets a difference be until it changes; in the caller's transaction, if there is one.
     *
     * @param seen as it was read
     * @param by who does so, as shown to staff
     * @param reason why, 1 to 500 characters
     * @return false if it is gone, says something else by now, or was set aside before
     */
    public boolean setAside(Difference seen, String by, String reason) {
        return Boolean.TRUE.equals(
                transaction.execute(_ -> differences.setAside(seen, new Difference.SetAside(now(), by, reason))));
    }

    /**
     * Has a difference that was set aside among the others again; in the caller's transaction, if there is one.
     *
     * @return false if it was not set aside, or is gone
     */
    public boolean bringBack(DifferenceKind kind, String reference) {
        return Boolean.TRUE.equals(transaction.execute(_ -> differences.bringBack(kind, reference)));
    }

    /**
     * Payouts, those that arrive last first.
     *
     * @param page from 1
     */
    public List<Payout> payouts(int page, int size) {
        return read(() -> payouts.some((page - 1L) * size, size));
    }

    /** How many there are. */
    public long payoutCount() {
        return read(payouts::count);
    }

    /** What a payout is made of, by kind of movement. */
    public List<Payout.Sum> sums(String payout) {
        return read(() -> payouts.sums(payout));
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

    /** Whether these are as many as are read at a time, so that there may be more. */
    public static boolean isFullPage(List<PayoutPart> parts) {
        return parts.size() == PARTS;
    }

    /** Whether the payout is made of more than has been seen up to this part. */
    public boolean hasPartsAfter(String payout, PayoutPart last) {
        return !read(() -> payouts.parts(payout, last.id(), 1)).isEmpty();
    }

    /** How many disputes wait for the clinic's answer; one statement. */
    public Dispute.ToAnswer disputesToAnswer() {
        return read(disputes::toAnswer);
    }

    /** Disputes: those that have to be answered first, by their deadline. */
    public List<Dispute> disputes() {
        return read(disputes::newest);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private <T> T read(Supplier<T> question) {
        return Objects.requireNonNull(reading.execute(_ -> question.get()));
    }
}
