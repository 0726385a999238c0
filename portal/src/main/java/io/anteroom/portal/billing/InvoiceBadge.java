package io.anteroom.portal.billing;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.billing.GivenBack;
import io.anteroom.clinic.billing.InvoiceRow;
import io.anteroom.clinic.billing.InvoiceState;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.webkit.Badge;

/** The state of an invoice in words for who has to pay it. */
public final class InvoiceBadge {

    private InvoiceBadge() {}

    /** The state, and of what was paid whether it was given back. */
    public static Badge of(InvoiceRow invoice) {
        return invoice.inInstalments() && !invoice.overdue()
                ? Badge.quiet(say("In instalments"))
                : of(invoice.state(), invoice.overdue(), invoice.givenBack());
    }

    /** The state, and of what was paid whether it was given back. */
    public static Badge of(InvoiceView invoice) {
        return invoice.inInstalments() && !invoice.overdue()
                ? Badge.quiet(say("In instalments"))
                : of(invoice.state(), invoice.overdue(), invoice.givenBack());
    }

    private static Badge of(InvoiceState state, boolean overdue, GivenBack givenBack) {
        if (state != InvoiceState.PAID || givenBack == GivenBack.NOTHING) {
            return of(state, overdue);
        }
        return Badge.quiet(givenBack == GivenBack.WHOLLY ? say("Given back") : say("Partly given back"));
    }

    /** The state, with the colour it deserves. */
    private static Badge of(InvoiceState state, boolean overdue) {
        return switch (state) {
            case DRAFT -> Badge.quiet(say("Not sent"));
            case OPEN -> overdue ? Badge.bad(say("Overdue")) : Badge.notice(say("To pay"));
            case PART_PAID -> overdue ? Badge.bad(say("Overdue")) : Badge.notice(say("Partly paid"));
            case PAID -> Badge.good(say("Paid"));
            case CREDITED -> Badge.quiet(say("Credited"));
            case VOID -> Badge.quiet(say("Cancelled"));
        };
    }
}
