package io.anteroom.clinic.billing.money;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which payments staff want to see.
 *
 * @param show the outcome
 * @param from on that day or later, or nothing
 * @param until on that day or before, or nothing
 * @param page from 1
 */
public record PaymentQuery(
        Outcome show, @Nullable LocalDate from, @Nullable LocalDate until, int page) {

    /** Rows on a page. */
    public static final int PAGE_SIZE = 50;

    /** What can have become of a payment. */
    public enum Outcome {
        /** Whatever became of it. */
        ALL("true"),
        /** The money has arrived. */
        ARRIVED("p.state = 'succeeded'"),
        /** Some of it was given back. */
        REFUNDED("p.refunded_minor > 0"),
        /** Some of what staff gave back did not arrive. */
        NOT_ARRIVED("p.id in (select r.payment_id from __tenant__.payment_refund r where r.state = 'failed')"),
        /** It arrived for nothing, and waits to be given back. */
        SURPLUS("p.allocation = 'unallocated' and p.give_back_at is null and p.refunded_minor + (select"
                + " coalesce(sum(r.amount_minor), 0) from __tenant__.payment_refund r"
                + " where r.payment_id = p.id and r.settled_at is not null) < p.amount_minor"),
        /** It was begun, or the bank takes its time. */
        UNDER_WAY("p.state in ('created', 'open', 'processing')"),
        /** The bank said no. */
        FAILED("p.state = 'failed'"),
        /** Whoever wanted to pay left. */
        LEFT("p.state = 'expired'");

        private final String condition;

        Outcome(String condition) {
            this.condition = condition;
        }

        String condition() {
            return condition;
        }
    }

    /** Refuses what is no page. */
    public PaymentQuery {
        if (page < 1) {
            throw new IllegalArgumentException("Not a page of payments");
        }
    }
}
