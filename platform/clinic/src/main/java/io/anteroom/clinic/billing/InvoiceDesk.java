package io.anteroom.clinic.billing;

import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.MessageLog;
import io.anteroom.messaging.MessageRecord;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One invoice as the clinic's staff see it. */
@Component
@Transactional(readOnly = true)
public class InvoiceDesk {

    private final InvoiceReader reader;
    private final MessageLog messages;

    InvoiceDesk(InvoiceReader reader, MessageLog messages) {
        this.reader = reader;
        this.messages = messages;
    }

    /** An invoice of the current clinic. */
    public Optional<InvoiceView> find(InvoiceId id) {
        return reader.find(id);
    }

    /** What became of the mails that asked for payment. */
    public List<MessageRecord> mails(InvoiceId id) {
        return messages.about(new MessageAbout(InvoiceMail.ABOUT_INVOICE, id.toString()));
    }
}
