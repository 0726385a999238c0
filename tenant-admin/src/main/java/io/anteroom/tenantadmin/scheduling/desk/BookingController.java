package io.anteroom.tenantadmin.scheduling.desk;

import gg.jte.Content;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.patient.PatientRow;
import io.anteroom.clinic.patient.PatientSearch;
import io.anteroom.clinic.patient.PatientSort;
import io.anteroom.clinic.patient.Patients;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.AppointmentDesk;
import io.anteroom.clinic.scheduling.appointment.DeskAnswer;
import io.anteroom.clinic.scheduling.appointment.DeskBooking;
import io.anteroom.clinic.scheduling.appointment.WantedTime;
import io.anteroom.clinic.scheduling.setup.Typed;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Books for a patient: first whom, where that is not known yet, then what and when. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/appointments")
class BookingController {

    private static final int MOST = 20;

    private final AppointmentDesk desk;
    private final Patients patients;
    private final PatientSearch search;
    private final DeskPages pages;

    BookingController(AppointmentDesk desk, Patients patients, PatientSearch search, DeskPages pages) {
        this.desk = desk;
        this.patients = patients;
        this.search = search;
        this.pages = pages;
    }

    /** What is known already, such as the time that was clicked on, stands in the form. */
    @GetMapping("/new")
    @Needs(Permission.MANAGE_APPOINTMENTS)
    Content form(@RequestParam MultiValueMap<String, String> sent, StaffMember staff) {
        var values = new HashMap<>(sent);
        values.put("attempt", List.of(UUID.randomUUID().toString()));
        DeskForm form = DeskForm.of(values);
        return patient(form).map(found -> pages.booking(found, form)).orElseGet(() -> choose(form, staff));
    }

    @PostMapping
    @Needs(Permission.MANAGE_APPOINTMENTS)
    Reply book(@RequestParam MultiValueMap<String, String> sent, StaffMember staff) {
        DeskForm form = DeskForm.of(sent);
        Optional<Patient> patient = patient(form);
        if (patient.isEmpty()) {
            return Reply.invalid(choose(form, staff));
        }
        var typed = new Typed(sent);
        Optional<WantedTime> time = form.time(typed, null, pages.zones());
        String note = typed.lines("note", 500);
        if (time.isEmpty() || !typed.faults().isEmpty()) {
            return Reply.invalid(pages.booking(patient.get(), form.faulty(typed.faults())));
        }
        return answer(patient.get(), form, desk.book(wanted(form, patient.get(), time.get(), note), staff.actor()));
    }

    private Reply answer(Patient patient, DeskForm form, DeskAnswer answer) {
        return switch (answer) {
            case DeskAnswer.Done(Appointment booked) ->
                Reply.redirect(DeskPages.calendar(booked))
                        .done("Booked for " + patient.fullName() + ": " + AppointmentWords.when(booked));
            case DeskAnswer.OutsideHours() ->
                Reply.page(HttpStatus.CONFLICT, pages.booking(patient, form.outsideHours()));
            case DeskAnswer.Taken() ->
                Reply.page(
                        HttpStatus.CONFLICT,
                        pages.booking(
                                patient,
                                form.faulty("time", "Another appointment is there by now. Choose another time")));
            case DeskAnswer.NotThere() ->
                Reply.invalid(pages.booking(
                        patient,
                        form.faulty(
                                "service", "It isn’t given by this practitioner at this place, or no room is free")));
            case DeskAnswer.Meanwhile(Appointment _) -> Reply.invalid(pages.booking(patient, form));
            case DeskAnswer.NotNow(var _) -> Reply.invalid(pages.booking(patient, form));
        };
    }

    private static DeskBooking wanted(DeskForm form, Patient patient, WantedTime time, String note) {
        return new DeskBooking(
                form.attempt(),
                patient.id(),
                time.service(),
                Objects.requireNonNull(time.practitioner()),
                time.location(),
                time.start(),
                form.anyway(),
                note.isEmpty() ? null : note);
    }

    private Optional<Patient> patient(DeskForm form) {
        return new Typed(form.values())
                .ids("patient").stream().findFirst().map(PatientId::new).flatMap(patients::find);
    }

    private Content choose(DeskForm form, StaffMember staff) {
        String typed = form.text("q");
        List<PatientRow> found = typed.isBlank()
                ? List.of()
                : search.find(typed, PatientSort.NAME, 1).rows().stream()
                        .limit(MOST)
                        .toList();
        return pages.patients(form, typed, found, staff);
    }
}
