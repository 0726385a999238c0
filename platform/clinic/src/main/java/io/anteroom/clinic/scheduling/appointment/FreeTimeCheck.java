package io.anteroom.clinic.scheduling.appointment;

import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.slot.BookableService;
import io.anteroom.clinic.scheduling.slot.FoundSlots;
import io.anteroom.clinic.scheduling.slot.FreeTime;
import io.anteroom.clinic.scheduling.slot.SlotQuery;
import io.anteroom.clinic.scheduling.slot.Slots;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether patients may have one particular time. */
@Component
public class FreeTimeCheck {

    private final Slots slots;

    FreeTimeCheck(Slots slots) {
        this.slots = slots;
    }

    /**
     * Who could be booked at that time.
     *
     * @param times whoever has least to do first; empty if nobody can
     */
    public record Candidates(BookableService service, List<FreeTime> times) {

        /** Copies the times. */
        public Candidates {
            times = List.copyOf(times);
        }
    }

    /**
     * Who could be booked then.
     *
     * @param except an appointment whose time counts as free, or null
     * @return nothing if there is no such service any more
     */
    public Optional<Candidates> candidates(WantedTime wanted, @Nullable AppointmentId except) {
        return slots.find(query(wanted, except)).map(found -> candidates(found, wanted));
    }

    /** The same time of the same practitioner, if it is still free; asked again once that practitioner is locked. */
    Optional<FreeTime> stillFree(ServiceId service, FreeTime time, @Nullable AppointmentId except) {
        var wanted = new WantedTime(service, time.practitioner(), time.location(), time.start());
        return candidates(wanted, except)
                .flatMap(found -> found.times().stream().findFirst());
    }

    private static Candidates candidates(FoundSlots found, WantedTime wanted) {
        return new Candidates(found.service(), found.at(wanted.start(), wanted.location()));
    }

    /** That day's, whichever day it is at the place. */
    private static SlotQuery query(WantedTime wanted, @Nullable AppointmentId except) {
        var day = LocalDate.ofInstant(wanted.start(), ZoneOffset.UTC);
        return new SlotQuery(
                wanted.service(), wanted.practitioner(), wanted.location(), day.minusDays(1), 3, true, except);
    }
}
