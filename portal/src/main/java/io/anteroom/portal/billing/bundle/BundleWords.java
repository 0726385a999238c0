package io.anteroom.portal.billing.bundle;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.billing.bundle.Chosen;
import io.anteroom.clinic.billing.bundle.PatientBundles;
import io.anteroom.payments.CheckoutStart;
import io.anteroom.portal.billing.PayWords;

/** Why invoices are not paid together, in plain words. */
final class BundleWords {

    private BundleWords() {}

    /** Why they were not put together. */
    static String of(Chosen.Reason reason) {
        return switch (reason) {
            case TOO_FEW -> say("Choose two invoices or more. You pay a single one on its own page.");
            case TOO_MANY ->
                say(
                        "Choose {count} invoices or fewer. You can pay the others afterwards.",
                        "count",
                        PatientBundles.MOST);
            case NOTHING_DUE ->
                say(
                        "An invoice that you chose has been paid or cancelled meanwhile. Check what is left of your choice.");
            case CHANGED ->
                say("What is due has changed since you chose. Check the amounts, and go on if they are right.");
            case OTHER_CURRENCY ->
                say("Invoices in different currencies can’t be paid together. Choose those in one currency.");
        };
    }

    /** Why no payment was begun. */
    static String of(CheckoutStart.Reason reason) {
        return switch (reason) {
            case NOT_OPEN, NOT_POSITIVE, MORE_THAN_DUE -> changed();
            case BEING_PROCESSED ->
                say(
                        "An earlier payment of one of these invoices is still being processed. Please wait for it, or pay the others.");
            case OTHER_CURRENCY, NOT_CHARGEABLE, CLINIC_CANNOT_CHARGE, TRY_AGAIN -> PayWords.of(reason);
        };
    }

    static String changed() {
        return say("What is due on these invoices has changed. Nothing was charged. Check what is left to pay.");
    }
}
