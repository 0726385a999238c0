package io.anteroom.tenantadmin.scheduling.desk;

import gg.jte.Content;
import io.anteroom.clinic.access.invitation.Invitations;
import io.anteroom.clinic.access.invitation.WantedInvitation;
import io.anteroom.clinic.patient.PatientField;
import io.anteroom.clinic.patient.ReadDetails;
import io.anteroom.clinic.scheduling.appointment.DeskAnswer;
import io.anteroom.clinic.scheduling.newpatient.NewPatientAnswer;
import io.anteroom.clinic.scheduling.newpatient.NewPatientBooking;
import io.anteroom.clinic.scheduling.newpatient.NewPatientDesk;
import io.anteroom.clinic.scheduling.setup.Fault;
import io.anteroom.clinic.scheduling.setup.Typed;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.invitation.InvitationForm;
import io.anteroom.tenantadmin.invitation.RefusalWords;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Books for somebody of whom there is no record yet, and adds the record, and sends portal access where that is wanted. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/appointments/new/patient")
class NewPatientBookingController {

    private final NewPatientDesk desk;
    private final Invitations invitations;
    private final DeskPages pages;
    private final Clock clock;

    NewPatientBookingController(NewPatientDesk desk, Invitations invitations, DeskPages pages, Clock clock) {
        this.desk = desk;
        this.invitations = invitations;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    @Needs(Permission.EDIT_PATIENTS)
    Content blank(@RequestParam MultiValueMap<String, String> sent, StaffMember staff) {
        staff.require(Permission.MANAGE_APPOINTMENTS);
        return pages.newPatient(NewPatientForm.blank(sent, staff.may(Permission.MANAGE_ACCESS)));
    }

    /** All that is wrong is said at once, and nothing is done before all of it can be. */
    @PostMapping
    @Needs(Permission.EDIT_PATIENTS)
    Reply book(@RequestParam MultiValueMap<String, String> sent, StaffMember staff) {
        staff.require(Permission.MANAGE_APPOINTMENTS);
        NewPatientForm form = NewPatientForm.typed(sent, staff.may(Permission.MANAGE_ACCESS));
        var typed = new Typed(sent);
        var time = form.time().time(typed, null, pages.zones());
        String note = typed.lines("note", 500);
        var read = form.patient().read(clock);
        WantedInvitation invitation = invitation(form);
        FormErrors errors = of(read).and(refused(form, invitation)).and(of(typed));
        if (errors.any() || time.isEmpty() || !(read instanceof ReadDetails.Fine(var details))) {
            return Reply.invalid(pages.newPatient(form.faulty(errors)));
        }
        var wanted = new NewPatientBooking(
                form.time().attempt(),
                details,
                form.another(),
                invitation,
                time.get(),
                form.time().anyway(),
                note.isEmpty() ? null : note);
        return answer(form, invitation != null, desk.book(wanted, staff.actor()));
    }

    private Reply answer(NewPatientForm form, boolean invited, NewPatientAnswer answer) {
        return switch (answer) {
            case NewPatientAnswer.Booked(var appointment) ->
                Reply.redirect(DeskPages.calendar(appointment))
                        .done("Patient added. Booked for " + AppointmentWords.who(appointment) + ": "
                                + AppointmentWords.when(appointment)
                                + (invited ? ". The invitation is on its way" : ""));
            case NewPatientAnswer.PossiblyKnown(var known) ->
                Reply.page(HttpStatus.CONFLICT, pages.newPatient(form.possibly(known)));
            case NewPatientAnswer.NotInvited(var reasons) ->
                Reply.invalid(pages.newPatient(form.faulty(RefusalWords.errors(reasons, isToOther(form)))));
            case NewPatientAnswer.NotBooked(DeskAnswer.OutsideHours()) ->
                Reply.page(HttpStatus.CONFLICT, pages.newPatient(form.outsideHours()));
            case NewPatientAnswer.NotBooked(DeskAnswer.Taken()) ->
                Reply.page(
                        HttpStatus.CONFLICT,
                        pages.newPatient(form.faulty(
                                FormErrors.of("time", "Another appointment is there by now. Choose another time"))));
            case NewPatientAnswer.NotBooked(var _) ->
                Reply.invalid(pages.newPatient(form.faulty(FormErrors.of(
                        "service", "It isn’t given by this practitioner at this place, or no room is free"))));
        };
    }

    private static FormErrors of(ReadDetails read) {
        FormErrors errors = FormErrors.none();
        if (read instanceof ReadDetails.Faulty(var faults)) {
            for (ReadDetails.Fault fault : faults) {
                errors = errors.with(fault.field().code(), fault.message());
            }
        }
        return errors;
    }

    private static FormErrors of(Typed typed) {
        FormErrors errors = FormErrors.none();
        for (Fault fault : typed.faults()) {
            errors = errors.with(fault.field(), fault.message());
        }
        return errors;
    }

    private FormErrors refused(NewPatientForm form, @Nullable WantedInvitation wanted) {
        return wanted == null ? FormErrors.none() : RefusalWords.errors(invitations.refusals(wanted), isToOther(form));
    }

    private static boolean isToOther(NewPatientForm form) {
        InvitationForm typed = form.invitation();
        return typed != null && typed.isToOther();
    }

    private static @Nullable WantedInvitation invitation(NewPatientForm form) {
        InvitationForm typed = form.invitation();
        if (typed == null) {
            return null;
        }
        var texts = form.patient().texts();
        var wanted = typed.wanted(texts.get(PatientField.EMAIL), texts.get(PatientField.MOBILE));
        return wanted.isWanted() ? wanted : null;
    }
}
