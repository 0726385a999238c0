package io.anteroom.clinic.document;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.file.FileChecked;
import io.anteroom.clinic.file.Files;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the scanner finds in a document that waited for it is refused at once, in the scanner's transaction. */
@Component
class ScannedDocuments {

    private static final Actor SCANNER = new Actor.System("Virus scanner");

    /** What staff read of it; the sender is told the same in their own language. */
    static final String MESSAGE =
            "Our virus scanner refuses this file. Please check the device it came from, and send a picture of the document instead.";

    private final DocumentRows rows;
    private final DocumentAudit audit;
    private final DocumentNews news;
    private final Files files;
    private final Clock clock;

    ScannedDocuments(DocumentRows rows, DocumentAudit audit, DocumentNews news, Files files, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.news = news;
        this.files = files;
        this.clock = clock;
    }

    @EventListener
    void scanned(FileChecked checked) {
        if (checked.clean()) {
            return;
        }
        rows.waitingWith(checked.file()).ifPresent(document -> {
            if (rows.decide(document.id(), DocumentState.REFUSED, null, MESSAGE, SCANNER.name(), clock.instant())) {
                files.release(checked.file());
                audit.record(AuditAction.DOCUMENT_REFUSED, document.id(), document.patient(), SCANNER);
                news.refused(document);
            }
        });
    }
}
