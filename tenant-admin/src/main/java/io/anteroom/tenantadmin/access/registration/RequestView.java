package io.anteroom.tenantadmin.access.registration;

import io.anteroom.clinic.access.registration.PossibleMatch;
import io.anteroom.clinic.access.registration.Registration;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.patient.Moments;
import io.anteroom.tenantadmin.scheduling.desk.AppointmentWords;
import io.anteroom.webkit.form.FormErrors;
import java.util.List;
import java.util.Objects;

/**
 * A request to match.
 *
 * @param open whether it waits to be decided
 * @param decided what was decided, a sentence; empty while it waits
 * @param booked what the person booked
 * @param number the number of another record, as typed
 * @param checked the number of the record of which staff were told whose it is, or empty
 * @param word the message of the refusal, as typed
 */
public record RequestView(
        RequestRow request,
        boolean open,
        String decided,
        List<Match> matches,
        List<Booked> booked,
        String number,
        String checked,
        String word,
        FormErrors errors) {

    /**
     * A patient who may be the person.
     *
     * @param id the record's number
     * @param why what agrees
     * @param hasAccount whether the patient signs in already, so that nothing can be joined
     */
    public record Match(long id, String url, String name, String born, String why, boolean hasAccount) {}

    /**
     * An appointment of the person.
     *
     * @param note what the person said, or empty
     */
    public record Booked(String url, String when, String what, boolean cancelled, String note) {}

    static RequestView of(
            Registration registration,
            List<PossibleMatch> matches,
            List<Appointment> booked,
            String number,
            String checked,
            String word,
            FormErrors errors) {
        return new RequestView(
                RequestRow.of(registration, booked),
                registration.isOpen(),
                decided(registration),
                matches.stream().map(RequestView::match).toList(),
                booked.stream().map(RequestView::booked).toList(),
                number,
                checked,
                word,
                errors);
    }

    private static String decided(Registration registration) {
        return switch (registration.state()) {
            case OPEN -> "";
            case JOINED -> "It was joined to a record, by " + registration.decidedBy() + ".";
            case REFUSED -> "It was refused by " + registration.decidedBy() + ": “" + registration.word() + "”";
        };
    }

    private static Booked booked(Appointment appointment) {
        return new Booked(
                "/o/" + CurrentTenant.get().slug() + "/appointments/" + appointment.id(),
                AppointmentWords.when(appointment, CurrentTenant.get().zone()),
                appointment.rules().service() + ", with " + appointment.practitionerName() + ", "
                        + appointment.place().name(),
                appointment.state() == AppointmentState.CANCELLED,
                Objects.requireNonNullElse(appointment.note(), ""));
    }

    private static Match match(PossibleMatch match) {
        return new Match(
                match.patient().value(),
                "/o/" + CurrentTenant.get().slug() + "/patients/" + match.patient(),
                match.name(),
                Moments.day(match.birthDate()),
                why(match),
                match.hasAccount());
    }

    private static String why(PossibleMatch match) {
        if (match.sameName()) {
            return match.sameContact() ? "Same name, date of birth and address" : "Same name and date of birth";
        }
        if (match.sameFamilyName()) {
            return match.sameContact()
                    ? "Same family name, date of birth and address, another first name"
                    : "Same family name and date of birth, another first name";
        }
        return "Same email or phone number, which families share";
    }
}
