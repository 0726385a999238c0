package io.anteroom.clinic.scheduling.news;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.language.PersonLanguages;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.patient.PhoneNumber;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.feed.AppointmentFiles;
import io.anteroom.clinic.settings.PortalAddress;
import io.anteroom.language.Words;
import io.anteroom.messaging.EmailContent;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How appointments read in messages: when, with whom and where, and nothing that is treated. Times are those of the place, in
 * the reader's language and the order of the clinic's country. Each mail has the appointment's calendar file with it.
 */
@Component
public class AppointmentWords {

    private final PortalAddress portal;
    private final AppointmentFiles files;
    private final PersonLanguages languages;

    AppointmentWords(PortalAddress portal, AppointmentFiles files, PersonLanguages languages) {
        this.portal = portal;
        this.files = files;
        this.languages = languages;
    }

    /** How to speak to whoever hears of it: in the language of the account it was booked with, else of the patient's. */
    public Words of(Appointment appointment) {
        AccountId account = appointment.account();
        if (account != null) {
            return languages.wordsFor(account);
        }
        PatientId patient = appointment.patient();
        return patient == null ? languages.clinics() : languages.wordsFor(patient);
    }

    /** A mail about it, without anything to do. */
    public EmailContent mail(
            Words words, Appointment appointment, String subject, String heading, String... paragraphs) {
        var place = appointment.place();
        return EmailContent.of(subject, heading, paragraphs)
                .withDetail(words.say("When"), time(words, appointment.start(), place.zone()))
                .withDetail(words.say("With"), appointment.practitionerName())
                .withDetail(
                        words.say("Where"), place.line().isEmpty() ? place.name() : place.name() + ", " + place.line())
                .withAttachment("appointment.ics", AppointmentFiles.TYPE, files.text(words, List.of(appointment)))
                .in(words);
    }

    /** The whole address of its page in the portal. */
    public String page(Appointment appointment) {
        return portal.of("/appointments/" + appointment.reference());
    }

    /** 23 November 2026. */
    public static String day(Words words, Appointment appointment) {
        return words.day(appointment.local().toLocalDate());
    }

    /** Mon, 23 Nov, 09:30. */
    public static String shortly(Words words, Appointment appointment) {
        return words.say(
                "{day}, {time}",
                "day",
                words.shortDay(appointment.local().toLocalDate()),
                "time",
                appointment.local().toLocalTime());
    }

    /** Monday, 23 November 2026, 09:30. */
    public static String time(Words words, Instant moment, ZoneId zone) {
        var there = moment.atZone(zone);
        return words.say("{day}, {time}", "day", words.weekdayAndDay(there.toLocalDate()), "time", there.toLocalTime());
    }

    /** The telephone number of the place as people of the clinic's country write it, or null. */
    public static @Nullable String phone(Appointment appointment) {
        String number = appointment.place().phone();
        return number == null
                ? null
                : new PhoneNumber(number).format(CurrentTenant.get().country());
    }
}
