package io.anteroom.portal.billing;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.billing.InvoiceRow;
import io.anteroom.clinic.billing.InvoiceState;
import java.util.List;
import java.util.function.Predicate;

/**
 * A patient's invoices, sorted by what is to be done about them.
 *
 * @param overdue unpaid after their last day
 * @param toPay unpaid, with time left
 * @param inInstalments unpaid, and charged by a plan
 * @param settled paid or cancelled
 */
public record InvoiceGroups(
        List<InvoiceRow> overdue, List<InvoiceRow> toPay, List<InvoiceRow> inInstalments, List<InvoiceRow> settled) {

    static InvoiceGroups of(List<InvoiceRow> rows) {
        return new InvoiceGroups(
                select(rows, InvoiceRow::overdue),
                select(rows, row -> row.asksForMoney() && !row.overdue()),
                select(rows, row -> row.dueMinor() > 0 && !row.asksForMoney()),
                select(rows, row -> row.dueMinor() == 0));
    }

    private static List<InvoiceRow> select(List<InvoiceRow> rows, Predicate<InvoiceRow> which) {
        return rows.stream().filter(which).toList();
    }

    /** What the last group is called: a cancelled invoice is not a paid one. */
    public String settledHeading() {
        return settled.stream().allMatch(row -> row.state() == InvoiceState.PAID)
                ? say("Paid")
                : say("Paid and cancelled");
    }

    /** Whether there is none at all. */
    public boolean none() {
        return overdue.isEmpty() && toPay.isEmpty() && inInstalments.isEmpty() && settled.isEmpty();
    }
}
