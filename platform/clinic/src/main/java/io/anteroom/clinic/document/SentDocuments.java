package io.anteroom.clinic.document;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.file.Files;
import io.anteroom.clinic.file.Opening;
import io.anteroom.clinic.file.StoredFile;
import io.anteroom.clinic.file.upload.Uploading;
import io.anteroom.clinic.file.upload.Uploads;
import io.anteroom.clinic.patient.PatientId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Documents as patients, and who acts for them, send and see them. They belong to the part of a record that bookings and forms belong
 * to. An account sees what it sent itself; with full access also that others sent something about the patient, and what became of it.
 * Whoever opened an account by themselves sends and sees theirs before it is matched with a record, which then has them.
 * What is in a file, what it is called and what was said of it only who sent it can read again.
 */
@Component
public class SentDocuments {

    private final DocumentRows rows;
    private final DocumentAudit audit;
    private final Files files;
    private final Uploads uploads;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SentDocuments(
            DocumentRows rows,
            DocumentAudit audit,
            Files files,
            Uploads uploads,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.files = files;
        this.uploads = uploads;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Whether documents of that patient are anything to whoever sees them like this. */
    public static boolean open(VisiblePatient patient) {
        return patient.scopes().contains(AccessScope.BOOKINGS);
    }

    /** Whether the viewer may send any about the patient acted for, or about themselves while their account waits for its record. */
    @Transactional(readOnly = true)
    public boolean sends(VisibleChart chart) {
        return chart.actingFor().filter(SentDocuments::open).isPresent() || withoutRecord(chart);
    }

    private boolean withoutRecord(VisibleChart chart) {
        return chart.patients().isEmpty() && rows.waitsForRecord(account(chart));
    }

    /**
     * A page of those about the patient acted for, the newest first; of what others sent, neither name nor note.
     *
     * @param page from 1 on; behind the last there is nothing
     */
    @Transactional(readOnly = true)
    public DocumentPage list(VisibleChart chart, int page) {
        var own = own(chart.actingFor().stream());
        var found = rows.seen(account(chart), chart.listedFor(AccessScope.BOOKINGS), own, page);
        return new DocumentPage(
                found.rows().stream().map(document -> shown(document, chart)).toList(), found.total());
    }

    /** One about any patient of the viewer's; of what others sent, neither name nor note. */
    @Transactional(readOnly = true)
    public Optional<Document> find(VisibleChart chart, DocumentId id) {
        return rows.seen(id, account(chart), chart.openFor(AccessScope.BOOKINGS), own(chart.patients().stream()))
                .map(document -> shown(document, chart));
    }

    private static Document shown(Document document, VisibleChart chart) {
        return document.account().equals(account(chart)) ? document : document.ofSomebodyElse();
    }

    /**
     * Sends a document to the clinic. Outside any transaction, since the file comes as slowly as the sender's line is.
     *
     * @param patient whom it is about; null for the sender, whose account waits for its record
     * @param attempt the form's; sent twice it sends one
     * @param note what it is, at most 500 characters
     * @param name the file's
     * @param content the file; not closed
     * @throws IOException if the file breaks off
     */
    public Sending send(
            VisibleChart chart,
            @Nullable PatientId patient,
            UUID attempt,
            String note,
            String name,
            InputStream content)
            throws IOException {
        if (patient == null
                ? !Objects.requireNonNull(transaction.execute(_ -> withoutRecord(chart)))
                : chart.patient(patient).filter(SentDocuments::open).isEmpty()) {
            return new Sending.NotAllowed();
        }
        Optional<Sending> already = Objects.requireNonNull(transaction.execute(_ -> before(chart, attempt)));
        if (already.isPresent()) {
            return already.get();
        }
        return switch (uploads.ofAccount(account(chart), name, content, chart.actor())) {
            case Uploading.Busy _ -> new Sending.Busy();
            case Uploading.TooOften _ -> new Sending.TooOften();
            case Uploading.Refused(var why) -> new Sending.Refused(why);
            case Uploading.Taken(StoredFile file) ->
                Objects.requireNonNull(transaction.execute(_ -> written(chart, patient, attempt, note, file)));
        };
    }

    /** A file that is not claimed, since the same form came twice at once or a limit was reached meanwhile, goes by itself. */
    private Sending written(
            VisibleChart chart, @Nullable PatientId patient, UUID attempt, String note, StoredFile file) {
        var account = account(chart);
        if (patient == null) {
            rows.lock(account);
        } else {
            rows.lock(account, patient);
        }
        return before(chart, attempt).orElseGet(() -> {
            // The account may have been matched while the file was on its way.
            var about = patient == null ? rows.matchedWith(account).orElse(null) : patient;
            var id = rows.insert(attempt, account, chart.actor().name(), about, file, note, clock.instant());
            files.claim(file.id());
            audit.record(AuditAction.DOCUMENT_SENT, id, about, chart.actor());
            return new Sending.Sent(id);
        });
    }

    private Optional<Sending> before(VisibleChart chart, UUID attempt) {
        var account = account(chart);
        Optional<Sending> sent = rows.ofAttempt(attempt, account).map(Sending.Sent::new);
        var today = rows.sentSince(account, clock.instant().minus(DocumentLimits.DAY));
        return sent.isEmpty() && DocumentLimits.A_DAY.reached(today) ? Optional.of(new Sending.TooMany()) : sent;
    }

    /** Takes back what the viewer sent and nobody has decided about; its file goes. */
    @Transactional
    public boolean takeBack(VisibleChart chart, DocumentId id) {
        var found = find(chart, id);
        if (found.isEmpty() || !rows.takeBack(id, account(chart))) {
            return false;
        }
        var file = found.get().file();
        if (file != null) {
            files.release(file);
        }
        audit.record(AuditAction.DOCUMENT_TAKEN_BACK, id, found.get().patient(), chart.actor());
        return true;
    }

    /** Opens the file of one that the viewer sent; it is written down. */
    @Transactional
    public Opening open(VisibleChart chart, DocumentId id) {
        var found = find(chart, id).filter(document -> document.account().equals(account(chart)));
        var file = found.map(Document::file);
        if (found.isEmpty() || file.isEmpty()) {
            return new Opening.NotThere();
        }
        var opening = files.open(file.get());
        if (opening instanceof Opening.Opened) {
            audit.opened(id, found.get().patient(), chart.reader());
        }
        return opening;
    }

    private static AccountId account(VisibleChart chart) {
        return chart.viewer().account();
    }

    private static List<PatientId> own(Stream<VisiblePatient> patients) {
        return patients.filter(SentDocuments::open).map(VisiblePatient::id).toList();
    }
}
