package io.anteroom.portal.scheduling;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.scheduling.waitlist.OfferedTime;
import io.anteroom.clinic.scheduling.waitlist.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time that was offered to somebody who waits, as pages show it.
 *
 * @param url its own page
 * @param serviceUrl where other times of the service are
 * @param when day and time, by the clocks of the place
 * @param zone words on these clocks, or null where they are the clinic's own
 * @param device the start for the browser
 * @param address the place's address on one line; may be empty
 * @param mapLink a map, or null
 * @param price what it costs, or null
 * @param deposit what is paid when booking, and when it is given back, or null where nothing is
 * @param notice until when it can be moved or cancelled, as a sentence
 * @param preparation lines to read before; may be empty
 * @param othersFrom from when on others are offered it too
 * @param open whether it can be booked
 * @param waiting whether whoever was offered it is still on the list
 * @param appointmentUrl the appointment it became, or null
 */
public record OfferCard(
        String url,
        String serviceUrl,
        String service,
        String when,
        @Nullable String zone,
        DeviceTime device,
        String with,
        String place,
        String address,
        @Nullable String mapLink,
        String patient,
        @Nullable String price,
        @Nullable String deposit,
        String length,
        String notice,
        List<String> preparation,
        String othersFrom,
        Standing standing,
        boolean open,
        boolean waiting,
        @Nullable String appointmentUrl) {

    /** As it stands. */
    public static OfferCard of(OfferedTime offer, Instant now) {
        boolean late = now.isAfter(offer.start().minus(Duration.ofMinutes(offer.cancelUntilMinutes())));
        var place = offer.place();
        var appointment = offer.appointment();
        return new OfferCard(
                "/appointments/offers/" + offer.reference(),
                "/appointments/new/" + offer.service(),
                offer.serviceName(),
                TimeWords.span(offer.local(), offer.localEnd()),
                TimeWords.zone(place.zone(), place.name()),
                DeviceTime.of(offer.start(), place.zone()),
                offer.practitionerTitle().isEmpty()
                        ? offer.practitionerName()
                        : offer.practitionerName() + ", " + offer.practitionerTitle(),
                place.name(),
                place.line(),
                place.mapLink(),
                offer.patientName(),
                AppointmentCard.price(offer.priceMinor(), offer.currency()),
                AppointmentCard.deposit(offer.deposit(), offer.cancelUntilMinutes(), late),
                TimeWords.length(offer.minutes()),
                late
                        ? say(
                                "You can undo the booking for three minutes. After that it is too close to the appointment to move or"
                                        + " cancel it here, and you would have to call.")
                        : say(
                                "You can move or cancel it here {until}.",
                                "until",
                                TimeWords.notice(offer.cancelUntilMinutes())),
                offer.preparation().lines().filter(line -> !line.isBlank()).toList(),
                TimeWords.time(offer.roundUntil().atZone(place.zone())),
                offer.standing(),
                offer.open(),
                offer.waiting(),
                appointment == null ? null : "/appointments/" + appointment);
    }

    /** Whether whoever was offered it has it, once the deposit is paid. */
    public boolean toPay() {
        return standing == Standing.TO_PAY;
    }

    /** Whether it was booked by whoever was offered it. */
    public boolean booked() {
        return standing == Standing.BOOKED;
    }

    /** Whether it was declined or given back. */
    public boolean declined() {
        return standing == Standing.DECLINED;
    }

    /** Whether somebody else has it. */
    public boolean gone() {
        return standing == Standing.GONE;
    }

    /** Whether nobody else is offered it yet. */
    public boolean first() {
        return standing == Standing.FIRST_TO_ANSWER;
    }
}
