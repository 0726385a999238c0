package io.anteroom.clinic.scheduling.appointment;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.appointment.AppointmentWriter.NewAppointment;
import io.anteroom.clinic.scheduling.slot.BookableService;
import io.anteroom.clinic.scheduling.slot.FreeTime;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Times held for somebody nobody knows yet, and appointments of accounts to which no record belongs yet. Who may have one is
 * the caller's to say, in the same transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class UnclaimedTimes {

    private static final Actor SOMEBODY = new Actor.System("Somebody new");

    private final AppointmentRows rows;
    private final AppointmentWriter writer;
    private final HoldRows holds;
    private final FreeTimeCheck times;
    private final Bookings bookings;
    private final AppointmentAudit audit;
    private final SecureRandom random;
    private final Clock clock;

    UnclaimedTimes(
            AppointmentRows rows,
            AppointmentWriter writer,
            HoldRows holds,
            FreeTimeCheck times,
            Bookings bookings,
            AppointmentAudit audit,
            SecureRandom random,
            Clock clock) {
        this.rows = rows;
        this.writer = writer;
        this.holds = holds;
        this.times = times;
        this.bookings = bookings;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
    }

    /** One of them, as it stands. */
    public Optional<Appointment> find(AppointmentId id) {
        return rows.find(id);
    }

    /** What a form has asked for before, whoever sent it. */
    public Optional<AppointmentId> ofAttempt(UUID attempt) {
        return rows.ofAttempt(attempt).map(Appointment::id);
    }

    /**
     * Keeps a time as long as for a patient who decides.
     *
     * @param insteadOf what is held for the same person and given up, or null
     * @return nothing if somebody else was quicker; what was held before is given up all the same
     */
    public Optional<AppointmentId> keep(
            BookableService service, FreeTime time, UUID attempt, @Nullable AppointmentId insteadOf) {
        var now = clock.instant();
        writer.lock(time.practitioner());
        if (insteadOf != null) {
            holds.expire(insteadOf);
        }
        var free = times.stillFree(service.id(), time, null);
        if (free.isEmpty()) {
            return Optional.empty();
        }
        var row = new NewAppointment(
                Reference.draw(random),
                attempt,
                service,
                free.get(),
                null,
                null,
                AppointmentState.HELD,
                now.plus(Holds.HOLD),
                false,
                null);
        return writer.insert(row, SOMEBODY, now);
    }

    /** Forgets one that was not booked; one that was stays. */
    public void forget(AppointmentId id) {
        holds.forget(id);
    }

    /**
     * Books it for a new account; one that ran out too, as another one, if nobody else has its time yet.
     *
     * @return what was booked, or nothing if it is gone
     */
    public Optional<AppointmentId> book(
            AppointmentId id, AccountId account, Actor.PortalUser by, @Nullable String note) {
        writer.lock(account);
        return rows.find(id).flatMap(seen -> {
            writer.lock(seen.practitioner());
            return rows.find(id).flatMap(this::stillHeld).flatMap(held -> bookHeld(held, account, by, note));
        });
    }

    private Optional<AppointmentId> bookHeld(
            AppointmentId held, AccountId account, Actor.PortalUser by, @Nullable String note) {
        holds.claim(held, account, note);
        return rows.find(held)
                .filter(claimed -> account.equals(claimed.account()))
                .map(claimed -> bookings.book(claimed, new BookedFor(account, null, by), note))
                .filter(answer -> answer instanceof Booking.Booked || answer instanceof Booking.ToPay)
                .map(_ -> held);
    }

    /** By an insert that may fail without ending the transaction, which has more to do. */
    private Optional<AppointmentId> stillHeld(Appointment seen) {
        var until = seen.heldUntil();
        if (seen.state() == AppointmentState.HELD && until != null && until.isAfter(clock.instant())) {
            return Optional.of(seen.id());
        }
        if (seen.state() != AppointmentState.HELD && seen.state() != AppointmentState.EXPIRED) {
            return Optional.empty();
        }
        var wanted =
                new WantedTime(seen.service(), seen.practitioner(), seen.place().id(), seen.start());
        return times.candidates(wanted, seen.id())
                .flatMap(found -> found.times().stream()
                        .findFirst()
                        .flatMap(time -> keep(found.service(), time, UUID.randomUUID(), seen.id())));
    }

    /**
     * Has an account that was there go on with it, in place of what was held for that. It is not booked: for whom, is still
     * to be said.
     *
     * @return whether it may; otherwise it has as many appointments ahead as the clinic allows
     */
    public boolean handOver(AppointmentId id, AccountId account) {
        return handOver(id, account, null);
    }

    /** The same for somebody who is asked something before it is booked, for which it is held half an hour. */
    public boolean handOverToAnswer(AppointmentId id, AccountId account) {
        return handOver(id, account, clock.instant().plus(Holds.TO_ANSWER));
    }

    private boolean handOver(AppointmentId id, AccountId account, @Nullable Instant until) {
        writer.lock(account);
        if (writer.ahead(account, clock.instant()) >= writer.most()) {
            return false;
        }
        holds.giveUp(account);
        holds.claim(id, account, null);
        if (until != null) {
            holds.extend(id, until);
        }
        return true;
    }

    /** Puts what the account booked before its record was known on that record. */
    public void match(AccountId account, PatientId patient, Actor by) {
        for (var id : writer.match(account, patient)) {
            rows.find(id)
                    .filter(appointment -> appointment.bookedAt() != null)
                    .ifPresent(appointment -> audit.matched(appointment, by));
        }
    }
}
