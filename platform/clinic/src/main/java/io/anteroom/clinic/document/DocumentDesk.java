package io.anteroom.clinic.document;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.file.FileCheck;
import io.anteroom.clinic.file.Files;
import io.anteroom.clinic.file.Opening;
import io.anteroom.clinic.patient.PatientId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Documents as staff see them: what waits, what is on a record, and what becomes of one. */
@Component
public class DocumentDesk {

    /** The longest message to a sender. */
    public static final int LONGEST_MESSAGE = 500;

    private final DocumentRows rows;
    private final DocumentAudit audit;
    private final DocumentNews news;
    private final Files files;
    private final Clock clock;

    DocumentDesk(DocumentRows rows, DocumentAudit audit, DocumentNews news, Files files, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.news = news;
        this.files = files;
        this.clock = clock;
    }

    /** A page of the list. */
    @Transactional(readOnly = true)
    public DocumentPage page(DocumentQuery query) {
        return new DocumentPage(rows.page(query), rows.count(query));
    }

    /** One, unless it was taken back. */
    @Transactional(readOnly = true)
    public Optional<Document> find(DocumentId id) {
        return rows.find(id);
    }

    /**
     * A page of those about a patient that are filed or wait, the newest first.
     *
     * @param page from 1 on; behind the last there is nothing
     */
    @Transactional(readOnly = true)
    public DocumentPage ofPatient(PatientId patient, int page) {
        return rows.ofPatient(patient, page);
    }

    /** Opens its file; it is written down. */
    @Transactional
    public Opening open(DocumentId id, Actor.Staff by) {
        var found = rows.find(id);
        var file = found.map(Document::file);
        if (found.isEmpty() || file.isEmpty()) {
            return new Opening.NotThere();
        }
        var opening = files.open(file.get());
        if (opening instanceof Opening.Opened) {
            audit.opened(id, found.get().patient(), by);
        }
        return opening;
    }

    /** Puts it on the record. */
    @Transactional
    public Reviewing file(Document document, DocumentCategory category, Actor.Staff by) {
        if (document.check() == FileCheck.WAITING) {
            return new Reviewing.NotScanned();
        }
        if (document.patient() == null) {
            return new Reviewing.NoRecord();
        }
        if (!rows.decide(document.id(), DocumentState.FILED, category, null, by.name(), clock.instant())) {
            return new Reviewing.Before();
        }
        audit.record(AuditAction.DOCUMENT_FILED, document.id(), document.patient(), by);
        return new Reviewing.Done(document);
    }

    /**
     * Refuses it; its file goes, and who sent it is told.
     *
     * @param message what the sender reads, 1 to {@value #LONGEST_MESSAGE} characters
     */
    @Transactional
    public Reviewing refuse(Document document, String message, Actor.Staff by) {
        if (!rows.decide(document.id(), DocumentState.REFUSED, null, message, by.name(), clock.instant())) {
            return new Reviewing.Before();
        }
        var file = document.file();
        if (file != null) {
            files.release(file);
        }
        audit.record(AuditAction.DOCUMENT_REFUSED, document.id(), document.patient(), by);
        news.refused(document);
        return new Reviewing.Done(document);
    }
}
