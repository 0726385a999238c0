package io.anteroom.clinic.billing;

import io.anteroom.clinic.billing.InvoiceView.History;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.MessageLog;
import io.anteroom.messaging.MessageRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One invoice as the clinic's staff see it. */
@Component
@Transactional(readOnly = true)
public class InvoiceDesk {

    private final InvoiceReader reader;
    private final MessageLog messages;
    private final InvoiceMail mail;

    InvoiceDesk(InvoiceReader reader, MessageLog messages, InvoiceMail mail) {
        this.reader = reader;
        this.messages = messages;
        this.mail = mail;
    }

    /** An invoice of the current clinic. */
    public Optional<InvoiceView> find(InvoiceId id) {
        return reader.find(id);
    }

    /** These invoices, in no order. */
    public List<InvoiceRow> rows(List<InvoiceId> ids) {
        return reader.rows(ids);
    }

    /** What a patient has to pay; nothing for one who is not known. One statement, for the head of the patient's record. */
    public Balance balance(PatientId patient) {
        return reader.balance(patient);
    }

    /** Whether the patient has an address that an invoice can be mailed to. */
    public boolean canBeMailed(PatientId patient) {
        return mail.reaches(patient);
    }

    /** What happened to an invoice, the latest first. */
    public List<TimelineEntry> timeline(InvoiceView invoice) {
        History history = invoice.history();
        List<TimelineEntry> entries = new ArrayList<>();
        entries.add(new TimelineEntry(history.createdAt(), "Draft written", history.createdBy()));
        if (history.sentAt() != null) {
            entries.add(new TimelineEntry(history.sentAt(), "Sent", Objects.requireNonNullElse(history.sentBy(), "")));
        }
        if (history.voidedAt() != null) {
            entries.add(new TimelineEntry(
                    history.voidedAt(),
                    "Made void: " + history.voidReason(),
                    Objects.requireNonNullElse(history.voidedBy(), "")));
            messages.about(new MessageAbout(InvoiceMail.ABOUT_VOID, invoice.id().toString()))
                    .forEach(mail -> entries.add(entry(mail, "Email that it is void, ")));
        }
        messages.about(new MessageAbout(InvoiceMail.ABOUT_INVOICE, invoice.id().toString()))
                .forEach(mail -> entries.add(entry(mail, "Email ")));
        invoice.payments()
                .forEach(payment -> entries.add(new TimelineEntry(
                        payment.receivedAt(),
                        "Paid " + Formats.ofClinic().money(payment.amountMinor(), invoice.currency()),
                        "Card payment")));
        // Of what happened at one moment, the later step is on top too: the sort keeps their order.
        Collections.reverse(entries);
        entries.sort(Comparator.comparing(TimelineEntry::at).reversed());
        return List.copyOf(entries);
    }

    private static TimelineEntry entry(MessageRecord mail, String which) {
        String what = switch (mail.state()) {
            case QUEUED -> which + "to " + mail.recipient() + " waiting to go out";
            case SENT -> which + "sent to " + mail.recipient();
            case FAILED -> which + "to " + mail.recipient() + " failed: " + mail.reason();
            case DROPPED -> which + "not sent, since nothing was due any more";
        };
        return new TimelineEntry(mail.stateAt(), what, "Messages");
    }
}
