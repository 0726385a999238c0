package io.anteroom.tenantadmin.record;

import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.patient.Patients;
import io.anteroom.clinic.record.RecordAnswer;
import io.anteroom.clinic.record.RecordAudit;
import io.anteroom.clinic.record.RecordDesk;
import io.anteroom.clinic.record.RecordEntry;
import io.anteroom.clinic.record.RecordId;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.patient.PatientHead;
import io.anteroom.tenantadmin.patient.PatientHeads;
import io.anteroom.tenantadmin.patient.StandingRecord;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.StaffPage;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What the pages of clinical records have in common: whose it is, the frame, the trace. */
@Component
class RecordPlace {

    private final Patients patients;
    private final PatientHeads heads;
    private final RecordDesk desk;
    private final RecordAudit audit;
    private final StaffPages pages;
    private final Clock clock;

    RecordPlace(
            Patients patients, PatientHeads heads, RecordDesk desk, RecordAudit audit, StaffPages pages, Clock clock) {
        this.patients = patients;
        this.heads = heads;
        this.desk = desk;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
    }

    /** The record of that number, which has not gone into another. */
    Patient patient(long id) {
        return StandingRecord.find(patients, id);
    }

    PatientHead head(Patient patient, StaffMember staff) {
        return heads.of(patient, staff);
    }

    StaffPage page(String title) {
        return pages.page(StaffSection.PATIENTS, title);
    }

    /** An entry that is about to be shown to somebody. */
    RecordEntry shown(PatientId patient, long entry, StaffMember staff) {
        var found = desk.find(patient, new RecordId(entry)).orElseThrow(NoSuchPageException::new);
        audit.read(patient, found.id(), staff.actor());
        return found;
    }

    /** Notes that somebody saves the file of an entry. */
    void saved(PatientId patient, RecordId entry, StaffMember staff) {
        audit.saved(patient, entry, staff.actor());
    }

    /** The address of a patient's entries. */
    static String list(long patient) {
        return "/o/" + CurrentTenant.get().slug() + "/patients/" + patient + "/records";
    }

    static String entry(long patient, RecordId id) {
        return list(patient) + "/" + id;
    }

    /** Back to the entry, with what came of the act. */
    static Reply answer(long patient, RecordAnswer answer, String done, String refused) {
        return switch (answer) {
            case RecordAnswer.Done(RecordId id) ->
                Reply.redirect(entry(patient, id)).done(done);
            case RecordAnswer.NotNow(RecordEntry current) ->
                Reply.redirect(entry(patient, current.id())).refused(refused);
            case RecordAnswer.Meanwhile(RecordEntry current) ->
                Reply.redirect(entry(patient, current.id()))
                        .refused("Somebody changed this meanwhile, so nothing was done. Look at it, then try again");
            case RecordAnswer.Gone() -> throw new NoSuchPageException();
        };
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), CurrentTenant.get().zone());
    }

    Instant now() {
        return clock.instant();
    }
}
