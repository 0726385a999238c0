package io.anteroom.tenantadmin.billing.refund;

import io.anteroom.clinic.billing.Formats;
import io.anteroom.payments.refund.Refund;
import io.anteroom.webkit.Badge;
import org.jspecify.annotations.Nullable;

/** How far what staff gave back is, in their words. */
public final class RefundBadge {

    private RefundBadge() {}

    /** The state, with the colour it deserves. */
    public static Badge of(Refund refund) {
        return switch (refund.state()) {
            case ASKED -> Badge.notice("On its way");
            case GIVEN -> Badge.good("Given back");
            case FAILED -> refund.settled() == null ? Badge.bad("Did not arrive") : Badge.quiet("Settled another way");
            case REFUSED -> Badge.bad("Refused");
        };
    }

    /** What that means and what to do, in a sentence; empty where it goes without saying. */
    public static String meaning(Refund refund) {
        return switch (refund.state()) {
            case ASKED -> "Stripe has not confirmed it yet. This page hears of it.";
            case GIVEN -> "";
            case FAILED -> returned(refund.settled());
            case REFUSED -> refusal(refund.failure());
        };
    }

    private static String returned(Refund.@Nullable Settled settled) {
        return settled == null
                ? "The patient’s bank returned it, so the clinic has it again."
                : "The patient’s bank returned it. " + settled.by() + " noted on "
                        + Formats.ofClinic().day(settled.at()) + " how it was settled: " + settled.how();
    }

    private static String refusal(@Nullable String code) {
        return switch (code == null ? "" : code) {
            case "charge_already_refunded" -> "All of it was given back already, in your Stripe account.";
            case "charge_disputed" -> "The payment is disputed: the bank took it back, and decides.";
            case "insufficient_funds", "balance_insufficient" ->
                "Your balance at Stripe is too low. Wait for payments, or add money there, and try again.";
            case "amount_too_large" -> "Less was left of it, since some was given back in your Stripe account.";
            default ->
                "Stripe would not give it back" + (code == null ? "" : " (" + code.replace('_', ' ') + ")")
                        + ". Nothing left the clinic.";
        };
    }
}
