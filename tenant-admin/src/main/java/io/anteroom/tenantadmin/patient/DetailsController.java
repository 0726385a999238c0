package io.anteroom.tenantadmin.patient;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.patient.Changed;
import io.anteroom.clinic.patient.MergedRecord;
import io.anteroom.clinic.patient.MergedRecords;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.PatientField;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.patient.PatientRecords;
import io.anteroom.clinic.patient.PatientTexts;
import io.anteroom.clinic.patient.Patients;
import io.anteroom.clinic.patient.ReadDetails;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.tenantadmin.templates.Templates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The tab Details of a patient's record: what the clinic keeps on the patient, to be read and changed. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/patients/{id}/details")
class DetailsController {

    private static final Templates TEMPLATES = new StaticTemplates();

    private final Patients patients;
    private final PatientRecords records;
    private final MergedRecords merged;
    private final StaffPages pages;
    private final PatientHeads heads;
    private final Clock clock;

    DetailsController(
            Patients patients,
            PatientRecords records,
            MergedRecords merged,
            StaffPages pages,
            PatientHeads heads,
            Clock clock) {
        this.patients = patients;
        this.records = records;
        this.merged = merged;
        this.pages = pages;
        this.heads = heads;
        this.clock = clock;
    }

    @GetMapping
    @Needs(Permission.SEE_PATIENTS)
    JteModel show(@PathVariable long id, StaffMember staff) {
        Patient patient = StandingRecord.find(patients, id);
        PatientTexts stored = stored(patient);
        return page(
                patient,
                staff,
                new PatientForm(stored, FormErrors.none(), staff.may(Permission.EDIT_PATIENTS)),
                patient.version(),
                null);
    }

    @PostMapping
    @Needs(Permission.EDIT_PATIENTS)
    Reply save(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam Map<String, String> typed,
            StaffMember staff) {
        PatientForm form = PatientForm.typed(typed);
        return switch (form.read(clock)) {
            case ReadDetails.Faulty(List<ReadDetails.Fault> faults) -> again(id, version, form.faulty(faults), staff);
            case ReadDetails.Fine(PatientDetails details) -> save(id, version, details, form, staff);
        };
    }

    private Reply save(long id, int version, PatientDetails details, PatientForm form, StaffMember staff) {
        return switch (records.change(new PatientId(id), version, details, staff.actor())) {
            case Changed.Saved() ->
                Reply.redirect("/o/" + CurrentTenant.get().slug() + "/patients/" + id)
                        .done("Details saved");
            case Changed.Meanwhile(Patient current) ->
                Reply.page(
                        HttpStatus.CONFLICT,
                        page(current, staff, form, current.version(), Conflict.of(current, stored(current), form)));
            case Changed.NumberTaken(var _) ->
                again(
                        id,
                        version,
                        form.faulty(PatientField.EXTERNAL_ID, "Another patient has this number already"),
                        staff);
            case Changed.Gone() -> onTheOneThatStays(id, form, staff);
        };
    }

    private Reply again(long id, int version, PatientForm form, StaffMember staff) {
        return patients.find(new PatientId(id))
                .map(patient -> Reply.invalid(page(patient, staff, form, version, null)))
                .orElseGet(() -> onTheOneThatStays(id, form, staff));
    }

    /** What was typed on a record that went into another meanwhile, beside what that one says. */
    private Reply onTheOneThatStays(long id, PatientForm form, StaffMember staff) {
        Patient stays =
                merged.whereWent(new PatientId(id)).flatMap(patients::find).orElseThrow(NoSuchPageException::new);
        MergedRecord went = merged.into(stays.id()).stream()
                .filter(one -> one.id().value() == id)
                .findFirst()
                .orElseThrow(NoSuchPageException::new);
        return Reply.page(
                HttpStatus.CONFLICT,
                page(stays, staff, form, stays.version(), Conflict.merged(went, stays, stored(stays), form)));
    }

    private JteModel page(
            Patient patient, StaffMember staff, PatientForm form, int version, @Nullable Conflict conflict) {
        return TEMPLATES.patientDetails(
                pages.page(StaffSection.PATIENTS, patient.fullName() + ", details"),
                heads.of(patient, staff),
                form,
                version,
                conflict);
    }

    private static PatientTexts stored(Patient patient) {
        return PatientTexts.of(patient.details(), CurrentTenant.get().country());
    }
}
