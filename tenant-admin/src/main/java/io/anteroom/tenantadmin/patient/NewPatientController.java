package io.anteroom.tenantadmin.patient;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.PatientField;
import io.anteroom.clinic.patient.PatientRecords;
import io.anteroom.clinic.patient.PatientRow;
import io.anteroom.clinic.patient.ReadDetails;
import io.anteroom.clinic.patient.Registered;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.tenantadmin.templates.Templates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adding a patient. */
@Controller
@OnHost(Host.STAFF)
class NewPatientController {

    private static final Templates TEMPLATES = new StaticTemplates();

    private final PatientRecords records;
    private final StaffPages pages;
    private final Clock clock;

    NewPatientController(PatientRecords records, StaffPages pages, Clock clock) {
        this.records = records;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/o/{organisation}/patients/new")
    @Needs(Permission.EDIT_PATIENTS)
    JteModel blank(@PathVariable String organisation) {
        return form(organisation, PatientForm.empty(), List.of());
    }

    @PostMapping("/o/{organisation}/patients")
    @Needs(Permission.EDIT_PATIENTS)
    Reply add(
            @PathVariable String organisation,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "false") boolean anyway,
            StaffMember staff) {
        PatientForm form = PatientForm.typed(typed);
        return switch (form.read(clock)) {
            case ReadDetails.Faulty(List<ReadDetails.Fault> faults) ->
                Reply.invalid(form(organisation, form.faulty(faults), List.of()));
            case ReadDetails.Fine(PatientDetails details) ->
                switch (records.register(details, anyway, staff.actor())) {
                    case Registered.Created(var id) ->
                        Reply.redirect("/o/" + organisation + "/patients/" + id).done("Patient added");
                    case Registered.PossiblyKnown(List<PatientRow> known) ->
                        Reply.invalid(form(organisation, form, known));
                    case Registered.NumberTaken(var _) ->
                        Reply.invalid(form(
                                organisation,
                                form.faulty(PatientField.EXTERNAL_ID, "Another patient has this number already"),
                                List.of()));
                };
        };
    }

    private JteModel form(String organisation, PatientForm form, List<PatientRow> known) {
        return TEMPLATES.patientNew(
                pages.page(StaffSection.PATIENTS, "New patient"), "/o/" + organisation + "/patients", form, known);
    }
}
