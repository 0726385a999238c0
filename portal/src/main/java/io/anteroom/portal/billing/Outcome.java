package io.anteroom.portal.billing;

import io.anteroom.payments.Payment;

/** What a try to pay came to, as its payer is told. */
public enum Outcome {
    /** The money has arrived. */
    PAID("Thank you, your payment has arrived"),
    /** The money has arrived, but there was nothing left to pay. */
    TOO_MUCH("Your payment arrived, but this invoice was settled already"),
    /** The money arrived, and the clinic has given it back. */
    GIVEN_BACK("Your payment was given back"),
    /** The bank takes its time. */
    PROCESSING("Your payment is being processed"),
    /** Back from the card page, and the answer is not there yet. */
    CHECKING("We are checking your payment"),
    /** The bank said no; another card may do. */
    DECLINED("Your payment did not go through"),
    /** Turned back without paying, or waited too long. */
    LEFT("You have not paid");

    private final String title;

    Outcome(String title) {
        this.title = title;
    }

    static Outcome of(Payment payment, boolean left) {
        boolean declined = payment.failureCode().isPresent();
        return switch (payment.state()) {
            case SUCCEEDED -> payment.isRefunded() ? GIVEN_BACK : payment.needsAttention() ? TOO_MUCH : PAID;
            case PROCESSING -> PROCESSING;
            case CREATED, OPEN -> declined ? DECLINED : left ? LEFT : CHECKING;
            case FAILED -> DECLINED;
            case EXPIRED -> declined ? DECLINED : LEFT;
        };
    }

    /** The heading. */
    public String title() {
        return title;
    }

    /** Whether it is worth asking again by itself. */
    public boolean waits() {
        return this == PROCESSING || this == CHECKING;
    }

    /** Why, in plain words, for a code of the payment provider; never blames, and never tells more than the code does. */
    public static String reason(Payment payment) {
        return switch (payment.failureCode().orElse("")) {
            case "insufficient_funds" -> "There was not enough money available on the card.";
            case "expired_card" -> "The card has expired.";
            case "incorrect_cvc", "invalid_cvc" -> "The security code did not match the card.";
            case "incorrect_number", "invalid_number" -> "The card number was not right.";
            case "authentication_required", "payment_intent_authentication_failure" ->
                "Your bank could not confirm that it was you.";
            case "processing_error" -> "Something went wrong at the bank while the card was being processed.";
            default -> "Your bank declined the card. It did not tell us why; it may tell you.";
        };
    }
}
