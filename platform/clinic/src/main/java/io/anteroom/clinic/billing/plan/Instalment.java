package io.anteroom.clinic.billing.plan;

import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One part of a plan.
 *
 * @param number counted from 1
 * @param amount at most so much is charged
 * @param tries how often it was tried, ever
 * @param refusals how often the bank has refused it since it was last accepted
 * @param nextAt when it is charged, or asked after, next
 * @param noticed whether the payer was told that it is near
 * @param attempt begun, and its end not known, or null
 * @param asked how much that asks for, or null
 * @param payment what paid it, or null
 * @param paid how much that was, or null
 */
public record Instalment(
        int number,
        LocalDate day,
        Money amount,
        InstalmentState state,
        int tries,
        int refusals,
        Instant nextAt,
        boolean noticed,
        @Nullable PaymentId attempt,
        @Nullable Money asked,
        @Nullable PaymentId payment,
        @Nullable Money paid) {

    /** Whether it is still to be paid. */
    public boolean isOpen() {
        return state == InstalmentState.DUE || state == InstalmentState.FAILED;
    }

    /** Whether it is being charged at this moment, or that isn't known. */
    public boolean isUnderWay() {
        return attempt != null;
    }
}
