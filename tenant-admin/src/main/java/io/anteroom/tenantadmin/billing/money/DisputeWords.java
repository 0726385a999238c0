package io.anteroom.tenantadmin.billing.money;

import io.anteroom.payments.reconciliation.Dispute;
import io.anteroom.webkit.Badge;

/** How disputes read for staff. */
public final class DisputeWords {

    private DisputeWords() {}

    /** How it stands, with the colour it deserves. */
    public static Badge badge(Dispute dispute) {
        return switch (dispute.status()) {
            case "needs_response" -> Badge.bad("Answer it");
            case "warning_needs_response" -> Badge.warning("The bank asks");
            case "under_review", "warning_under_review" -> Badge.notice("The bank decides");
            case "won" -> Badge.good("Won");
            case "lost" -> Badge.bad("Lost");
            case "prevented" -> Badge.quiet("Prevented");
            case "warning_closed" -> Badge.quiet("Closed");
            default -> Badge.quiet(dispute.status().replace('_', ' '));
        };
    }

    /** What happened and what to do. */
    public static String todo(Dispute dispute) {
        return switch (dispute.status()) {
            case "needs_response" ->
                "The bank took the money back. Send what shows that it is yours, or accept it, in your Stripe account.";
            case "warning_needs_response" ->
                "No money has moved yet. An answer in your Stripe account, or giving the money back, may keep it so.";
            case "under_review", "warning_under_review" -> "You answered. The bank takes up to three months.";
            case "won" -> "The money came back to you.";
            case "lost" -> "The money stays with the patient’s bank. The invoice does not ask for it again.";
            case "prevented" -> "Stripe settled it before it became one.";
            case "warning_closed" -> "The bank asked, and left it at that.";
            default -> "";
        };
    }

    /** Why the patient's bank took it back. */
    public static String reason(Dispute dispute) {
        return switch (dispute.reason()) {
            case "fraudulent" -> "The card’s owner says that they did not pay this";
            case "duplicate" -> "Paid twice, the patient says";
            case "product_not_received" -> "The patient says that they did not get what they paid for";
            case "product_unacceptable" -> "The patient says that it was not as agreed";
            case "subscription_canceled" -> "The patient says that it was cancelled";
            case "credit_not_processed" -> "The patient says that it was to be given back";
            case "unrecognized" -> "The patient does not recognise the payment";
            case "general" -> "No reason given";
            default -> {
                String words = dispute.reason().replace('_', ' ');
                yield words.isEmpty() ? "No reason given" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
            }
        };
    }
}
