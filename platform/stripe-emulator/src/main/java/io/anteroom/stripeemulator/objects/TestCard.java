package io.anteroom.stripeemulator.objects;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stripe's published test cards, and what each does. */
public enum TestCard {
    /** Succeeds. */
    VISA("4242424242424242", "visa", "Succeeds", Check.NEVER, null, After.NOTHING, "visa"),
    /** Succeeds. */
    MASTERCARD("5555555555554444", "mastercard", "Succeeds", Check.NEVER, null, After.NOTHING, "mastercard"),
    /** Declined: too little money. */
    INSUFFICIENT_FUNDS(
            "4000000000009995",
            "Declined: not enough money",
            Declines.FUNDS,
            "chargeDeclinedInsufficientFunds",
            "visa_chargeDeclinedInsufficientFunds"),
    /** Declined without a reason. */
    DECLINED(
            "4000000000000002", "Declined: no reason given", Declines.GENERIC, "chargeDeclined", "visa_chargeDeclined"),
    /** Declined: reported lost. */
    LOST("4000000000009987", "Declined: lost card", Declines.LOST, "visa_chargeDeclinedLostCard"),
    /** Declined: reported stolen. */
    STOLEN("4000000000009979", "Declined: stolen card", Declines.STOLEN, "visa_chargeDeclinedStolenCard"),
    /** Declined: too old. */
    EXPIRED("4000000000000069", "Declined: expired card", Declines.EXPIRED, "chargeDeclinedExpiredCard"),
    /** Declined: wrong security code. */
    WRONG_CVC("4000000000000127", "Declined: wrong security code", Declines.CVC, "chargeDeclinedIncorrectCvc"),
    /** Declined: something broke on the way. */
    PROCESSING_ERROR(
            "4000000000000119", "Declined: processing error", Declines.PROCESSING, "chargeDeclinedProcessingError"),
    /** Declined: used too often. */
    TOO_OFTEN(
            "4000000000006975",
            "Declined: used too often",
            Declines.TOO_OFTEN,
            "visa_chargeDeclinedVelocityLimitExceeded"),
    /** Blocked as fraud before the bank is asked. */
    BLOCKED("4100000000000019", "Declined: blocked as fraud", Declines.BLOCKED, "radarBlock"),
    /** Declined whenever charged, though it can be attached to a customer. */
    ATTACHES_THEN_DECLINES("4000000000000341", "Can be saved, then declines", Declines.GENERIC, "chargeCustomerFail"),
    /** The bank wants to see the person whenever they are there, and off session unless it was set up. */
    CHECK_UNLESS_SET_UP(
            "4000002500003155",
            "visa",
            "Bank asks who you are",
            Check.UNLESS_SET_UP,
            null,
            After.NOTHING,
            "authenticationRequiredOnSetup"),
    /** As if set up elsewhere: the bank asks whenever the person is there, and never off session. */
    CHECK_ON_SESSION(
            "4000003800000446",
            "visa",
            "Bank asks, but never off session",
            Check.ON_SESSION,
            null,
            After.NOTHING,
            "authenticationRequiredSetupForOffSession"),
    /** The bank always wants to check the person. */
    CHECK_ALWAYS(
            "4000002760003184",
            "visa",
            "Bank always asks who you are",
            Check.ALWAYS,
            null,
            After.NOTHING,
            "authenticationRequired"),
    /** The bank always checks the person, and then there is too little money. */
    CHECK_THEN_INSUFFICIENT_FUNDS(
            "4000008260003178",
            "visa",
            "Bank asks, then not enough money",
            Check.ALWAYS,
            Declines.FUNDS,
            After.NOTHING,
            "authenticationRequiredChargeDeclinedInsufficientFunds"),
    /** The bank checks the person, and then declines. */
    CHECK_THEN_DECLINED(
            "4000008400001629",
            "visa",
            "Bank asks, then declines",
            Check.ALWAYS,
            Declines.GENERIC,
            After.NOTHING,
            "threeDSecureRequiredChargeDeclined"),
    /** Succeeds, and is then disputed as fraud. */
    DISPUTED_AS_FRAUD(
            "4000000000000259", "visa", "Disputed later: fraud", Check.NEVER, null, After.FRAUD, "createDispute"),
    /** Succeeds, and is then disputed as not received. */
    DISPUTED_AS_NOT_RECEIVED(
            "4000000000002685",
            "visa",
            "Disputed later: not received",
            Check.NEVER,
            null,
            After.NOT_RECEIVED,
            "createDisputeProductNotReceived"),
    /** Succeeds, and the bank then asks about it. */
    INQUIRY(
            "4000000000001976",
            "visa",
            "Bank inquires later",
            Check.NEVER,
            null,
            After.INQUIRY,
            "createDisputeInquiry"),
    /** Succeeds; a refund is pending for a day. */
    REFUND_PENDING(
            "4000000000007726", "visa", "Refunds take a day", Check.NEVER, null, After.REFUND_PENDING, "pendingRefund"),
    /** Succeeds; a refund succeeds, and fails a day later. */
    REFUND_FAILS("4000000000005126", "visa", "Refunds fail later", Check.NEVER, null, After.REFUND_FAILS, "refundFail"),
    /** Succeeds, and the money can be paid out at once. */
    AT_ONCE("4000000000000077", "visa", "Money available at once", Check.NEVER, null, After.AVAILABLE, "bypassPending");

    private final String number;
    private final String brand;
    private final String label;
    private final Check check;
    private final @Nullable String code;
    private final @Nullable String declineCode;
    private final @Nullable String message;
    private final After after;
    private final String tokens;

    /**
     * Why a card is refused.
     *
     * @param code Stripe's error code
     * @param declineCode the bank's reason
     * @param message for the person
     */
    public record Decline(String code, String declineCode, String message) {}

    /** When the bank wants to see the person. */
    private enum Check {
        NEVER,
        UNLESS_SET_UP,
        ON_SESSION,
        ALWAYS
    }

    /** What follows a payment. */
    enum After {
        NOTHING,
        FRAUD,
        NOT_RECEIVED,
        INQUIRY,
        REFUND_PENDING,
        REFUND_FAILS,
        AVAILABLE
    }

    /** A Visa card that is declined without any check. */
    TestCard(String number, String label, Decline decline, String... tokens) {
        this(number, "visa", label, Check.NEVER, decline, After.NOTHING, tokens);
    }

    TestCard(
            String number,
            String brand,
            String label,
            Check check,
            @Nullable Decline decline,
            After after,
            String... tokens) {
        this.number = number;
        this.brand = brand;
        this.label = label;
        this.check = check;
        this.code = decline == null ? null : decline.code();
        this.declineCode = decline == null ? null : decline.declineCode();
        this.message = decline == null ? null : decline.message();
        this.after = after;
        this.tokens = String.join(" ", tokens);
    }

    /** The test card of that number, spaces allowed. */
    public static Optional<TestCard> byNumber(String typed) {
        String number = typed.replaceAll("[\\s-]", "");
        return Arrays.stream(values())
                .filter(card -> card.number.equals(number))
                .findFirst();
    }

    /** The test card that Stripe knows by that name: {@code pm_card_visa}, {@code tok_visa}. */
    static Optional<TestCard> byToken(String token) {
        String name = token.startsWith("pm_card_")
                ? token.substring("pm_card_".length())
                : token.startsWith("tok_") ? token.substring("tok_".length()) : "";
        return Arrays.stream(values())
                .filter(card -> card.names().contains(name))
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

    /** The payment method that stands for it in requests: {@code pm_card_visa}. */
    public String token() {
        return "pm_card_" + names().getFirst();
    }

    private List<String> names() {
        return List.of(tokens.split(" ", -1));
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

    /** Why it cannot even be saved, or nothing if it can. Cards whose bank asks are only refused when charged. */
    Optional<Decline> declineToSave() {
        return this == ATTACHES_THEN_DECLINES || check != Check.NEVER ? Optional.empty() : decline();
    }

    /** Whether the bank wants to see the person when it is charged. */
    boolean asksTheBank(boolean offSession, boolean setUp) {
        return switch (check) {
            case NEVER -> false;
            case UNLESS_SET_UP -> !offSession || !setUp;
            case ON_SESSION -> !offSession;
            case ALWAYS -> true;
        };
    }

    /** Whether the bank wants to see the person when it is saved. */
    boolean asksTheBankToSave() {
        return check != Check.NEVER;
    }

    After after() {
        return after;
    }
}
