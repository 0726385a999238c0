package io.anteroom.clinic.scheduling.waitlist;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The waitlist as staff see it. Whoever calls has asked for {@code MANAGE_APPOINTMENTS}. */
@Component
@Transactional
public class WaitlistDesk {

    /** How many are read at once. */
    public static final int MOST = 300;

    private static final Duration LATELY = Duration.ofDays(30);

    private final EntryRows entries;
    private final OfferRows offers;
    private final WaitlistAudit audit;
    private final Clock clock;

    WaitlistDesk(EntryRows entries, OfferRows offers, WaitlistAudit audit, Clock clock) {
        this.entries = entries;
        this.offers = offers;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Somebody who waits.
     *
     * @param offers what they were offered, the latest first
     */
    public record Waiting(WaitlistEntry entry, List<OfferedTime> offers) {

        /** Copies the list. */
        public Waiting {
            offers = List.copyOf(offers);
        }
    }

    /**
     * Somebody who waits no longer.
     *
     * @param at since when
     */
    public record Over(WaitlistEntry entry, Ending because, Instant at, List<OfferedTime> offers) {

        /** Copies the list. */
        public Over {
            offers = List.copyOf(offers);
        }
    }

    /** Who waits, by service, whoever waits longest first; at most {@link #MOST}. */
    @Transactional(readOnly = true)
    public List<Waiting> list() {
        var now = clock.instant();
        var waiting = entries.all(MOST, now);
        var offered = offered(waiting.stream(), now);
        return waiting.stream()
                .map(entry -> new Waiting(entry, offered.getOrDefault(entry.id(), List.of())))
                .toList();
    }

    /** Who booked what was offered, left or was taken off in the last thirty days, the last first; at most {@link #MOST}. */
    @Transactional(readOnly = true)
    public List<Over> over() {
        var now = clock.instant();
        var ended = entries.ended(now.minus(LATELY), MOST);
        var offered = offered(ended.stream().map(EntryRows.Ended::entry), now);
        return ended.stream()
                .map(one -> new Over(
                        one.entry(),
                        one.because(),
                        one.at(),
                        offered.getOrDefault(one.entry().id(), List.of())))
                .toList();
    }

    private Map<WaitlistEntryId, List<OfferedTime>> offered(Stream<WaitlistEntry> some, Instant now) {
        return offers.of(some.map(WaitlistEntry::id).toList(), now).stream()
                .collect(Collectors.groupingBy(OfferedTime::entry));
    }

    /** One of them. */
    @Transactional(readOnly = true)
    public Optional<WaitlistEntry> find(WaitlistEntryId id) {
        return entries.find(id, clock.instant());
    }

    /** Takes somebody off the list; whoever is not on it is off it. */
    public void remove(WaitlistEntryId id, Actor.Staff by) {
        var now = clock.instant();
        entries.find(id, now).ifPresent(entry -> {
            if (entries.end(id, Ending.REMOVED, now)) {
                audit.ended(AuditAction.WAITLIST_REMOVED, entry, by);
            }
        });
    }
}
