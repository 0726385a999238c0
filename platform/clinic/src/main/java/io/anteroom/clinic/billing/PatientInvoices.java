package io.anteroom.clinic.billing;

import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.session.VisiblePatient;
import org.springframework.stereotype.Component;

/** The portal's only way to invoices. */
@Component
public class PatientInvoices {

    private final InvoiceReader reader;

    PatientInvoices(InvoiceReader reader) {
        this.reader = reader;
    }

    /** The invoices in what somebody may see: those of the patients whose money matters a full grant opens. */
    public VisibleInvoices in(VisibleChart chart) {
        return new VisibleInvoices(
                chart.openFor(AccessScope.MONEY),
                chart.listedFor(AccessScope.MONEY),
                chart.patients().stream()
                        .filter(VisiblePatient::isForPayingOnly)
                        .map(VisiblePatient::id)
                        .toList(),
                reader);
    }
}
