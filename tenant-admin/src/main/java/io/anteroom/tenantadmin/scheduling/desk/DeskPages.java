package io.anteroom.tenantadmin.scheduling.desk;

import gg.jte.Content;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.patient.PatientRow;
import io.anteroom.clinic.questionnaire.assignment.Assignments;
import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.DeskAnswer;
import io.anteroom.clinic.scheduling.appointment.StaffAppointments;
import io.anteroom.clinic.scheduling.deposit.Deposits;
import io.anteroom.clinic.scheduling.reminder.AppointmentMessages;
import io.anteroom.clinic.scheduling.setup.Location;
import io.anteroom.clinic.scheduling.setup.Locations;
import io.anteroom.clinic.scheduling.setup.Practitioner;
import io.anteroom.clinic.scheduling.setup.Practitioners;
import io.anteroom.clinic.scheduling.setup.Service;
import io.anteroom.clinic.scheduling.setup.Services;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Confirmation;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.Option;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Draws the pages on which staff act on appointments. */
@Component
class DeskPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String MEANWHILE = "Somebody changed it while you had it open. This is how it is now.";
    private static final String NOT_NOW = "It stands otherwise by now, so this can’t be done.";

    private final StaffAppointments appointments;
    private final Services services;
    private final Practitioners practitioners;
    private final Locations locations;
    private final PublishedPortals portals;
    private final AppointmentMessages messages;
    private final Deposits deposits;
    private final Assignments forms;
    private final StaffPages pages;

    DeskPages(
            StaffAppointments appointments,
            Services services,
            Practitioners practitioners,
            Locations locations,
            PublishedPortals portals,
            AppointmentMessages messages,
            Deposits deposits,
            Assignments forms,
            StaffPages pages) {
        this.appointments = appointments;
        this.services = services;
        this.practitioners = practitioners;
        this.locations = locations;
        this.portals = portals;
        this.messages = messages;
        this.deposits = deposits;
        this.forms = forms;
        this.pages = pages;
    }

    static String organisation() {
        return "/o/" + CurrentTenant.get().slug();
    }

    static String url(AppointmentId id) {
        return organisation() + "/appointments/" + id;
    }

    /** The same day within the week of the one who sees the patient. */
    static String week(Appointment appointment) {
        return calendar(appointment) + "&view=week&practitioner=" + appointment.practitioner();
    }

    /** The list of today. */
    static String today() {
        return organisation() + "/appointments";
    }

    /** The calendar on the day of the appointment. */
    static String calendar(Appointment appointment) {
        ZoneId zone = CurrentTenant.get().zone();
        return organisation() + "/calendar?day="
                + appointment.start().atZone(zone).toLocalDate();
    }

    Appointment find(long id) {
        return appointments.find(new AppointmentId(id)).orElseThrow(NoSuchPageException::new);
    }

    /** The zones of the open locations, by number. */
    Map<Long, ZoneId> zones() {
        return locations.all().stream()
                .filter(Location::open)
                .collect(Collectors.toMap(
                        one -> one.id().value(), one -> one.details().zone()));
    }

    /** Whether patients are told of appointments by mail: they are where the portal offers appointments. */
    boolean tellsPatients() {
        return portals.current().offers(Section.APPOINTMENTS);
    }

    /** The appointment, with what can be done. */
    Content show(Appointment appointment, String warning) {
        return TEMPLATES.schedulingDeskShow(
                pages.page(StaffSection.CALENDAR, "Appointment of " + AppointmentWords.who(appointment)),
                organisation(),
                appointment,
                messages.of(appointment),
                deposits.of(appointment).orElse(null),
                forms.of(appointment.id()),
                CurrentTenant.get().zone(),
                warning);
    }

    /** The same, for what can't be done as it stands. */
    Content notNow(Appointment appointment) {
        return show(appointment, NOT_NOW);
    }

    /** The answer to an act that was refused because of how the appointment stands by now. */
    Reply refused(long id, DeskAnswer answer) {
        return switch (answer) {
            case DeskAnswer.Meanwhile(Appointment now) -> Reply.page(HttpStatus.CONFLICT, show(now, MEANWHILE));
            case DeskAnswer.NotNow(var _) -> Reply.page(HttpStatus.CONFLICT, notNow(find(id)));
            default -> throw new NoSuchPageException();
        };
    }

    /** The form to cancel it. */
    Content cancellation(Appointment appointment, Instant now, String because, String problem) {
        return TEMPLATES.schedulingDeskCancel(
                pages.page(StaffSection.CALENDAR, "Cancel appointment"),
                url(appointment.id()),
                appointment,
                tellsPatients(),
                appointment.mayKeepDeposit(now),
                because,
                problem);
    }

    /** Asks whether the deposit is to be given back. */
    Content givingBack(Appointment appointment) {
        return TEMPLATES.schedulingDeskGivingBack(
                pages.page(StaffSection.CALENDAR, "Give back the deposit"),
                Confirmation.of(
                        "Give back the deposit?",
                        List.of(
                                AppointmentWords.who(appointment) + ", " + AppointmentWords.when(appointment) + ".",
                                "All of it goes back to the card that paid. This can’t be taken back."),
                        url(appointment.id()) + "/deposit",
                        "Give back the deposit",
                        url(appointment.id())));
    }

    /** The form to move it. */
    Content move(Appointment appointment, DeskForm form) {
        return TEMPLATES.schedulingDeskMove(
                pages.page(StaffSection.CALENDAR, "Move appointment"),
                url(appointment.id()),
                appointment,
                form,
                people(),
                places());
    }

    /** Whom it is for, among those found. */
    Content patients(DeskForm form, String typed, List<PatientRow> found, StaffMember staff) {
        return TEMPLATES.schedulingDeskPatient(
                pages.page(StaffSection.CALENDAR, "Book appointment"),
                organisation(),
                form,
                typed,
                found,
                Formats.ofClinic(),
                staff.may(Permission.EDIT_PATIENTS));
    }

    /** The form to book for somebody new. */
    Content newPatient(NewPatientForm form) {
        return TEMPLATES.schedulingDeskNewPatient(
                pages.page(StaffSection.CALENDAR, "Book for a new patient"),
                organisation(),
                form,
                tellsPatients(),
                offered(),
                people(),
                places());
    }

    /** The form to book for a patient. */
    Content booking(Patient patient, DeskForm form) {
        return TEMPLATES.schedulingDeskBook(
                pages.page(StaffSection.CALENDAR, "Book appointment"),
                organisation(),
                patient,
                form,
                tellsPatients(),
                offered(),
                people(),
                places());
    }

    private List<Option> offered() {
        return services.all().stream()
                .filter(Service::open)
                .map(one -> new Option(
                        one.id().toString(),
                        one.name() + ", " + one.details().timing().minutes() + " min"))
                .toList();
    }

    private List<Option> people() {
        return practitioners.all().stream()
                .filter(Practitioner::open)
                .map(one -> new Option(one.id().toString(), one.name()))
                .toList();
    }

    /** The time is typed by the clocks of the place, so those of another zone than the clinic's say which. */
    private List<Option> places() {
        ZoneId usual = CurrentTenant.get().zone();
        return locations.all().stream()
                .filter(Location::open)
                .map(one -> new Option(
                        one.id().toString(),
                        one.name() + unlessUsual(usual, one.details().zone())))
                .toList();
    }

    private static String unlessUsual(ZoneId usual, ZoneId zone) {
        return zone.equals(usual) ? "" : " (clocks of " + zone.getId().replace('_', ' ') + ")";
    }
}
