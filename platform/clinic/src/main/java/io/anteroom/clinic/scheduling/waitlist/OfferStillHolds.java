package io.anteroom.clinic.scheduling.waitlist;

import io.anteroom.clinic.scheduling.appointment.Reference;
import io.anteroom.clinic.scheduling.reminder.QuietTimes;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.messaging.StillHolds;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** An offer that waited for its carrier isn't sent once the time is taken or nobody waits for it, nor at night. */
@Component
class OfferStillHolds implements StillHolds {

    private final OfferRows rows;
    private final QuietTimes quiet;
    private final PublishedPortals portals;
    private final Clock clock;

    OfferStillHolds(OfferRows rows, QuietTimes quiet, PublishedPortals portals, Clock clock) {
        this.rows = rows;
        this.quiet = quiet;
        this.portals = portals;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return OfferMessages.KIND;
    }

    @Override
    public boolean holds(String ref) {
        return portals.current().offers(Section.APPOINTMENTS) && open(ref).isPresent();
    }

    @Override
    public Optional<Instant> notBefore(String ref) {
        Instant now = clock.instant();
        return open(ref)
                .map(offer -> quiet.current().next(now, offer.place().zone()))
                .filter(now::isBefore);
    }

    private Optional<OfferedTime> open(String ref) {
        return rows.find(new Reference(ref), clock.instant()).filter(OfferedTime::open);
    }
}
