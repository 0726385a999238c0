package io.anteroom.stripeemulator.objects;

import io.anteroom.stripeemulator.objects.TestCard.Decline;

/** Why a card, a bank's check or a debit is refused, in Stripe's codes and words. */
final class Declines {

    /** No reason given. */
    static final Decline GENERIC = declined("generic_decline", "Your card was declined.");

    /** Too little money. */
    static final Decline FUNDS = declined("insufficient_funds", "Your card has insufficient funds.");

    /** Reported lost; the person is not told. */
    static final Decline LOST = declined("lost_card", "Your card was declined.");

    /** Reported stolen; the person is not told. */
    static final Decline STOLEN = declined("stolen_card", "Your card was declined.");

    /** Used too often. */
    static final Decline TOO_OFTEN = declined(
            "card_velocity_exceeded",
            "Your card was declined for making repeated attempts too frequently or exceeding its amount limit.");

    /** Blocked as fraud before any bank was asked; the person is not told. */
    static final Decline BLOCKED = declined("fraudulent", "Your card was declined.");

    /** Too old. */
    static final Decline EXPIRED = new Decline("expired_card", "expired_card", "Your card has expired.");

    /** Wrong security code. */
    static final Decline CVC = new Decline("incorrect_cvc", "incorrect_cvc", "Your card's security code is incorrect.");

    /** Something broke on the way. */
    static final Decline PROCESSING = new Decline(
            "processing_error",
            "processing_error",
            "An error occurred while processing your card. Try again in a little bit.");

    /** The bank wants the person, who is not there. */
    static final Decline NEEDS_PERSON = new Decline(
            "authentication_required",
            "authentication_required",
            "Your card was declined. This transaction requires authentication.");

    /** The person did not pass the bank's check, paying. */
    static final Decline NOT_WHO_THEY_SAID = new Decline(
            "payment_intent_authentication_failure",
            "authentication_required",
            "We are unable to authenticate your payment method. Please choose a different payment method and try again.");

    /** The person did not pass the bank's check, saving a card. */
    static final Decline NOT_WHO_THEY_SAID_AT_SETUP = new Decline(
            "setup_intent_authentication_failure",
            "authentication_required",
            "We are unable to authenticate your payment method. Please choose a different payment method and try again.");

    /** A debit came back. */
    static final Decline DEBIT_REFUSED =
            new Decline("payment_intent_payment_attempt_failed", "insufficient_funds", "The bank refused the debit.");

    private Declines() {}

    private static Decline declined(String declineCode, String message) {
        return new Decline("card_declined", declineCode, message);
    }
}
