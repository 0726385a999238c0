package io.anteroom.portal.scheduling;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.WantedTime;
import io.anteroom.clinic.scheduling.slot.FoundSlots;
import io.anteroom.clinic.scheduling.slot.FreeTime;
import io.anteroom.clinic.scheduling.slot.Place;
import io.anteroom.clinic.scheduling.slot.SlotQuery;
import io.anteroom.clinic.scheduling.slot.Slots;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a time that somebody chose for an appointment would be: by the clocks of its own place, which may be another. */
@Component
class MoveChoices {

    /** Wherever the place is, the day there is one of those around the day in UTC. */
    private static final int DAYS = 3;

    private final Slots slots;

    MoveChoices(Slots slots) {
        this.slots = slots;
    }

    /** Nothing if it isn't free. */
    Optional<MoveChoice> of(Appointment appointment, WantedTime wanted) {
        var first = LocalDate.ofInstant(wanted.start(), ZoneOffset.UTC).minusDays(1);
        var query = SlotQuery.ofPatient(wanted.service(), first, DAYS)
                .by(wanted.practitioner())
                .at(wanted.location())
                .moving(appointment.id());
        return slots.find(query)
                .flatMap(found -> found.at(wanted.start(), wanted.location()).stream()
                        .findFirst()
                        .map(time -> choice(found, time, wanted)));
    }

    private static MoveChoice choice(FoundSlots found, FreeTime time, WantedTime wanted) {
        var place = place(found, time.location());
        var end = time.local().plusMinutes(found.service().minutes());
        return new MoveChoice(
                TimeWords.moment(time.local()) + " to " + TimeWords.time(end),
                TimeWords.zone(place.zone(), place.name()),
                DeviceTime.of(time.start(), place.zone()),
                with(found, wanted),
                place.name());
    }

    private static String with(FoundSlots found, WantedTime wanted) {
        return found.practitioners().stream()
                .filter(one -> one.id().equals(wanted.practitioner()))
                .findFirst()
                .map(one -> one.title().isEmpty() ? one.name() : one.name() + ", " + one.title())
                .orElseGet(() -> say("whoever is free then"));
    }

    private static Place place(FoundSlots found, LocationId location) {
        return found.places().stream()
                .filter(place -> place.id().equals(location))
                .findFirst()
                .orElseThrow();
    }
}
