package io.anteroom.clinic.scheduling.appointment;

import io.anteroom.clinic.settings.PortalAddress;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.Message;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.Outbox;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The mails about appointments. They go to the patient's contact address, or where there is no record yet to the one the
 * account signs in with, and name nothing that is treated.
 */
@Component
class AppointmentMail {

    static final String ABOUT = "appointment";

    private final Outbox outbox;
    private final PortalAddress portal;
    private final JdbcClient jdbc;

    AppointmentMail(Outbox outbox, PortalAddress portal, JdbcClient jdbc) {
        this.outbox = outbox;
        this.portal = portal;
        this.jdbc = jdbc;
    }

    void booked(Appointment appointment) {
        String clinic = CurrentTenant.get().name();
        send(
                appointment,
                about(
                        appointment,
                        "Your appointment at " + clinic + " on " + day(appointment),
                        "Your appointment is booked",
                        "We look forward to seeing you. You can see how to prepare, move it or cancel it in the portal."));
    }

    void moved(Appointment appointment, Instant before) {
        String clinic = CurrentTenant.get().name();
        send(
                appointment,
                about(
                        appointment,
                        "Your appointment at " + clinic + " is now on " + day(appointment),
                        "Your appointment has moved",
                        "It was on " + time(before, appointment.place().zone()) + "."));
    }

    void cancelled(Appointment appointment) {
        String clinic = CurrentTenant.get().name();
        var cancellation = appointment.cancellation();
        String because = cancellation == null || cancellation.because() == null ? "" : cancellation.because();
        String who = cancellation != null && cancellation.byPatient()
                ? "It was cancelled in the portal."
                : "The clinic had to cancel it.";
        send(
                appointment,
                about(
                        appointment,
                        "Your appointment at " + clinic + " on " + day(appointment) + " is cancelled",
                        "Your appointment is cancelled",
                        because.isEmpty() ? who : who + " " + because));
    }

    private EmailContent about(Appointment appointment, String subject, String heading, String paragraph) {
        var place = appointment.place();
        return EmailContent.of(subject, heading, paragraph)
                .withDetail("When", time(appointment.start(), place.zone()))
                .withDetail("With", appointment.practitionerName())
                .withDetail("Where", place.line().isEmpty() ? place.name() : place.name() + ", " + place.line())
                .withAction("See the appointment", portal.of("/appointments/" + appointment.reference()));
    }

    private void send(Appointment appointment, EmailContent content) {
        address(appointment)
                .ifPresent(address -> outbox.send(Message.email(
                        address, new MessageAbout(ABOUT, appointment.id().toString()), content)));
    }

    private Optional<String> address(Appointment appointment) {
        return jdbc.sql("""
                        select coalesce((select p.email from __tenant__.patient p where p.id = :patient),
                                        (select c.value from __tenant__.credential c
                                          where c.account_id = :account and c.channel = 'email'
                                            and c.verified_at is not null and cast(:patient as bigint) is null))""")
                .param("patient", number(appointment))
                .param(
                        "account",
                        appointment.account() == null
                                ? null
                                : appointment.account().value())
                .query(String.class)
                .optional()
                .filter(Message::isEmailAddress);
    }

    private static @Nullable Long number(Appointment appointment) {
        return appointment.patient() == null ? null : appointment.patient().value();
    }

    private static String day(Appointment appointment) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale())
                .format(appointment.local());
    }

    private static String time(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                        .withLocale(locale())
                        .format(moment.atZone(zone))
                + ", "
                + DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(locale())
                        .format(moment.atZone(zone));
    }

    private static Locale locale() {
        return Locale.of("en", CurrentTenant.get().country());
    }
}
