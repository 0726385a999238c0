package io.anteroom.clinic.billing.bundle;

import io.anteroom.clinic.access.language.PersonLanguages;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.settings.PortalAddress;
import io.anteroom.language.Words;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.Message;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.Outbox;
import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentId;
import io.anteroom.tenancy.CurrentTenant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One mail of thanks for a payment of several invoices, to the patient's contact address; it names nothing that was treated. */
@Component
class BundleMail {

    private static final String ABOUT_RECEIPT = "receipt";

    private final Outbox outbox;
    private final PersonLanguages languages;
    private final PortalAddress portal;
    private final JdbcClient jdbc;

    BundleMail(Outbox outbox, PersonLanguages languages, PortalAddress portal, JdbcClient jdbc) {
        this.outbox = outbox;
        this.languages = languages;
        this.portal = portal;
        this.jdbc = jdbc;
    }

    private record Line(PatientId patient, String email, String number, Money paid) {}

    /** Thanks for it; a patient whose address was removed meanwhile gets none. */
    void receipt(InvoiceBundle bundle, PaymentId payment) {
        List<Line> lines = lines(bundle);
        if (lines.isEmpty() || !Message.isEmailAddress(lines.getFirst().email())) {
            return;
        }
        Words words = languages.wordsFor(lines.getFirst().patient());
        Formats formats = Formats.in(words.language());
        String clinic = CurrentTenant.get().name();
        String numbers = lines.stream().map(Line::number).collect(Collectors.joining(", "));
        EmailContent content = EmailContent.of(
                words.say("Receipt for invoices {numbers} from {clinic}", "numbers", numbers, "clinic", clinic),
                words.say("Thank you, your payment has arrived"),
                words.say("This is the receipt of {clinic} for your payment by card.", "clinic", clinic));
        for (Line line : lines) {
            content = content.withDetail(
                    words.say("Invoice {number}", "number", line.number()),
                    formats.money(line.paid().minor(), line.paid().currency()));
        }
        Money total = bundle.total();
        content = content.withDetail(words.say("Paid"), formats.money(total.minor(), total.currency()))
                .withAction(words.say("See the receipts"), portal.of("/payments/" + payment));
        var about = new MessageAbout(ABOUT_RECEIPT, payment.toString());
        outbox.send(Message.email(lines.getFirst().email(), about, content.in(words)));
    }

    private List<Line> lines(InvoiceBundle bundle) {
        return jdbc.sql("""
                        select p.id as patient_id, p.email, i.number, t.amount_minor, i.currency
                          from __tenant__.invoice_bundle_item t
                          join __tenant__.invoice i on i.id = t.invoice_id
                          join __tenant__.patient p on p.id = i.patient_id
                         where t.bundle_id = :id and p.email is not null order by i.id""")
                .param("id", bundle.id().value())
                .query((row, _) -> new Line(
                        new PatientId(row.getLong("patient_id")),
                        row.getString("email"),
                        row.getString("number"),
                        Money.of(row.getLong("amount_minor"), row.getString("currency"))))
                .list();
    }
}
