package io.anteroom.tenantadmin.scheduling.desk;

import gg.jte.Content;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.patient.PatientRow;
import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.StaffAppointments;
import io.anteroom.clinic.scheduling.reminder.AppointmentMessages;
import io.anteroom.clinic.scheduling.setup.Location;
import io.anteroom.clinic.scheduling.setup.Locations;
import io.anteroom.clinic.scheduling.setup.Practitioner;
import io.anteroom.clinic.scheduling.setup.Practitioners;
import io.anteroom.clinic.scheduling.setup.Service;
import io.anteroom.clinic.scheduling.setup.Services;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.form.Option;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Draws the pages on which staff act on appointments. */
@Component
class DeskPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final StaffAppointments appointments;
    private final Services services;
    private final Practitioners practitioners;
    private final Locations locations;
    private final PublishedPortals portals;
    private final AppointmentMessages messages;
    private final StaffPages pages;

    DeskPages(
            StaffAppointments appointments,
            Services services,
            Practitioners practitioners,
            Locations locations,
            PublishedPortals portals,
            AppointmentMessages messages,
            StaffPages pages) {
        this.appointments = appointments;
        this.services = services;
        this.practitioners = practitioners;
        this.locations = locations;
        this.portals = portals;
        this.messages = messages;
        this.pages = pages;
    }

    static String organisation() {
        return "/o/" + CurrentTenant.get().slug();
    }

    static String url(AppointmentId id) {
        return organisation() + "/appointments/" + id;
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
                pages.page(StaffSection.CALENDAR, AppointmentWords.who(appointment)),
                organisation(),
                appointment,
                messages.of(appointment),
                CurrentTenant.get().zone(),
                warning);
    }

    /** The form to cancel it. */
    Content cancellation(Appointment appointment, String because, String problem) {
        return TEMPLATES.schedulingDeskCancel(
                pages.page(StaffSection.CALENDAR, "Cancel appointment"),
                url(appointment.id()),
                appointment,
                tellsPatients(),
                because,
                problem);
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
    Content patients(DeskForm form, String typed, List<PatientRow> found) {
        return TEMPLATES.schedulingDeskPatient(
                pages.page(StaffSection.CALENDAR, "Book appointment"),
                organisation(),
                form,
                typed,
                found,
                Formats.ofClinic());
    }

    /** The form to book for a patient. */
    Content booking(Patient patient, DeskForm form) {
        List<Option> what = services.all().stream()
                .filter(Service::open)
                .map(one -> new Option(
                        one.id().toString(),
                        one.name() + ", " + one.details().timing().minutes() + " min"))
                .toList();
        return TEMPLATES.schedulingDeskBook(
                pages.page(StaffSection.CALENDAR, "Book appointment"),
                organisation(),
                patient,
                form,
                tellsPatients(),
                what,
                people(),
                places());
    }

    private List<Option> people() {
        return practitioners.all().stream()
                .filter(Practitioner::open)
                .map(one -> new Option(one.id().toString(), one.name()))
                .toList();
    }

    private List<Option> places() {
        return locations.all().stream()
                .filter(Location::open)
                .map(one -> new Option(one.id().toString(), one.name()))
                .toList();
    }
}
