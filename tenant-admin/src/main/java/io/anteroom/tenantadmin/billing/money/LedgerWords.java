package io.anteroom.tenantadmin.billing.money;

import io.anteroom.payments.ledger.EntryKind;
import io.anteroom.payments.ledger.LedgerAccount;

/** How the ledger reads for staff. */
public final class LedgerWords {

    private LedgerWords() {}

    /** An account's name. */
    public static String name(LedgerAccount account) {
        return switch (account) {
            case RECEIVABLE -> "Owed by patients";
            case REVENUE -> "Revenue";
            case TAX -> "Tax";
            case STRIPE -> "At Stripe";
            case FEES -> "Stripe’s fees";
            case BANK -> "Sent to your bank";
            case DEPOSITS -> "Deposits";
            case UNALLOCATED -> "Paid for nothing";
            case GIVEN_BACK -> "Given back without a credit note";
            case DISPUTED -> "Disputed";
            case LOST -> "Lost in disputes";
            case UNKNOWN -> "Unknown";
        };
    }

    /** What an account's sum means. */
    public static String meaning(LedgerAccount account) {
        return switch (account) {
            case RECEIVABLE -> "What is due on invoices, less what is to be given back";
            case REVENUE -> "What invoices charged, without tax; income, so below zero";
            case TAX -> "The tax of invoices; owed, so below zero";
            case STRIPE -> "What Stripe holds for you";
            case FEES -> "What Stripe kept";
            case BANK -> "Payouts that are on their way or have arrived";
            case DEPOSITS -> "Paid for appointments and not given back; owed, so below zero";
            case UNALLOCATED -> "Arrived when nothing was left to pay; owed, so below zero";
            case GIVEN_BACK -> "Income that was lost";
            case DISPUTED -> "Taken back by banks that have not decided yet";
            case LOST -> "Taken back for good";
            case UNKNOWN -> "Moved in your Stripe account by something that Anteroom knows nothing of";
        };
    }

    /** What an entry was posted for. */
    public static String what(EntryKind kind) {
        return switch (kind) {
            case INVOICE_SENT -> "Invoice sent";
            case INVOICE_VOIDED -> "Invoice made void";
            case INVOICE_CREDITED -> "Credit note written";
            case GIVEN_BACK -> "Given back beyond credit notes";
            case PAYMENT -> "Payment arrived";
            case REFUND -> "Given back";
            case REFUND_FAILED -> "What was given back did not arrive";
            case FEE -> "Fee of Stripe’s";
            case PAYOUT -> "Sent to the bank";
            case PAYOUT_FAILED -> "Sent back by the bank";
            case DISPUTE -> "Taken back by the patient’s bank";
            case DISPUTE_WON -> "Dispute won";
            case DISPUTE_LOST -> "Dispute lost";
            case UNKNOWN -> "Moved at Stripe, and unknown";
            case KNOWN_AFTER_ALL -> "Known after all";
        };
    }
}
