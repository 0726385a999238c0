package io.anteroom.portal.billing;

import static io.anteroom.language.Say.say;

import io.anteroom.payments.CheckoutStart;

/** Why no payment was begun, in plain words. */
public final class PayWords {

    private PayWords() {}

    /** What to tell, and what to do now. */
    public static String of(CheckoutStart.Reason reason) {
        return switch (reason) {
            case NOT_OPEN, NOT_POSITIVE, MORE_THAN_DUE ->
                say("This invoice has changed. Check what is left to pay, and try again if anything is.");
            case OTHER_CURRENCY, NOT_CHARGEABLE ->
                say("This amount can’t be paid by card. Please ask the clinic how to pay it.");
            case BEING_PROCESSED ->
                say("An earlier payment of this invoice is still being processed. You don’t need to pay again.");
            case CLINIC_CANNOT_CHARGE ->
                say("The clinic can’t take card payments yet. Please ask the clinic how to pay, or try again later.");
            case TRY_AGAIN ->
                say("The payment page did not answer. This try has charged you nothing. Please try again in a minute.");
        };
    }

    /** Of a saved card that is not there any more. */
    public static String cardGone() {
        return say("This card isn’t saved any more.");
    }
}
