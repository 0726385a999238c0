package io.anteroom.portal.billing;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.billing.InvoiceState;
import io.anteroom.webkit.Badge;

/** The state of an invoice in words for who has to pay it. */
public final class InvoiceBadge {

    private InvoiceBadge() {}

    /** The state, with the colour it deserves. */
    public static Badge of(InvoiceState state, boolean overdue) {
        return switch (state) {
            case DRAFT -> Badge.quiet(say("Not sent"));
            case OPEN -> overdue ? Badge.bad(say("Overdue")) : Badge.notice(say("To pay"));
            case PART_PAID -> overdue ? Badge.bad(say("Overdue")) : Badge.notice(say("Partly paid"));
            case PAID -> Badge.good(say("Paid"));
            case VOID -> Badge.quiet(say("Cancelled"));
        };
    }
}
