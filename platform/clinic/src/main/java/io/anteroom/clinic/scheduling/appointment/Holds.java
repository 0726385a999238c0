package io.anteroom.clinic.scheduling.appointment;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.scheduling.appointment.AppointmentWriter.NewAppointment;
import io.anteroom.clinic.scheduling.slot.BookableService;
import io.anteroom.clinic.scheduling.slot.FreeTime;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps times for people who decide: one at a time for each account. */
@Component
class Holds {

    static final Duration HOLD = Duration.ofMinutes(5);

    /** How long for somebody new who has proved an address, and is asked something before the time is theirs. */
    static final Duration TO_ANSWER = Duration.ofMinutes(30);

    private final AppointmentRows rows;
    private final AppointmentWriter writer;
    private final HoldRows holds;
    private final FreeTimeCheck times;
    private final SecureRandom random;
    private final Clock clock;

    Holds(
            AppointmentRows rows,
            AppointmentWriter writer,
            HoldRows holds,
            FreeTimeCheck times,
            SecureRandom random,
            Clock clock) {
        this.rows = rows;
        this.writer = writer;
        this.holds = holds;
        this.times = times;
        this.random = random;
        this.clock = clock;
    }

    /** What is held for the account and not booked yet. */
    @Transactional(readOnly = true)
    public Optional<Appointment> heldFor(AccountId account) {
        return holds.heldFor(account).flatMap(rows::find);
    }

    /** What the same form was given before. */
    @Transactional(readOnly = true)
    public Optional<Holding> sentBefore(UUID attempt, BookedFor whom) {
        return rows.ofAttempt(attempt)
                .filter(before -> whom.account().equals(before.account()))
                .map(before -> new Holding.Held(
                        before.reference(), Objects.requireNonNullElse(before.heldUntil(), before.start())));
    }

    /** Who could be booked then, what is held for this account counting as free. */
    @Transactional(readOnly = true)
    public Optional<FreeTimeCheck.Candidates> candidates(WantedTime wanted, BookedFor whom) {
        return times.candidates(wanted, holds.heldFor(whom.account()).orElse(null));
    }

    /** Tries to keep it. */
    @Transactional
    public Holding hold(BookableService service, FreeTime time, BookedFor whom, UUID attempt) {
        var now = clock.instant();
        writer.lock(whom.account());
        int most = writer.most();
        if (writer.ahead(whom.account(), now) >= most) {
            return new Holding.TooMany(most);
        }
        writer.lock(time.practitioner());
        holds.giveUp(whom.account());
        var free = times.stillFree(service.id(), time, null);
        if (free.isEmpty()) {
            return new Holding.Taken();
        }
        var until = now.plus(HOLD);
        var row = new NewAppointment(
                Reference.draw(random),
                attempt,
                service,
                free.get(),
                whom.patient() == null ? null : whom.patient().value(),
                whom.account(),
                AppointmentState.HELD,
                until,
                false,
                null);
        return writer.insert(row, whom.actor(), now).isPresent()
                ? new Holding.Held(row.reference(), until)
                : new Holding.Taken();
    }
}
