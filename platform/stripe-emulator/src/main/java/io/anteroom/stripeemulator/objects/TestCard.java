package io.anteroom.stripeemulator.objects;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stripe's published test cards, and what each does. */
public enum TestCard {
    /** Succeeds. */
    VISA("4242424242424242", "visa", "Succeeds"),
    /** Succeeds. */
    MASTERCARD("5555555555554444", "mastercard", "Succeeds"),
    /** Declined: too little money. */
    INSUFFICIENT_FUNDS(
            "4000000000009995",
            "visa",
            "Declined: not enough money",
            "card_declined",
            "insufficient_funds",
            "Your card has insufficient funds."),
    /** Declined without a reason. */
    DECLINED(
            "4000000000000002",
            "visa",
            "Declined: no reason given",
            "card_declined",
            "generic_decline",
            "Your card was declined."),
    /** Declined: too old. */
    EXPIRED(
            "4000000000000069",
            "visa",
            "Declined: expired card",
            "expired_card",
            "expired_card",
            "Your card has expired."),
    /** Declined: wrong security code. */
    WRONG_CVC(
            "4000000000000127",
            "visa",
            "Declined: wrong security code",
            "incorrect_cvc",
            "incorrect_cvc",
            "Your card's security code is incorrect."),
    /** Declined whenever charged, though it can be attached to a customer. */
    ATTACHES_THEN_DECLINES(
            "4000000000000341",
            "visa",
            "Can be saved, then declines",
            "card_declined",
            "generic_decline",
            "Your card was declined."),
    /** The bank wants to check the person, unless set up before. */
    CHECK_UNLESS_SET_UP("4000002500003155", "visa", "Bank asks who you are"),
    /** The bank always wants to check the person. */
    CHECK_ALWAYS("4000002760003184", "visa", "Bank always asks who you are"),
    /** The bank checks the person, and then declines. */
    CHECK_THEN_DECLINED(
            "4000008400001629",
            "visa",
            "Bank asks, then declines",
            "card_declined",
            "generic_decline",
            "Your card was declined.");

    private final String number;
    private final String brand;
    private final String label;
    private final @Nullable String code;
    private final @Nullable String declineCode;
    private final @Nullable String message;

    /**
     * Why a card is refused.
     *
     * @param code Stripe's error code
     * @param declineCode the bank's reason
     * @param message for the person
     */
    public record Decline(String code, String declineCode, String message) {}

    TestCard(String number, String brand, String label) {
        this(number, brand, label, null, null, null);
    }

    TestCard(
            String number,
            String brand,
            String label,
            @Nullable String code,
            @Nullable String declineCode,
            @Nullable String message) {
        this.number = number;
        this.brand = brand;
        this.label = label;
        this.code = code;
        this.declineCode = declineCode;
        this.message = message;
    }

    /** The test card of that number, spaces allowed. */
    public static Optional<TestCard> byNumber(String typed) {
        String number = typed.replaceAll("[\\s-]", "");
        return Arrays.stream(values())
                .filter(card -> card.number.equals(number))
                .findFirst();
    }

    /** Sixteen digits. */
    public String number() {
        return number;
    }

    /** In groups of four. */
    public String spaced() {
        return number.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** What it does, in a few words. */
    public String label() {
        return label;
    }

    String brand() {
        return brand;
    }

    String last4() {
        return number.substring(12);
    }

    /** Why it is refused in the end, or nothing if it is not. */
    Optional<Decline> decline() {
        return code == null || declineCode == null || message == null
                ? Optional.empty()
                : Optional.of(new Decline(code, declineCode, message));
    }

    boolean asksTheBank() {
        return this == CHECK_UNLESS_SET_UP || this == CHECK_ALWAYS || this == CHECK_THEN_DECLINED;
    }
}
