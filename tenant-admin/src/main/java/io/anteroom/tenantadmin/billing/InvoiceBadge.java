package io.anteroom.tenantadmin.billing;

import io.anteroom.clinic.billing.InvoiceState;
import io.anteroom.webkit.Badge;

/** The state of an invoice in the staff's words. */
public final class InvoiceBadge {

    private InvoiceBadge() {}

    /** The state, with the colour it deserves. */
    public static Badge of(InvoiceState state, boolean overdue) {
        return switch (state) {
            case DRAFT -> Badge.quiet("Draft");
            case OPEN -> overdue ? Badge.bad("Overdue") : Badge.notice("Unpaid");
            case PART_PAID -> overdue ? Badge.bad("Overdue") : Badge.notice("Part paid");
            case PAID -> Badge.good("Paid");
            case VOID -> Badge.quiet("Void");
        };
    }
}
