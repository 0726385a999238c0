package io.anteroom.clinic.export;

import io.anteroom.clinic.access.elevation.ElevatedChart;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.audit.OncePerDay;
import io.anteroom.clinic.export.content.CopyReach;
import io.anteroom.clinic.file.FileContent;
import io.anteroom.clinic.file.FileId;
import io.anteroom.clinic.file.Files;
import io.anteroom.clinic.file.Opening;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.language.Language;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Copies as patients, and who acts for them, ask for and fetch them. How much one holds goes by the access ({@link CopyReach}); with clinical
 * records in it, both are behind the fresh check.
 */
@Component
public class Exports {

    private static final String SUBJECT = "patient-export";

    /** So many of one patient an account may ask for on one day of the clinic: each is work, and room. */
    private static final int MOST_A_DAY = 3;

    /** What is not made by then never will be: the work was tried for hours, and given up. */
    private static final Duration GIVEN_UP = Duration.ofDays(1);

    private final ExportRows rows;
    private final ExportRemoval removal;
    private final Files files;
    private final AuditLog audit;
    private final OncePerDay once;
    private final WorkQueue work;
    private final Clock clock;

    Exports(
            ExportRows rows,
            ExportRemoval removal,
            Files files,
            AuditLog audit,
            OncePerDay once,
            WorkQueue work,
            Clock clock) {
        this.rows = rows;
        this.removal = removal;
        this.files = files;
        this.audit = audit;
        this.once = once;
        this.work = work;
        this.clock = clock;
    }

    /** What this person may have a copy of for the patient acted for, if of anything. */
    public static Optional<CopyReach> reach(VisibleChart chart) {
        return chart.actingFor().flatMap(CopyReach::of);
    }

    /** Whether the fresh check comes first: clinical records would be in it, and they are locked. */
    public static boolean locked(VisibleChart chart) {
        return reach(chart).filter(CopyReach::clinical).isPresent()
                && ElevatedChart.of(chart).isEmpty();
    }

    /** The last copy of the patient acted for that this person asked for and may fetch, unless it is gone. */
    @Transactional(readOnly = true)
    public Optional<PatientExport> last(VisibleChart chart) {
        return reach(chart)
                .flatMap(reach -> rows.last(acting(chart), chart.viewer().account())
                        .filter(one -> one.ready() == null
                                ? !givenUp(one)
                                : one.reach().within(reach)));
    }

    /** Has one made, in that language. What this person had before goes. */
    @Transactional
    public ExportAsked ask(VisibleChart chart, Language language) {
        var reach = reach(chart);
        if (reach.isEmpty()) {
            return new ExportAsked.NotAllowed();
        }
        if (locked(chart)) {
            return new ExportAsked.Locked();
        }
        var patient = acting(chart);
        var account = chart.viewer().account();
        rows.lock(patient);
        var underway = rows.underway(patient);
        if (underway.filter(this::givenUp).isPresent()) {
            removal.remove(underway.get());
            underway = Optional.empty();
        }
        if (underway.isPresent()) {
            return underway.get().account().equals(account)
                    ? new ExportAsked.Asked(underway.get().id())
                    : new ExportAsked.OneIsMade();
        }
        var now = clock.instant();
        if (rows.askedSince(patient, account, today(now)) >= MOST_A_DAY) {
            return new ExportAsked.TooMany();
        }
        rows.last(patient, account).ifPresent(removal::remove);
        var id = rows.add(patient, account, reach.get(), language, now);
        work.add(MakeExport.KIND, id.toString());
        audit.record(
                chart.actor(),
                AuditEntry.of(AuditAction.RECORD_EXPORT_ASKED, SUBJECT, id).ofPatient(patient.value()));
        return new ExportAsked.Asked(id);
    }

    /**
     * The bytes of one that is ready, of the patient acted for and for this person. That it is fetched is in the log from here on, once
     * a day: a browser that fetches it in parts asks many times.
     */
    @Transactional
    public Optional<FileContent> fetch(VisibleChart chart, ExportId id) {
        var found = reach(chart)
                .filter(_ -> !locked(chart))
                .flatMap(reach -> rows.find(id)
                        .filter(one -> one.patient().equals(acting(chart)))
                        .filter(one -> one.reach().within(reach))
                        .filter(one -> one.account().equals(chart.viewer().account())))
                .map(PatientExport::ready)
                .filter(ready -> ready.expires().isAfter(clock.instant()))
                .flatMap(ready -> opened(ready.file()));
        found.ifPresent(_ -> once.note(
                chart.actor(),
                AuditEntry.of(AuditAction.RECORD_EXPORT_FETCHED, SUBJECT, id)
                        .ofPatient(acting(chart).value())));
        return found;
    }

    private boolean givenUp(PatientExport underway) {
        return underway.askedAt().plus(GIVEN_UP).isBefore(clock.instant());
    }

    private Optional<FileContent> opened(FileId id) {
        return files.open(id) instanceof Opening.Opened(var content) ? Optional.of(content) : Optional.empty();
    }

    private static PatientId acting(VisibleChart chart) {
        return chart.actingFor().orElseThrow().id();
    }

    /** When the clinic's day began. */
    private static Instant today(Instant now) {
        var zone = CurrentTenant.get().zone();
        return LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
    }
}
