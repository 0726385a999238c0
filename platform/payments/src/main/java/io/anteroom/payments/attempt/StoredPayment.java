package io.anteroom.payments.attempt;

import io.anteroom.payments.Money;
import io.anteroom.payments.PayablePart;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.Payables.Allocation;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.PaymentState;
import io.anteroom.payments.card.CardId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment's row: what was asked for, which never changes, and how it stands.
 *
 * @param session the payment page at Stripe, once known
 */
public record StoredPayment(
        PaymentId id,
        Order order,
        Standing standing,
        @Nullable Page session) {

    /**
     * What was asked of Stripe; sent again to the letter, so that the idempotency key holds.
     *
     * @param account the connected account that is paid
     * @param expiresAt when the page closes, or a charge that is not over is called off
     * @param saved the card that is charged, or null where it is paid on a page
     * @param parts what is paid, where that is several things; always the same of one payable, and written down with the attempt
     */
    public record Order(
            PayableRef payable,
            Money amount,
            String description,
            @Nullable String payerEmail,
            String locale,
            String paidUrl,
            String leftUrl,
            String account,
            Instant expiresAt,
            @Nullable Saved saved,
            List<PayablePart> parts) {

        /** Keeps its own copy. */
        public Order {
            parts = List.copyOf(parts);
        }

        /** Of one thing. */
        public Order(
                PayableRef payable,
                Money amount,
                String description,
                @Nullable String payerEmail,
                String locale,
                String paidUrl,
                String leftUrl,
                String account,
                Instant expiresAt,
                @Nullable Saved saved) {
            this(
                    payable,
                    amount,
                    description,
                    payerEmail,
                    locale,
                    paidUrl,
                    leftUrl,
                    account,
                    expiresAt,
                    saved,
                    List.of());
        }

        /** Whether a card is charged while its owner is away. */
        boolean isAway() {
            return saved != null && saved.consent() != null;
        }

        /** Whether the page opened for the other can be used for this: same payer, same amount, same way back. */
        public boolean isServedBy(Order other) {
            return payable.equals(other.payable)
                    && amount.equals(other.amount)
                    && String.valueOf(payerEmail).equals(String.valueOf(other.payerEmail))
                    && locale.equals(other.locale)
                    && paidUrl.equals(other.paidUrl)
                    && leftUrl.equals(other.leftUrl)
                    && account.equals(other.account)
                    && Objects.equals(saved, other.saved);
        }
    }

    /**
     * A saved card, by our id and by Stripe's of the customer and the payment method.
     *
     * @param consent by which it is charged while its owner is away, or null where they are there
     */
    public record Saved(
            CardId card,
            String customer,
            String method,
            @Nullable UUID consent) {

        /** The same, charged by that consent. */
        public Saved by(UUID given) {
            return new Saved(card, customer, method, given);
        }
    }

    /**
     * How it stands; see {@link Payment} for the meaning of each.
     *
     * @param failure the bank's reason, or ours where the attempt was given up and no payment intent was ever read
     * @param refundChanges how many times what was given back of it has changed
     */
    public record Standing(
            PaymentState state,
            @Nullable Allocation allocation,
            @Nullable String failure,
            @Nullable String card,
            Instant createdAt,
            @Nullable Instant settledAt,
            long refundedMinor,
            @Nullable String intent,
            @Nullable Instant giveBackAt,
            int giveBackRefusals,
            int refundChanges) {}

    /** The payment page; of a saved card the payment intent, and the bank's page where it wants the person. */
    public record Page(String id, @Nullable String url) {}

    /** Whether all that is left of it is to be given back, and that hasn't happened yet. */
    public boolean isToBeGivenBack() {
        return standing.giveBackAt() != null
                && state() == PaymentState.SUCCEEDED
                && standing.refundedMinor() < order.amount().minor();
    }

    /** Where it is. */
    public PaymentState state() {
        return standing.state();
    }

    /** The bank's reason. Ours for giving an attempt up, such as {@code superseded}, are nobody's no: no intent was ever read. */
    private @Nullable String declined() {
        return standing.intent() == null ? null : standing.failure();
    }

    /** What other modules see of it. */
    public Payment shown() {
        return new Payment(
                id,
                order.payable(),
                order.amount(),
                standing.state(),
                standing.allocation(),
                declined(),
                standing.createdAt(),
                standing.settledAt(),
                standing.card(),
                standing.refundedMinor(),
                isToBeGivenBack());
    }
}
