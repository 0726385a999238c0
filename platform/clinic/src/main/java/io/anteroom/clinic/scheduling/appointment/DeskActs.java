package io.anteroom.clinic.scheduling.appointment;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.appointment.AppointmentWriter.NewAppointment;
import io.anteroom.clinic.scheduling.slot.Slots;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What staff do with appointments, each act a transaction. */
@Component
class DeskActs {

    private final AppointmentRows rows;
    private final AppointmentWriter writer;
    private final AppointmentMoves moves;
    private final Slots slots;
    private final AppointmentAudit audit;
    private final AppointmentNews news;
    private final DepositWork deposits;
    private final SecureRandom random;
    private final Clock clock;

    DeskActs(
            AppointmentRows rows,
            AppointmentWriter writer,
            AppointmentMoves moves,
            Slots slots,
            AppointmentAudit audit,
            AppointmentNews news,
            DepositWork deposits,
            SecureRandom random,
            Clock clock) {
        this.rows = rows;
        this.writer = writer;
        this.moves = moves;
        this.slots = slots;
        this.audit = audit;
        this.news = news;
        this.deposits = deposits;
        this.random = random;
        this.clock = clock;
    }

    @Transactional
    public DeskAnswer book(DeskBooking wanted, Actor.Staff by) {
        var before = rows.ofAttempt(wanted.attempt());
        if (before.isPresent()) {
            return new DeskAnswer.Done(before.get());
        }
        var now = clock.instant();
        writer.lock(wanted.practitioner());
        var place = slots.place(wanted.service(), wanted.practitioner(), wanted.location(), wanted.start(), null);
        if (place.isEmpty()) {
            return new DeskAnswer.NotThere();
        }
        if (!place.get().within() && !wanted.anyway()) {
            return new DeskAnswer.OutsideHours();
        }
        var row = new NewAppointment(
                Reference.draw(random),
                wanted.attempt(),
                place.get().service(),
                place.get().time(),
                wanted.patient().value(),
                null,
                AppointmentState.BOOKED,
                null,
                !place.get().within(),
                wanted.note());
        var id = writer.insert(row, by, now);
        if (id.isEmpty()) {
            return new DeskAnswer.Taken();
        }
        var booked = rows.find(id.get()).orElseThrow();
        audit.booked(booked, by);
        news.changed(null, booked, by);
        news.later(booked.id(), now);
        return new DeskAnswer.Done(booked);
    }

    @Transactional
    public DeskAnswer move(AppointmentId id, int seen, WantedTime to, boolean anyway, Actor.Staff by) {
        var now = clock.instant();
        var found = rows.find(id);
        if (found.isEmpty() || to.practitioner() == null) {
            return new DeskAnswer.NotThere();
        }
        writer.lock(found.get().practitioner(), to.practitioner());
        writer.lock(id);
        var before = rows.find(id).orElseThrow();
        if (before.start().equals(to.start())
                && before.practitioner().equals(to.practitioner())
                && before.place().id().equals(to.location())) {
            return new DeskAnswer.Done(before);
        }
        if (before.version() != seen) {
            return new DeskAnswer.Meanwhile(before);
        }
        if (!before.state().awaited()) {
            return new DeskAnswer.NotNow(before.state());
        }
        var place = slots.place(to.service(), to.practitioner(), to.location(), to.start(), id);
        if (place.isEmpty()) {
            return new DeskAnswer.NotThere();
        }
        if (!place.get().within() && !anyway) {
            return new DeskAnswer.OutsideHours();
        }
        moves.move(
                before, place.get().service(), place.get().time(), !place.get().within(), null, now);
        news.freed(before);
        var after = rows.find(id).orElseThrow();
        audit.changed(AuditAction.APPOINTMENT_MOVED, before, after, by);
        news.changed(before, after, by);
        news.later(id, now);
        return new DeskAnswer.Done(after);
    }

    /** What {@link #move} would answer now; nothing is changed, and nobody else is kept from taking the time. */
    @Transactional(readOnly = true)
    public DeskAnswer tryMove(AppointmentId id, WantedTime to) {
        var found = rows.find(id);
        if (found.isEmpty() || to.practitioner() == null) {
            return new DeskAnswer.NotThere();
        }
        if (!found.get().state().awaited()) {
            return new DeskAnswer.NotNow(found.get().state());
        }
        var place = slots.place(to.service(), to.practitioner(), to.location(), to.start(), id);
        if (place.isEmpty()) {
            return new DeskAnswer.NotThere();
        }
        var occupied = place.get().service().occupied(to.start());
        if (rows.isTaken(to.practitioner(), occupied, id, clock.instant())) {
            return new DeskAnswer.Taken();
        }
        return place.get().within() ? new DeskAnswer.Done(found.get()) : new DeskAnswer.OutsideHours();
    }

    @Transactional
    public DeskAnswer cancel(
            AppointmentId id, int seen, @Nullable String because, boolean keepDeposit, Actor.Staff by) {
        var now = clock.instant();
        writer.lock(id);
        Optional<Appointment> found = rows.find(id);
        if (found.isEmpty()) {
            return new DeskAnswer.NotThere();
        }
        var before = found.get();
        if (before.state() == AppointmentState.CANCELLED) {
            return new DeskAnswer.Done(before);
        }
        if (before.version() != seen) {
            return new DeskAnswer.Meanwhile(before);
        }
        if (!before.state().awaited()) {
            return new DeskAnswer.NotNow(before.state());
        }
        writer.cancel(id, because, by, now);
        news.freed(before);
        if (keepDeposit && before.mayKeepDeposit(now)) {
            writer.keepDeposit(id);
        }
        var after = rows.find(id).orElseThrow();
        audit.changed(AuditAction.APPOINTMENT_CANCELLED, before, after, by);
        news.changed(before, after, by);
        news.later(id, now);
        deposits.returnLater(before, now);
        return new DeskAnswer.Done(after);
    }

    /**
     * Gives it another state, if it has one of {@code from}.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException if it has to have its time again, which is somebody else's
     */
    @Transactional
    public DeskAnswer become(
            AppointmentId id,
            int seen,
            AppointmentState state,
            Set<AppointmentState> from,
            AuditAction act,
            Actor.Staff by) {
        var now = clock.instant();
        var found = rows.find(id);
        if (found.isEmpty()) {
            return new DeskAnswer.NotThere();
        }
        writer.lock(found.get().practitioner());
        writer.lock(id);
        var before = rows.find(id).orElseThrow();
        if (before.state() == state) {
            return new DeskAnswer.Done(before);
        }
        if (before.version() != seen) {
            return new DeskAnswer.Meanwhile(before);
        }
        if (!from.contains(before.state())) {
            return new DeskAnswer.NotNow(before.state());
        }
        writer.retake(before, state, now);
        var after = rows.find(id).orElseThrow();
        audit.changed(act, before, after, by);
        news.changed(before, after, by);
        news.later(id, now);
        return new DeskAnswer.Done(after);
    }
}
