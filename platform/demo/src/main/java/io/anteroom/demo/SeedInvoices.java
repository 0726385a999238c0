package io.anteroom.demo;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.billing.Billing;
import io.anteroom.clinic.billing.InvoiceDraft;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceLine;
import io.anteroom.clinic.billing.Sending;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The invoices of a patient the demo begins with. The first patient of a clinic also has one overdue and one due today. */
final class SeedInvoices {

    private static final int DAYS_TO_PAY = 14;
    private static final int DAYS_OVERDUE = 10;

    private final Billing billing;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final LocalDate today;

    SeedInvoices(BeanFactory application) {
        this.billing = application.getBean(Billing.class);
        this.jdbc = application.getBean(JdbcClient.class);
        this.transaction = application.getBean(TransactionTemplate.class);
        this.today = LocalDate.ofInstant(
                application.getBean(Clock.class).instant(), CurrentTenant.get().zone());
    }

    void send(SeedClinic clinic, PatientId patient, int number, Actor.Staff owner) {
        var visit = new InvoiceLine("Visit", BigDecimal.ONE, clinic.unitMinor(), 0);
        var material =
                new InvoiceLine("Material", new BigDecimal(number), clinic.unitMinor() / 5, clinic.taxBasisPoints());
        if (number == 1) {
            makeOverdue(send(patient, today, "", List.of(visit), owner));
            send(patient, today, "", List.of(visit), owner);
        }
        send(patient, today.plusDays(DAYS_TO_PAY), "Thank you for your visit.", List.of(visit, material), owner);
    }

    private InvoiceId send(PatientId patient, LocalDate due, String note, List<InvoiceLine> lines, Actor.Staff owner) {
        var invoice = billing.draft(patient, new InvoiceDraft(due, note, lines), owner);
        var sending = billing.send(invoice, owner);
        if (!(sending instanceof Sending.Sent)) {
            throw new IllegalStateException("The demo could not send an invoice: " + sending);
        }
        return invoice;
    }

    /** No use case sends an invoice that is overdue at once, so this one is moved into the past. */
    private void makeOverdue(InvoiceId invoice) {
        transaction.executeWithoutResult(_ -> jdbc.sql("""
                        update __tenant__.invoice
                           set due_on = due_on - :overdue, issued_on = issued_on - :overdue - :to_pay,
                               created_at = created_at - make_interval(days => :overdue + :to_pay),
                               sent_at = sent_at - make_interval(days => :overdue + :to_pay)
                         where id = :id""")
                .param("overdue", DAYS_OVERDUE)
                .param("to_pay", DAYS_TO_PAY)
                .param("id", invoice.value())
                .update());
    }
}
