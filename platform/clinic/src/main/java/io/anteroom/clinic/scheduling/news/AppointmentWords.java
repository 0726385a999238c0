package io.anteroom.clinic.scheduling.news;

import io.anteroom.clinic.patient.PhoneNumber;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.feed.AppointmentFiles;
import io.anteroom.clinic.settings.PortalAddress;
import io.anteroom.messaging.EmailContent;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How appointments read in messages: when, with whom and where, and nothing that is treated. Times are those of the place, in
 * English words and the order of the clinic's country. Each mail has the appointment's calendar file with it.
 */
@Component
public class AppointmentWords {

    private final PortalAddress portal;
    private final AppointmentFiles files;

    AppointmentWords(PortalAddress portal, AppointmentFiles files) {
        this.portal = portal;
        this.files = files;
    }

    /** A mail about it, without anything to do. */
    public EmailContent mail(Appointment appointment, String subject, String heading, String... paragraphs) {
        var place = appointment.place();
        return EmailContent.of(subject, heading, paragraphs)
                .withDetail("When", time(appointment.start(), place.zone()))
                .withDetail("With", appointment.practitionerName())
                .withDetail("Where", place.line().isEmpty() ? place.name() : place.name() + ", " + place.line())
                .withAttachment("appointment.ics", AppointmentFiles.TYPE, files.text(List.of(appointment)));
    }

    /** The whole address of its page in the portal. */
    public String page(Appointment appointment) {
        return portal.of("/appointments/" + appointment.reference());
    }

    /** 23 November 2026. */
    public static String day(Appointment appointment) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale())
                .format(appointment.local());
    }

    /** Mon, 23 Nov, 09:30. */
    public static String shortly(Appointment appointment) {
        return DateTimeFormatter.ofLocalizedPattern("MMMEd")
                        .withLocale(locale())
                        .format(appointment.local())
                + ", "
                + DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(locale())
                        .format(appointment.local());
    }

    /** Monday, 23 November 2026, 09:30. */
    public static String time(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                        .withLocale(locale())
                        .format(moment.atZone(zone))
                + ", "
                + DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(locale())
                        .format(moment.atZone(zone));
    }

    /** The telephone number of the place as people of the clinic's country write it, or null. */
    public static @Nullable String phone(Appointment appointment) {
        String number = appointment.place().phone();
        return number == null
                ? null
                : new PhoneNumber(number).format(CurrentTenant.get().country());
    }

    private static Locale locale() {
        return Locale.of("en", CurrentTenant.get().country());
    }
}
