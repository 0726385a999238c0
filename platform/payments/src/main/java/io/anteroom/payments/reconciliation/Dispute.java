package io.anteroom.payments.reconciliation;

import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payer had their bank ask for money back.
 *
 * @param payment the payment it is about, if it is ours
 * @param reason as Stripe says: {@code fraudulent}, {@code product_not_received} ...
 * @param status as Stripe says: {@code needs_response}, {@code under_review}, {@code won}, {@code lost}, or the same with
 *     {@code warning_} in front while the bank only asks
 * @param answerBy until when the clinic has to answer, in its own Stripe account
 */
public record Dispute(
        String id,
        @Nullable PaymentId payment,
        Money amount,
        String reason,
        String status,
        @Nullable Instant answerBy,
        Instant openedAt) {

    /** Whether the clinic has to do something before the deadline. */
    public boolean needsAnswer() {
        return status.equals("needs_response") || status.equals("warning_needs_response");
    }

    /** Whether nothing more will happen to it. */
    public boolean isOver() {
        return isOver(status);
    }

    static boolean isOver(String status) {
        return switch (status) {
            case "won", "lost", "warning_closed", "prevented" -> true;
            default -> false;
        };
    }

    /**
     * Disputes that wait for the clinic's answer.
     *
     * @param count how many
     * @param first the first deadline, if Stripe named one
     */
    public record ToAnswer(int count, @Nullable Instant first) {

        /** None. */
        public static final ToAnswer NOTHING = new ToAnswer(0, null);
    }
}
