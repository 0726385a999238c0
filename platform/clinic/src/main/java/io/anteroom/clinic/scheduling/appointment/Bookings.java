package io.anteroom.clinic.scheduling.appointment;

import static io.anteroom.clinic.scheduling.appointment.AppointmentState.EXPIRED;
import static io.anteroom.clinic.scheduling.appointment.AppointmentState.HELD;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.slot.FreeTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What patients do with times held and booked, each act a transaction. */
@Component
class Bookings {

    private final AppointmentRows rows;
    private final AppointmentWriter writer;
    private final AppointmentMoves moves;
    private final FreeTimeCheck times;
    private final AppointmentAudit audit;
    private final AppointmentNews news;
    private final DepositWork deposits;
    private final Clock clock;

    Bookings(
            AppointmentRows rows,
            AppointmentWriter writer,
            AppointmentMoves moves,
            FreeTimeCheck times,
            AppointmentAudit audit,
            AppointmentNews news,
            DepositWork deposits,
            Clock clock) {
        this.rows = rows;
        this.writer = writer;
        this.moves = moves;
        this.times = times;
        this.audit = audit;
        this.news = news;
        this.deposits = deposits;
        this.clock = clock;
    }

    /** Books what was held; a time that ran out too, if nobody else has it yet. */
    @Transactional
    public Booking book(Appointment held, BookedFor whom, @Nullable String note) {
        var now = clock.instant();
        writer.lock(whom.account());
        writer.lock(held.practitioner());
        writer.lock(held.id());
        var current = reread(held.id());
        var booked = current.bookedAt();
        if (booked != null) {
            return current.state().awaited() ? done(current, booked) : new Booking.Gone();
        }
        if (current.state() == AppointmentState.AWAITING_PAYMENT) {
            return toPay(current);
        }
        FreeTime again = null;
        if (!isHeld(current, now)) {
            int most = writer.most();
            if (writer.ahead(whom.account(), now) >= most) {
                return new Booking.TooMany(most);
            }
            again = stillFree(current);
            if (again == null) {
                return new Booking.Gone();
            }
        }
        if (current.rules().deposit() != null) {
            writer.await(held.id(), whom.patient(), again, note, now);
            var waiting = reread(held.id());
            audit.waits(waiting, whom.actor());
            deposits.lapseLater(waiting);
            return toPay(waiting);
        }
        writer.book(held.id(), whom.patient(), again, note, now);
        var after = reread(held.id());
        audit.booked(after, whom.actor());
        news.changed(current, after, whom.actor());
        news.later(after.id(), now);
        return done(after, now);
    }

    private static Booking toPay(Appointment waiting) {
        return new Booking.ToPay(waiting.reference(), Objects.requireNonNull(waiting.heldUntil()));
    }

    private static boolean isHeld(Appointment appointment, Instant now) {
        return appointment.state() == HELD
                && appointment.heldUntil() != null
                && appointment.heldUntil().isAfter(now);
    }

    private @Nullable FreeTime stillFree(Appointment lapsed) {
        if (lapsed.state() != HELD && lapsed.state() != EXPIRED) {
            return null;
        }
        var wanted = new WantedTime(
                lapsed.service(), lapsed.practitioner(), lapsed.place().id(), lapsed.start());
        return times.candidates(wanted, lapsed.id())
                .flatMap(candidates -> candidates.times().stream().findFirst())
                .orElse(null);
    }

    private static Booking done(Appointment appointment, Instant booked) {
        return new Booking.Booked(appointment.reference(), booked.plus(Appointment.UNDO));
    }

    @Transactional
    public Changing cancel(AppointmentId id, Actor by) {
        var now = clock.instant();
        writer.lock(id);
        var before = reread(id);
        var cancellation = before.cancellation();
        if (cancellation != null && cancellation.byPatient()) {
            return new Changing.Done(cancellation.at().plus(Appointment.UNDO));
        }
        var refusal = refusal(before, now);
        if (refusal != null) {
            return refusal;
        }
        writer.cancel(id, null, by, now);
        news.freed(before);
        var after = reread(id);
        audit.changed(AuditAction.APPOINTMENT_CANCELLED, before, after, by);
        news.changed(before, after, by);
        news.later(id, now);
        deposits.returnLater(before, now);
        return new Changing.Done(now.plus(Appointment.UNDO));
    }

    /**
     * Takes a cancellation back.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException if somebody else has its time by now
     */
    @Transactional
    public Changing restore(Appointment cancelled, Actor by) {
        var now = clock.instant();
        writer.lock(cancelled.practitioner());
        writer.lock(cancelled.id());
        var before = reread(cancelled.id());
        if (before.state().awaited()) {
            return new Changing.Done(now.plus(Appointment.UNDO));
        }
        if (!before.mayRestore(now)) {
            return new Changing.NotNow(before.state());
        }
        writer.retake(before, AppointmentState.BOOKED, now);
        var after = reread(before.id());
        audit.changed(AuditAction.APPOINTMENT_CANCELLATION_UNDONE, before, after, by);
        news.changed(before, after, by);
        return new Changing.Done(now.plus(Appointment.UNDO));
    }

    /**
     * Moves it, if the time is free.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException if it is taken after all
     */
    @Transactional
    public Changing move(Appointment appointment, FreeTime to, Actor by) {
        var now = clock.instant();
        writer.lock(appointment.practitioner(), to.practitioner());
        writer.lock(appointment.id());
        var before = reread(appointment.id());
        var refusal = refusal(before, now);
        if (refusal != null) {
            return refusal;
        }
        if (!before.practitioner().equals(appointment.practitioner())) {
            return new Changing.Taken(); // somebody else moved it meanwhile, to a practitioner who isn't locked
        }
        var free = times.candidates(
                new WantedTime(before.service(), to.practitioner(), to.location(), to.start()), before.id());
        var time = free.flatMap(found -> found.times().stream().findFirst());
        if (time.isEmpty()) {
            return new Changing.Taken();
        }
        moves.move(before, free.get().service(), time.get(), false, now, now);
        news.freed(before);
        var after = reread(before.id());
        audit.changed(AuditAction.APPOINTMENT_MOVED, before, after, by);
        news.changed(before, after, by);
        news.later(before.id(), now);
        return new Changing.Done(now.plus(Appointment.UNDO));
    }

    /**
     * Gives it the time back that it had before the patient's side moved it.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException if somebody else has that by now
     */
    @Transactional
    public Changing moveBack(Appointment moved, Actor by) {
        var now = clock.instant();
        var moving = moved.moving();
        if (moving == null) {
            return new Changing.Done(now); // the button was pressed twice
        }
        writer.lock(moved.practitioner(), moving.with());
        writer.lock(moved.id());
        var before = reread(moved.id());
        if (before.moving() == null) {
            return new Changing.Done(now);
        }
        if (!moving.equals(before.moving()) || !before.mayMoveBack(now)) {
            return new Changing.NotNow(before.state());
        }
        moves.moveBack(before.id(), moving, now);
        news.freed(before);
        var after = reread(before.id());
        audit.changed(AuditAction.APPOINTMENT_MOVED, before, after, by);
        news.changed(before, after, by);
        news.later(before.id(), now);
        return new Changing.Done(now);
    }

    private static @Nullable Changing refusal(Appointment appointment, Instant now) {
        if (!appointment.state().awaited() || !appointment.start().isAfter(now)) {
            return new Changing.NotNow(appointment.state());
        }
        return appointment.mayChange(now)
                ? null
                : new Changing.TooLate(appointment.rules().lastChange(appointment.start()));
    }

    private Appointment reread(AppointmentId id) {
        return rows.find(id).orElseThrow();
    }
}
