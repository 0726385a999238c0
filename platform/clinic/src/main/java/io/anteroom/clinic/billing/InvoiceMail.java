package io.anteroom.clinic.billing;

import io.anteroom.clinic.patient.PatientId;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.Message;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.Outbox;
import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentId;
import io.anteroom.tenancy.CurrentTenant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mails about invoices. They go to the patient's contact address and name nothing that was treated. */
@Component
class InvoiceMail {

    static final String ABOUT_INVOICE = "invoice";
    static final String ABOUT_RECEIPT = "receipt";

    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final PortalLinks links;

    InvoiceMail(Outbox outbox, JdbcClient jdbc, PortalLinks links) {
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.links = links;
    }

    /** Whether the patient has an address that mail can be sent to. */
    boolean reaches(PatientId patient) {
        return addressOf(patient).isPresent();
    }

    /** Tells the patient of an invoice that was sent. */
    void invoice(Invoice invoice) {
        String clinic = CurrentTenant.get().name();
        String number = Long.toString(invoice.number().orElseThrow());
        EmailContent content = EmailContent.of(
                        "Invoice " + number + " from " + clinic,
                        "You have an invoice from " + clinic,
                        "You can see it and pay it by card in the portal. You will be asked to sign in first.")
                .withDetail("Invoice", number)
                .withDetail("To pay", Formats.ofClinic().money(invoice.totalMinor(), invoice.currency()))
                .withDetail("Due", Formats.ofClinic().date(invoice.dueOn()))
                .withAction("See and pay the invoice", links.invoice(invoice.id()));
        send(invoice.patient(), new MessageAbout(ABOUT_INVOICE, invoice.id().toString()), content);
    }

    /** Thanks for a payment; a patient whose address was removed meanwhile gets none. */
    void receipt(Invoice invoice, PaymentId payment, Money paid) {
        String clinic = CurrentTenant.get().name();
        String number = Long.toString(invoice.number().orElseThrow());
        EmailContent content = EmailContent.of(
                        "Receipt for invoice " + number + " from " + clinic,
                        "Thank you, your payment has arrived",
                        "This is the receipt of " + clinic + " for your payment by card.")
                .withDetail("Invoice", number)
                .withDetail("Paid", Formats.ofClinic().money(paid.minor(), paid.currency()))
                .withAction("See the receipt", links.receipt(payment));
        if (invoice.dueMinor() > 0) {
            content = content.withDetail(
                    "Still to pay", Formats.ofClinic().money(invoice.dueMinor(), invoice.currency()));
        }
        send(invoice.patient(), new MessageAbout(ABOUT_RECEIPT, payment.toString()), content);
    }

    private void send(PatientId patient, MessageAbout about, EmailContent content) {
        addressOf(patient).ifPresent(address -> outbox.send(Message.email(address, about, content)));
    }

    private Optional<String> addressOf(PatientId patient) {
        return jdbc.sql("select email from __tenant__.patient where id = :id and email is not null")
                .param("id", patient.value())
                .query(String.class)
                .optional()
                .filter(Message::isEmailAddress);
    }
}
