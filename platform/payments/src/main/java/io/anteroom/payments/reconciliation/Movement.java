package io.anteroom.payments.reconciliation;

import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentId;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A movement of the balance at Stripe, in our words.
 *
 * @param category what it was, as Stripe's reports name it: {@code charge}, {@code refund}, {@code payout} ...
 * @param amount what came (positive) or went, before the fee
 * @param fee what Stripe kept; negative where a fee came back
 * @param source the object that moved it
 * @param intent the payment intent it belongs to, if any
 * @param carried our payment's id, where the object carries it
 * @param payout the payout that it is, if it is one
 * @param dispute the dispute that it belongs to, if any
 */
record Movement(
        String id,
        String type,
        String category,
        Money amount,
        Money fee,
        @Nullable String source,
        @Nullable String intent,
        @Nullable PaymentId carried,
        Instant at,
        @Nullable PayoutSeen payout,
        @Nullable DisputeSeen dispute) {

    /** One of which only can be said that it is there; its amount is in no sum. */
    static Movement unread(String id, String type, Currency currency, Instant at) {
        Money nothing = Money.zero(currency);
        return new Movement(id, type, "unread", nothing, nothing, null, null, null, at, null, null);
    }

    /** Whether payments record it themselves, so that here only its fee is new. */
    boolean isOfPayments() {
        return isCharge() || category.equals("refund") || category.equals("refund_failure");
    }

    boolean isCharge() {
        return category.equals("charge");
    }

    boolean isOfDispute() {
        return category.equals("dispute") || category.equals("dispute_reversal");
    }

    boolean isOfPayout() {
        return category.equals("payout") || category.equals("payout_reversal");
    }

    /** What Stripe keeps, by whatever name: tax on its fees, and what the networks of cards take, are movements of their own. */
    boolean isFee() {
        return category.equals("fee") || category.equals("tax") || category.equals("network_cost");
    }
}
