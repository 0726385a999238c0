package io.anteroom.tenantadmin.patient;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.access.invitation.Invitations;
import io.anteroom.clinic.access.invitation.Refusal;
import io.anteroom.clinic.access.invitation.Sending;
import io.anteroom.clinic.access.invitation.WantedInvitation;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.PatientField;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.patient.PatientRecords;
import io.anteroom.clinic.patient.PatientRow;
import io.anteroom.clinic.patient.ReadDetails;
import io.anteroom.clinic.patient.Registered;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.invitation.InvitationForm;
import io.anteroom.tenantadmin.invitation.RefusalWords;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.tenantadmin.templates.Templates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
    private final Invitations invitations;
    private final StaffPages pages;
    private final Clock clock;

    NewPatientController(PatientRecords records, Invitations invitations, StaffPages pages, Clock clock) {
        this.records = records;
        this.invitations = invitations;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/o/{organisation}/patients/new")
    @Needs(Permission.EDIT_PATIENTS)
    JteModel blank(@PathVariable String organisation, StaffMember staff) {
        return form(organisation, PatientForm.empty(), mayInvite(staff) ? InvitationForm.none() : null, List.of());
    }

    @PostMapping("/o/{organisation}/patients")
    @Needs(Permission.EDIT_PATIENTS)
    Reply add(
            @PathVariable String organisation,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "false") boolean anyway,
            StaffMember staff) {
        PatientForm form = PatientForm.typed(typed);
        InvitationForm invitation = mayInvite(staff) ? InvitationForm.of(typed) : null;
        return switch (form.read(clock)) {
            case ReadDetails.Faulty(List<ReadDetails.Fault> faults) ->
                Reply.invalid(form(organisation, form.faulty(faults), invitation, List.of()));
            case ReadDetails.Fine(PatientDetails details) -> {
                WantedInvitation wanted = wanted(form, invitation);
                List<Refusal> refusals = wanted == null ? List.of() : invitations.refusals(wanted);
                yield refusals.isEmpty()
                        ? add(organisation, form, details, wanted, invitation, anyway, staff)
                        : Reply.invalid(refused(organisation, form, invitation, refusals));
            }
        };
    }

    private Reply add(
            String organisation,
            PatientForm form,
            PatientDetails details,
            @Nullable WantedInvitation wanted,
            @Nullable InvitationForm invitation,
            boolean anyway,
            StaffMember staff) {
        return switch (records.register(details, anyway, staff.actor())) {
            case Registered.Created(var id) -> {
                var record = Reply.redirect("/o/" + organisation + "/patients/" + id);
                yield wanted == null ? record.done("Patient added") : invite(record, id, wanted, staff);
            }
            case Registered.PossiblyKnown(List<PatientRow> known) ->
                Reply.invalid(form(organisation, form, invitation, known));
            case Registered.NumberTaken(var _) ->
                Reply.invalid(form(
                        organisation,
                        form.faulty(PatientField.EXTERNAL_ID, "Another patient has this number already"),
                        invitation,
                        List.of()));
        };
    }

    /** What stood against it was told before; something may have come up since. */
    private Reply invite(Reply.Redirect record, PatientId id, WantedInvitation wanted, StaffMember staff) {
        return invitations.send(id, wanted, staff.actor()) instanceof Sending.Refused(var reasons)
                ? record.refused("The patient was added, but the invitation was not sent. "
                        + RefusalWords.message(reasons.getFirst()))
                : record.done("Patient added. The invitation is on its way");
    }

    private JteModel refused(
            String organisation, PatientForm form, @Nullable InvitationForm invitation, List<Refusal> refusals) {
        var errors = RefusalWords.errors(refusals, invitation != null && invitation.isToOther());
        return form(
                organisation,
                new PatientForm(form.texts(), errors, true),
                invitation == null ? null : invitation.faulty(errors),
                List.of());
    }

    private static @Nullable WantedInvitation wanted(PatientForm form, @Nullable InvitationForm invitation) {
        if (invitation == null) {
            return null;
        }
        var wanted = invitation.wanted(
                form.texts().get(PatientField.EMAIL), form.texts().get(PatientField.MOBILE));
        return wanted.isWanted() ? wanted : null;
    }

    private static boolean mayInvite(StaffMember staff) {
        return staff.may(Permission.MANAGE_ACCESS);
    }

    private JteModel form(
            String organisation, PatientForm form, @Nullable InvitationForm invitation, List<PatientRow> known) {
        return TEMPLATES.patientNew(
                pages.page(StaffSection.PATIENTS, "New patient"),
                "/o/" + organisation + "/patients",
                form,
                invitation,
                known);
    }
}
