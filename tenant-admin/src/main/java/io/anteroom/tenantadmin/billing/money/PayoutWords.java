package io.anteroom.tenantadmin.billing.money;

import io.anteroom.payments.reconciliation.Payout;
import io.anteroom.webkit.Badge;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How payouts read for staff. */
public final class PayoutWords {

    private PayoutWords() {}

    /** Whether the money is at the bank: Stripe calls it paid as soon as it is sent, and says on which day it arrives. */
    public static boolean hasArrived(Payout payout, LocalDate today) {
        return payout.status().equals("paid") && !payout.arrivesOn().isAfter(today);
    }

    /** How far it is, with the colour it deserves. */
    public static Badge badge(Payout payout, LocalDate today) {
        return switch (payout.status()) {
            case "paid" -> hasArrived(payout, today) ? Badge.good("Arrived") : Badge.notice("On its way");
            case "failed" -> Badge.bad("Came back");
            case "canceled" -> Badge.quiet("Cancelled");
            default -> Badge.notice("On its way");
        };
    }

    /** Why it came back, and what to do. */
    public static String failure(@Nullable String code) {
        return switch (code == null ? "" : code) {
            case "account_closed", "no_account", "invalid_account_number", "incorrect_account_holder_name" ->
                "Your bank does not know the account, or it is closed. Correct it in your Stripe account.";
            case "insufficient_funds" -> "Your balance at Stripe was too low when it was to be sent.";
            case "could_not_process", "debit_not_authorized", "declined" ->
                "Your bank declined it. Ask the bank, then let Stripe send it again.";
            default ->
                "Your bank sent it back" + (code == null ? "" : " (" + code.replace('_', ' ') + ")")
                        + ". Look it up in your Stripe account.";
        };
    }

    /** What kind of movement it is. */
    public static String kind(String category) {
        return switch (category) {
            case "charge" -> "Payment";
            case "charge_failure" -> "Payment that failed";
            case "refund" -> "Given back";
            case "refund_failure" -> "Given back, but not arrived";
            case "dispute" -> "Dispute";
            case "dispute_reversal" -> "Dispute won";
            case "fee" -> "Fee of Stripe’s";
            case "tax" -> "Tax on Stripe’s fees";
            case "network_cost" -> "Cost of the card networks";
            default -> {
                String words = category.replace('_', ' ');
                yield words.isEmpty() ? "Something else" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
            }
        };
    }
}
