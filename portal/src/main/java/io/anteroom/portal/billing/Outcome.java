package io.anteroom.portal.billing;

import static io.anteroom.language.Say.say;

import io.anteroom.payments.Payment;
import io.anteroom.payments.card.CardAttempt;

/** What a try to pay came to, as its payer is told. */
public enum Outcome {
    /** The money has arrived. */
    PAID,
    /** The money has arrived, but it was more than was left to pay. */
    TOO_MUCH,
    /** The money arrived, and the clinic has given it back. */
    GIVEN_BACK,
    /** The bank takes its time. */
    PROCESSING,
    /** Back from the card page, and the answer is not there yet. */
    CHECKING,
    /** A saved card's bank wants to hear from the person first. */
    NEEDS_YOU,
    /** A try that ended before any bank was asked. */
    NOT_MADE,
    /** The bank said no; another card may do. */
    DECLINED,
    /** Turned back without paying, or waited too long. */
    LEFT;

    /** Of a payment with a saved card, which was charged by a click, and not on a page. */
    static Outcome of(Payment payment, CardAttempt attempt) {
        return switch (payment.state()) {
            case OPEN -> attempt.bank() == null ? CHECKING : NEEDS_YOU;
            case CREATED -> CHECKING;
            case EXPIRED -> payment.failureCode().isPresent() ? DECLINED : NOT_MADE;
            case PROCESSING, FAILED, SUCCEEDED -> of(payment, false);
        };
    }

    static Outcome of(Payment payment, boolean left) {
        boolean declined = payment.failureCode().isPresent();
        return switch (payment.state()) {
            case SUCCEEDED -> payment.isRefunded() ? GIVEN_BACK : payment.needsAttention() ? TOO_MUCH : PAID;
            case PROCESSING -> PROCESSING;
            case CREATED, OPEN -> declined ? DECLINED : left ? LEFT : CHECKING;
            case FAILED -> declined ? DECLINED : NOT_MADE;
            case EXPIRED -> declined ? DECLINED : LEFT;
        };
    }

    /** The heading. */
    public String title() {
        return switch (this) {
            case PAID -> say("Thank you, your payment has arrived");
            case TOO_MUCH -> say("Your payment arrived, but it was more than was left to pay");
            case GIVEN_BACK -> say("Your payment was given back");
            case PROCESSING -> say("Your payment is being processed");
            case CHECKING -> say("We are checking your payment");
            case NEEDS_YOU -> say("Your bank wants you to confirm");
            case NOT_MADE -> say("Your payment was not made");
            case DECLINED -> say("Your payment did not go through");
            case LEFT -> say("You have not paid");
        };
    }

    /** Whether it is worth asking again by itself. */
    public boolean waits() {
        return this == PROCESSING || this == CHECKING;
    }

    /** Why, in plain words, for a code of the payment provider; never blames, and never tells more than the code does. */
    public static String reason(Payment payment) {
        return switch (payment.failureCode().orElse("")) {
            case "insufficient_funds" -> say("There was not enough money available on the card.");
            case "expired_card" -> say("The card has expired.");
            case "incorrect_cvc", "invalid_cvc" -> say("The security code did not match the card.");
            case "incorrect_number", "invalid_number" -> say("The card number was not right.");
            case "authentication_required", "payment_intent_authentication_failure" ->
                say("Your bank could not confirm that it was you.");
            case "processing_error" -> say("Something went wrong at the bank while the card was being processed.");
            default -> say("Your bank declined the card. It did not tell us why; it may tell you.");
        };
    }
}
