package io.anteroom.clinic.scheduling.newcomer;

import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.limit.SignInCaps;
import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.appointment.UnclaimedTimes;
import io.anteroom.clinic.scheduling.newcomer.NewcomerRows.Row;
import io.anteroom.clinic.scheduling.slot.BookableService;
import io.anteroom.clinic.scheduling.slot.FreeTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps times for browsers of strangers, one at a time for each, each act a transaction. */
@Component
class NewcomerHolds {

    private final NewcomerRows rows;
    private final UnclaimedTimes times;
    private final Puzzles puzzles;
    private final SignInCaps caps;
    private final NewcomersForgotten forgotten;
    private final Clock clock;

    NewcomerHolds(
            NewcomerRows rows,
            UnclaimedTimes times,
            Puzzles puzzles,
            SignInCaps caps,
            NewcomersForgotten forgotten,
            Clock clock) {
        this.rows = rows;
        this.times = times;
        this.puzzles = puzzles;
        this.caps = caps;
        this.forgotten = forgotten;
        this.clock = clock;
    }

    /** What is against it whatever is free, or that it was done before. */
    @Transactional
    public Optional<Chosen> answer(BrowserToken browser, ChosenTime time, AskedFrom from) {
        var now = clock.instant();
        var made = puzzles.madeAt(time.form(), time.puzzle());
        if (made.isEmpty()) {
            return Optional.of(new Chosen.Stale());
        }
        if (isSentBefore(rows.find(browser), time.attempt())) {
            return Optional.of(new Chosen.Held());
        }
        var network = from.networkKey();
        var used = caps.useUp("booking-address", network, NewcomerLimits.CHOSEN_PER_NETWORK, now);
        if (used.isEmpty() && !Puzzles.isSolved(time.puzzle(), time.answer())) {
            var until = made.get().plus(NewcomerLimits.PATIENCE);
            if (until.isAfter(now)) {
                return Optional.of(new Chosen.Patience(until));
            }
            used = unsolved(network, now);
        }
        return used.<Chosen>map(Chosen.UsedUp::new);
    }

    private Optional<Instant> unsolved(String network, Instant now) {
        return caps.useUp("booking-slow-address", network, NewcomerLimits.SLOW_PER_NETWORK, now)
                .or(() -> caps.useUp("booking-slow-clinic", "", NewcomerLimits.SLOW_PER_CLINIC, now));
    }

    private boolean isSentBefore(Optional<Row> row, UUID attempt) {
        return row.isPresent() && row.map(Row::appointment).equals(times.ofAttempt(attempt));
    }

    /** What is held for that browser and free once it chooses another time, if it has one. */
    @Transactional(readOnly = true)
    public Optional<AppointmentId> before(BrowserToken browser) {
        return rows.find(browser).filter(row -> row.account() == null).map(Row::appointment);
    }

    /** Tries to keep it. Strangers wait for each other at the row that counts them, so that no cap is overrun. */
    @Transactional
    public Chosen hold(
            BrowserToken browser, ChosenTime chosen, BookableService service, FreeTime time, AskedFrom from) {
        var now = clock.instant();
        var used = caps.useUp("booking-clinic", "", NewcomerLimits.CHOSEN_PER_CLINIC, now);
        if (used.isPresent()) {
            return new Chosen.UsedUp(used.get());
        }
        var row = rows.hold(browser);
        if (isSentBefore(row, chosen.attempt())) {
            return new Chosen.Held();
        }
        if (rows.isOfAnother(chosen.form(), browser)) {
            return new Chosen.Stale();
        }
        var held = rows.held(browser, from.networkKey(), now);
        if (held.all() >= NewcomerLimits.HELD_PER_CLINIC || held.here() >= NewcomerLimits.HELD_PER_NETWORK) {
            return new Chosen.Busy();
        }
        var going = row.filter(before -> before.account() == null);
        return times.keep(
                        service,
                        time,
                        chosen.attempt(),
                        going.map(Row::appointment).orElse(null))
                .<Chosen>map(kept -> {
                    row.filter(before -> before.account() != null).map(Row::id).ifPresent(rows::forget);
                    save(browser, going, chosen.form(), from.networkKey(), kept, now);
                    return new Chosen.Held();
                })
                .orElseGet(Chosen.Taken::new);
    }

    private void save(
            BrowserToken browser, Optional<Row> before, UUID form, String network, AppointmentId kept, Instant now) {
        if (before.isPresent()) {
            rows.change(before.get().id(), form, network, kept, now);
            times.forget(before.get().appointment());
        } else {
            rows.add(browser, form, network, kept, now);
            forgotten.later();
        }
    }
}
