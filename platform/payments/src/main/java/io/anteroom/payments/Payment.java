package io.anteroom.payments;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to pay, as last heard of from Stripe.
 *
 * @param id its id
 * @param payable what it pays
 * @param amount how much, positive
 * @param state how far it has come
 * @param allocation for money that arrived: whether it counts towards the payable; otherwise null
 * @param failure why the bank said no to it, or to the last card, as a Stripe code like {@code insufficient_funds}; never free
 *     text, and null where no bank was asked
 * @param createdAt when it was begun
 * @param settledAt when the money arrived, by Stripe's clock, or null
 * @param card brand and last four digits of the card that paid, like {@code visa 4242}, or null
 * @param refundedMinor what of the money was given back, in minor units; 0 up to all of it
 * @param toBeGivenBack whether all that is left of it is on its way back
 */
public record Payment(
        PaymentId id,
        PayableRef payable,
        Money amount,
        PaymentState state,
        Payables.@Nullable Allocation allocation,
        @Nullable String failure,
        Instant createdAt,
        @Nullable Instant settledAt,
        @Nullable String card,
        long refundedMinor,
        boolean toBeGivenBack) {

    /** Whether the money has arrived. */
    public boolean hasSucceeded() {
        return state == PaymentState.SUCCEEDED;
    }

    /**
     * Whether the money arrived, but its payable could not take it, and it was not given back nor is on its way: that is for
     * the staff to do.
     */
    public boolean needsAttention() {
        return allocation == Payables.Allocation.UNALLOCATED && refundedMinor < amount.minor() && !toBeGivenBack;
    }

    /** Whether it failed since the bank wants to see the person, who was away: they can pay it themselves with the same card. */
    public boolean wantsThePerson() {
        return state == PaymentState.FAILED && "authentication_required".equals(failure);
    }

    /** What the clinic has given back of it. */
    public Money refunded() {
        return new Money(refundedMinor, amount.currency());
    }

    /** Whether all of it was given back. */
    public boolean isRefunded() {
        return refundedMinor == amount.minor();
    }

    /** What paid, in words for payers and staff: {@code Visa ending 4242}, {@code bank debit}, or {@code card} where no more is known. */
    public String paidBy() {
        if (card == null) {
            return "card";
        }
        return switch (card) {
            case "sepa_debit" -> "bank debit";
            case "link" -> "Link";
            default -> card.matches("[a-z_]+ [0-9]{4}") ? cardName(card) : "card";
        };
    }

    /** A card in words: {@code Visa ending 4242} for {@code visa 4242}. */
    public static String cardName(String card) {
        String brand = card.substring(0, card.length() - 5);
        String name = switch (brand) {
            case "amex" -> "American Express";
            case "mastercard" -> "Mastercard";
            case "jcb" -> "JCB";
            case "diners" -> "Diners Club";
            case "unionpay" -> "UnionPay";
            case "cartes_bancaires" -> "Cartes Bancaires";
            case "visa", "discover" -> Character.toUpperCase(brand.charAt(0)) + brand.substring(1);
            default -> "Card";
        };
        return name + " ending " + card.substring(card.length() - 4);
    }

    /** The bank's reason, if it said no. */
    public Optional<String> failureCode() {
        return Optional.ofNullable(failure);
    }
}
