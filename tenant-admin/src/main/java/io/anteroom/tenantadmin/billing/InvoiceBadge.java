package io.anteroom.tenantadmin.billing;

import io.anteroom.clinic.billing.GivenBack;
import io.anteroom.clinic.billing.InvoiceRow;
import io.anteroom.clinic.billing.InvoiceState;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.lookup.InvoiceMatch;
import io.anteroom.webkit.Badge;

/** The state of an invoice in the staff's words. */
public final class InvoiceBadge {

    private InvoiceBadge() {}

    /** The state, and of what was paid whether it was given back. */
    public static Badge of(InvoiceRow invoice) {
        return invoice.inInstalments() && !invoice.overdue()
                ? Badge.notice("In instalments")
                : of(invoice.state(), invoice.overdue(), invoice.givenBack());
    }

    /** The state, and of what was paid whether it was given back. */
    public static Badge of(InvoiceView invoice) {
        return invoice.inInstalments() && !invoice.overdue()
                ? Badge.notice("In instalments")
                : of(invoice.state(), invoice.overdue(), invoice.givenBack());
    }

    /** The state, and of what was paid whether it was given back. */
    public static Badge of(InvoiceMatch invoice) {
        return of(invoice.state(), invoice.overdue(), invoice.givenBack());
    }

    private static Badge of(InvoiceState state, boolean overdue, GivenBack givenBack) {
        if (state != InvoiceState.PAID || givenBack == GivenBack.NOTHING) {
            return of(state, overdue);
        }
        return Badge.quiet(givenBack == GivenBack.WHOLLY ? "Refunded" : "Partly refunded");
    }

    /** The state, with the colour it deserves. */
    private static Badge of(InvoiceState state, boolean overdue) {
        return switch (state) {
            case DRAFT -> Badge.quiet("Draft");
            case OPEN -> overdue ? Badge.bad("Overdue") : Badge.notice("Unpaid");
            case PART_PAID -> overdue ? Badge.bad("Overdue") : Badge.notice("Part paid");
            case PAID -> Badge.good("Paid");
            case VOID -> Badge.quiet("Void");
            case CREDITED -> Badge.quiet("Credited");
        };
    }
}
