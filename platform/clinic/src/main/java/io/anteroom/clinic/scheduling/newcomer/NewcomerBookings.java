package io.anteroom.clinic.scheduling.newcomer;

import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.limit.SignInCaps;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.clinic.access.signin.SignIns;
import io.anteroom.clinic.scheduling.appointment.FreeTimeCheck;
import io.anteroom.clinic.scheduling.appointment.FreeTimeCheck.Candidates;
import io.anteroom.clinic.scheduling.appointment.UnclaimedTimes;
import io.anteroom.clinic.scheduling.newcomer.NewcomerRows.Row;
import io.anteroom.clinic.scheduling.rules.BookingRulesBook;
import io.anteroom.clinic.scheduling.slot.BookableService;
import io.anteroom.clinic.scheduling.slot.Slots;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Booking by people the clinic doesn't know yet, until the code is entered where everybody enters theirs. */
@Component
public class NewcomerBookings {

    private final NewcomerHolds holds;
    private final NewcomerRows rows;
    private final UnclaimedTimes unclaimed;
    private final FreeTimeCheck times;
    private final Slots slots;
    private final SignIns signIns;
    private final SignInCaps caps;
    private final BookingRulesBook rules;
    private final Clock clock;

    NewcomerBookings(
            NewcomerHolds holds,
            NewcomerRows rows,
            UnclaimedTimes unclaimed,
            FreeTimeCheck times,
            Slots slots,
            SignIns signIns,
            SignInCaps caps,
            BookingRulesBook rules,
            Clock clock) {
        this.holds = holds;
        this.rows = rows;
        this.unclaimed = unclaimed;
        this.times = times;
        this.slots = slots;
        this.signIns = signIns;
        this.caps = caps;
        this.rules = rules;
        this.clock = clock;
    }

    /** What people without a record may book, in the clinic's order; nothing where it leaves booking to the phone. */
    public List<BookableService> services() {
        var offered =
                slots.online().stream().filter(BookableService::forNewPatients).toList();
        return offered.isEmpty() || rules.current().book() ? offered : List.of();
    }

    /** Keeps a time for five minutes for that browser, in place of one it chose before. */
    public Chosen hold(BrowserToken browser, ChosenTime time, AskedFrom from) {
        return holds.answer(browser, time, from).orElseGet(() -> holdAnew(browser, time, from));
    }

    /** Twice, since whoever was quicker may have had the room and not the practitioner. */
    private Chosen holdAnew(BrowserToken browser, ChosenTime time, AskedFrom from) {
        if (!rules.current().book()) {
            return new Chosen.NotOffered();
        }
        Chosen answer = new Chosen.Taken();
        for (int tries = 0; tries < 2 && answer instanceof Chosen.Taken; tries++) {
            var before = holds.before(browser).orElse(null);
            var found = times.candidates(time.wanted(), before)
                    .filter(candidates -> candidates.service().online()
                            && candidates.service().forNewPatients());
            if (found.isEmpty()) {
                return new Chosen.NotOffered();
            }
            answer = holdOneOf(found.get(), browser, time, from);
        }
        return answer;
    }

    private Chosen holdOneOf(Candidates candidates, BrowserToken browser, ChosenTime chosen, AskedFrom from) {
        for (var time : candidates.times()) {
            var answer = holds.hold(browser, chosen, candidates.service(), time, from);
            if (!(answer instanceof Chosen.Taken)) {
                return answer;
            }
        }
        return new Chosen.Taken();
    }

    /** What that browser has chosen and said, and what came of it. */
    @Transactional(readOnly = true)
    public Optional<NewcomerBooking> find(BrowserToken browser) {
        return rows.find(browser).flatMap(this::booking);
    }

    /** What came of it for whoever entered the code and is signed in. */
    @Transactional(readOnly = true)
    public Optional<NewcomerBooking> find(BrowserToken browser, Viewer viewer) {
        return rows.find(browser)
                .filter(row -> viewer.account().equals(row.account()))
                .flatMap(this::booking);
    }

    private Optional<NewcomerBooking> booking(Row row) {
        return unclaimed
                .find(row.appointment())
                .map(appointment ->
                        new NewcomerBooking(row.id(), appointment, row.said(), row.account(), row.outcome()));
    }

    /**
     * Keeps what was said and asks for a code. The answer never tells whether the clinic knows the address. Of two tabs that
     * say different things the later counts.
     *
     * @return {@link Asked.Stale} where this browser has chosen no time
     */
    @Transactional
    public Asked ask(BrowserToken browser, Said said, AskedFrom from) {
        var now = clock.instant();
        var row = rows.find(browser).filter(found -> found.account() == null);
        if (row.isEmpty()) {
            return new Asked.Stale();
        }
        // The sign-in before the booking, as whoever enters a code locks them.
        var asked = caps.askAsNewcomer(from, now)
                .<Asked>map(until -> new Asked.Wait(Asked.Why.NETWORK, until))
                .orElseGet(() ->
                        signIns.ask(said.contact(), NewcomerErrand.of(row.get().id()), from));
        return rows.say(browser, said) ? asked : new Asked.Stale();
    }
}
