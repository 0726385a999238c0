package io.anteroom.portal.home;

import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.billing.InvoiceRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody signed in has to do, the most urgent first.
 *
 * @param name what to call the person, empty where no name is known
 * @param hasAccess whether there is any record they may see
 * @param limitedTo the patient acted for, where only what this account entered itself may be seen of them, or null
 * @param severalPatients whether an item has to say whom it is for
 * @param invoices what is to be paid, the earliest due first
 * @param payable whether that can be done here
 */
public record ToDo(
        String name,
        boolean hasAccess,
        @Nullable String limitedTo,
        boolean severalPatients,
        List<InvoiceRow> invoices,
        boolean payable) {

    static ToDo of(VisibleChart chart, List<InvoiceRow> invoices, boolean payable) {
        List<InvoiceRow> due =
                invoices.stream().filter(invoice -> invoice.dueMinor() > 0).toList();
        boolean hasAccess = !chart.patients().isEmpty();
        return new ToDo(
                hasAccess ? chart.holderName().orElse("") : "",
                hasAccess,
                chart.actingFor()
                        .filter(patient -> patient.level() == AccessLevel.LIMITED)
                        .map(VisiblePatient::name)
                        .orElse(null),
                chart.several(),
                due,
                payable);
    }
}
