package io.anteroom.portal.scheduling;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.payments.Money;
import io.anteroom.webkit.Badge;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as its pages show it.
 *
 * @param url its own page
 * @param service what it is
 * @param when day and time, by the clocks of the place
 * @param zone words on these clocks, or null where they are the clinic's own
 * @param device the start for the browser
 * @param with who sees the patient
 * @param place the place's name
 * @param address the place's address on one line; may be empty
 * @param mapLink a map, or null
 * @param patient whose it is, or null where no record is known yet
 * @param preparation lines to read before; may be empty
 * @param price what was agreed, or null
 * @param deposit what is paid when booking, and when it is given back, or null where nothing is
 * @param length how long it takes
 * @param notice until when it can be moved or cancelled, as a sentence
 * @param note what the patient said, or null
 * @param because why the clinic called it off, or null
 * @param state word, colour and drawing
 * @param ahead whether it is to come or under way
 * @param mayChange whether it can still be moved and cancelled here
 * @param callInstead whether it can't, but could by calling
 * @param mayRestore whether its cancellation can be taken back
 * @param holdEnds when it is no longer held for whoever is choosing it, or null where it isn't
 * @param toConfirm its start as a form sends it, where the patient can say here to come, or null
 */
public record AppointmentCard(
        String url,
        String service,
        String when,
        @Nullable String zone,
        DeviceTime device,
        String with,
        String place,
        String address,
        @Nullable String mapLink,
        @Nullable String patient,
        List<String> preparation,
        @Nullable String price,
        @Nullable String deposit,
        String length,
        String notice,
        @Nullable String note,
        @Nullable String because,
        Badge state,
        boolean ahead,
        boolean mayChange,
        boolean callInstead,
        boolean mayRestore,
        @Nullable Instant holdEnds,
        @Nullable String toConfirm) {

    private static final Duration WARNED_BEFORE = Duration.ofMinutes(1);

    /** When the page that holds it says that it soon won't, ISO 8601 (WCAG 2.2, 2.2.1); null where it isn't held. */
    public @Nullable String warnAt() {
        return holdEnds == null ? null : holdEnds.minus(WARNED_BEFORE).toString();
    }

    /** As it stands at {@code now}. */
    public static AppointmentCard of(Appointment appointment, Instant now) {
        var rules = appointment.rules();
        var place = appointment.place();
        boolean ahead = appointment.isAhead(now);
        boolean mayChange = appointment.mayChange(now);
        var cancellation = appointment.cancellation();
        boolean late = appointment.bookedAt() == null && now.isAfter(rules.lastChange(appointment.start()));
        return new AppointmentCard(
                "/appointments/" + appointment.reference(),
                rules.service(),
                TimeWords.span(appointment),
                TimeWords.zone(place.zone(), place.name()),
                DeviceTime.of(appointment.start(), place.zone()),
                appointment.practitionerTitle().isEmpty()
                        ? appointment.practitionerName()
                        : appointment.practitionerName() + ", " + appointment.practitionerTitle(),
                place.name(),
                place.line(),
                place.mapLink(),
                appointment.patientName(),
                appointment
                        .preparation()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList(),
                price(rules.priceMinor(), rules.currency()),
                deposit(rules.deposit(), rules.cancelUntilMinutes(), late),
                TimeWords.length(rules.minutes()),
                late
                        ? say(
                                "You can undo the booking for three minutes. After that it is too close to the appointment to move or"
                                        + " cancel it here, and you would have to call.")
                        : say(
                                "It can be moved or cancelled {until}.",
                                "until",
                                TimeWords.notice(rules.cancelUntilMinutes())),
                appointment.note(),
                cancellation == null ? null : cancellation.because(),
                AppointmentBadge.of(appointment.state(), ahead),
                ahead,
                mayChange,
                ahead && !mayChange && appointment.state() != AppointmentState.ARRIVED,
                appointment.mayRestore(now),
                appointment.state() == AppointmentState.HELD ? appointment.heldUntil() : null,
                appointment.mayConfirm(now) ? appointment.start().toString() : null);
    }

    /** What is paid when booking, and when it is given back, or null where nothing is. */
    static @Nullable String deposit(@Nullable Money deposit, int cancelUntilMinutes, boolean late) {
        if (deposit == null) {
            return null;
        }
        String amount = deposit.format(Formats.ofClinic().locale());
        return late
                ? say(
                        "{amount}, by card when you book. You get it back if you undo the booking within three minutes, or"
                                + " if the clinic cancels.",
                        "amount",
                        amount)
                : say(
                        "{amount}, by card when you book. You get it back if you cancel in time ({until}), or if the"
                                + " clinic cancels.",
                        "amount",
                        amount,
                        "until",
                        TimeWords.notice(cancelUntilMinutes));
    }

    static @Nullable String price(@Nullable Long minor, @Nullable String currency) {
        return minor == null || currency == null
                ? null
                : Formats.ofClinic().money(minor, Currency.getInstance(currency));
    }
}
