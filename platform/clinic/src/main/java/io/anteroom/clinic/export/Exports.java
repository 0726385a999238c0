package io.anteroom.clinic.export;

import io.anteroom.clinic.access.elevation.ElevatedChart;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.language.Language;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.work.WorkQueue;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Copies as patients ask for and fetch them. One may ask who sees all of the record: the patient, and a parent whose access is full and
 * to each part of it. A parent's copy has no more than a parent's pages.
 */
@Component
public class Exports {

    private static final String SUBJECT = "patient-export";

    /** So many of one patient an account may ask for on one day of the clinic: each is work, and room. */
    private static final int MOST_A_DAY = 3;

    private final ExportRows rows;
    private final ExportPieces pieces;
    private final AuditLog audit;
    private final WorkQueue work;
    private final Clock clock;

    Exports(ExportRows rows, ExportPieces pieces, AuditLog audit, WorkQueue work, Clock clock) {
        this.rows = rows;
        this.pieces = pieces;
        this.audit = audit;
        this.work = work;
        this.clock = clock;
    }

    /** Whether this person may ask for a copy of the patient acted for, once clinical records are open. */
    public static boolean mayAsk(VisibleChart chart) {
        return chart.actingFor().filter(patient -> mayAsk(chart, patient)).isPresent();
    }

    private static boolean mayAsk(VisibleChart chart, VisiblePatient patient) {
        boolean all = AccessScope.all().stream()
                .allMatch(scope -> chart.listedFor(scope).contains(patient.id()));
        return switch (patient.relationship()) {
            case SELF -> chart.listedFor(AccessScope.CLINICAL).contains(patient.id());
            case PARENT -> all;
            case CARER, NOMINATED -> false;
        };
    }

    /** The last copy of the patient acted for that this person asked for, unless it is gone. */
    @Transactional(readOnly = true)
    public Optional<PatientExport> last(VisibleChart chart) {
        return allowed(chart)
                .flatMap(patient -> rows.last(patient.id(), chart.viewer().account())
                        .filter(one -> one.ready() == null || isFor(one, patient)));
    }

    /** Has one made, in that language. What this person had before goes. */
    @Transactional
    public ExportAsked ask(ElevatedChart elevated, Language language) {
        var chart = elevated.chart();
        var allowed = allowed(chart);
        if (allowed.isEmpty()) {
            return new ExportAsked.NotAllowed();
        }
        var patient = allowed.get();
        var account = chart.viewer().account();
        rows.lock(patient.id());
        var underway = rows.underway(patient.id());
        if (underway.isPresent()) {
            return underway.get().account().equals(account)
                    ? new ExportAsked.Asked(underway.get().id())
                    : new ExportAsked.OneIsMade();
        }
        var now = clock.instant();
        if (rows.askedSince(patient.id(), account, today(now)) >= MOST_A_DAY) {
            return new ExportAsked.TooMany();
        }
        rows.last(patient.id(), account).ifPresent(before -> rows.gone(before.id()));
        boolean own = patient.relationship() == Relationship.SELF;
        var id = rows.add(patient.id(), account, own, language, now);
        work.add(MakeExport.KIND, id.toString());
        audit.record(
                chart.actor(),
                AuditEntry.of(AuditAction.RECORD_EXPORT_ASKED, SUBJECT, id)
                        .ofPatient(patient.id().value()));
        return new ExportAsked.Asked(id);
    }

    /** One that is ready, of the patient acted for and for this person; that it is fetched is in the log from here on. */
    @Transactional
    public Optional<PatientExport> fetch(ElevatedChart elevated, ExportId id) {
        var chart = elevated.chart();
        var found = allowed(chart)
                .flatMap(patient -> rows.find(id)
                        .filter(one -> one.patient().equals(patient.id()))
                        .filter(one -> isFor(one, patient))
                        .filter(one -> one.account().equals(chart.viewer().account()))
                        .filter(one ->
                                one.ready() != null && one.ready().expires().isAfter(clock.instant())));
        found.ifPresent(one -> audit.record(
                chart.actor(),
                AuditEntry.of(AuditAction.RECORD_EXPORT_FETCHED, SUBJECT, id)
                        .ofPatient(one.patient().value())));
        return found;
    }

    /** Writes out one that was {@linkplain #fetch fetched}, piece by piece; outside of any transaction. */
    public void copy(PatientExport export, OutputStream to) throws IOException {
        pieces.copy(export.id(), to);
    }

    /** A copy made for the patient holds more than one made for a parent, and an access may be corrected from the one to the other. */
    private static boolean isFor(PatientExport export, VisiblePatient patient) {
        return export.own() == (patient.relationship() == Relationship.SELF);
    }

    /** When the clinic's day began. */
    private static Instant today(Instant now) {
        var zone = CurrentTenant.get().zone();
        return LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
    }

    private static Optional<VisiblePatient> allowed(VisibleChart chart) {
        return chart.actingFor().filter(patient -> mayAsk(chart, patient));
    }
}
