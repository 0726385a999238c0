package io.anteroom.clinic.scheduling.waitlist;

import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.appointment.Reference;
import io.anteroom.clinic.scheduling.reminder.QuietTimes;
import io.anteroom.clinic.scheduling.rules.BookingRulesBook;
import io.anteroom.clinic.scheduling.slot.FoundSlots;
import io.anteroom.clinic.scheduling.slot.FreeTime;
import io.anteroom.clinic.scheduling.slot.SlotQuery;
import io.anteroom.clinic.scheduling.slot.Slots;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.tenancy.work.WorkQueue;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Offers time that was given back to those who wait longest, some at once, and comes back for the next when these had their time.
 * The offers, their messages and the work that comes back commit together: killed before that, the worker has done nothing and does
 * it again; killed after it, it finds its offers and only comes back in time. It ends by itself once the time is taken or nobody is
 * left whom it suits.
 */
@Component
class WaitlistRound implements WorkHandler {

    static final String KIND = "waitlist-round";

    /** How many are offered one time at once. */
    static final int AT_ONCE = 3;

    private static final int MOST_READ = 200;
    private static final int MOST_DAYS = 31;

    private final EntryRows entries;
    private final OfferRows offers;
    private final OfferMessages messages;
    private final WaitlistAudit audit;
    private final WaitlistRounds rounds;
    private final QuietTimes quiet;
    private final BookingRulesBook rules;
    private final PublishedPortals portals;
    private final Slots slots;
    private final WorkQueue work;
    private final SecureRandom random;
    private final Clock clock;

    WaitlistRound(
            EntryRows entries,
            OfferRows offers,
            OfferMessages messages,
            WaitlistAudit audit,
            WaitlistRounds rounds,
            QuietTimes quiet,
            BookingRulesBook rules,
            PublishedPortals portals,
            Slots slots,
            WorkQueue work,
            SecureRandom random,
            Clock clock) {
        this.entries = entries;
        this.offers = offers;
        this.messages = messages;
        this.audit = audit;
        this.rounds = rounds;
        this.quiet = quiet;
        this.rules = rules;
        this.portals = portals;
        this.slots = slots;
        this.work = work;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Who is offered which time. */
    private record Pick(WaitlistEntry entry, FreeTime time) {}

    @Override
    @Transactional
    public void handle(String ref) {
        var freed = FreedTime.parse(ref);
        Instant now = clock.instant();
        if (!portals.current().offers(Section.APPOINTMENTS)
                || !rules.current().book()
                || !freed.until().isAfter(now)) {
            return;
        }
        offers.lock(freed.practitioner());
        var running = offers.roundUntil(freed, now);
        if (running.isPresent()) {
            work.add(KIND, ref, running.get());
            return;
        }
        var picks = picks(freed, now);
        if (picks.isEmpty()) {
            offers.heldUntil(freed, now).ifPresent(until -> work.add(KIND, ref, until));
            return;
        }
        Instant allowed = afterQuietHours(picks, now);
        if (allowed.isAfter(now)) {
            work.add(KIND, ref, allowed);
            return;
        }
        Instant until = now.plus(rounds.length());
        picks.forEach(pick -> offer(pick, freed, now, until));
        work.add(KIND, ref, until);
    }

    private void offer(Pick pick, FreedTime freed, Instant now, Instant until) {
        var reference = Reference.draw(random);
        offers.insert(reference, freed, pick.entry().id(), pick.time(), now, until);
        audit.offered(pick.entry(), pick.time());
        messages.send(offers.find(reference, now).orElseThrow(), pick.entry().account());
    }

    /** The longest waiting whom something of it suits, each patient once. */
    private List<Pick> picks(FreedTime freed, Instant now) {
        Map<ServiceId, Optional<FoundSlots>> free = new HashMap<>();
        Set<PatientId> patients = new HashSet<>();
        List<Pick> picks = new ArrayList<>();
        for (var entry : entries.waitingFor(freed, MOST_READ, now)) {
            if (picks.size() == AT_ONCE) {
                break;
            }
            if (!patients.contains(entry.patient())) {
                var found = free.computeIfAbsent(entry.service(), service -> slots.find(query(service, freed, now)));
                found.flatMap(times -> first(times, entry, freed)).ifPresent(time -> {
                    patients.add(entry.patient());
                    picks.add(new Pick(entry, time));
                });
            }
        }
        return picks;
    }

    private static SlotQuery query(ServiceId service, FreedTime freed, Instant now) {
        var ahead = freed.ahead(now);
        var first = LocalDate.ofInstant(ahead.from(), ZoneOffset.UTC).minusDays(1);
        var last = LocalDate.ofInstant(ahead.until(), ZoneOffset.UTC).plusDays(1);
        int days = (int) Math.min(ChronoUnit.DAYS.between(first, last) + 1, MOST_DAYS);
        return SlotQuery.ofPatient(service, first, days).by(freed.practitioner());
    }

    /** Of the times that are possible since this one is free, the one nearest to its beginning. */
    private static Optional<FreeTime> first(FoundSlots found, WaitlistEntry entry, FreedTime freed) {
        if (!found.service().online()) {
            return Optional.empty();
        }
        return found.times().stream()
                .filter(time -> entry.wish().suits(time))
                .filter(time -> found.service().span(time.start()).from().isBefore(freed.until())
                        && found.service().span(time.start()).until().isAfter(freed.from()))
                .min(Comparator.comparing(
                        time -> Duration.between(freed.from(), time.start()).abs()));
    }

    private Instant afterQuietHours(List<Pick> picks, Instant now) {
        var hours = quiet.current();
        return picks.stream()
                .map(pick -> hours.next(now, pick.time().zone()))
                .max(Comparator.naturalOrder())
                .orElse(now);
    }
}
