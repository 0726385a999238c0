package io.anteroom.clinic.scheduling.appointment;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.rules.BookingRulesBook;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** What patients, and those who act for them, do with appointments. */
@Component
public class PatientBooking {

    private final PatientAppointments appointments;
    private final Holds holds;
    private final Bookings bookings;
    private final FreeTimeCheck times;
    private final BookingRulesBook rules;
    private final List<AskedFirst> asked;
    private final Clock clock;

    PatientBooking(
            PatientAppointments appointments,
            Holds holds,
            Bookings bookings,
            FreeTimeCheck times,
            BookingRulesBook rules,
            ObjectProvider<AskedFirst> asked,
            Clock clock) {
        this.appointments = appointments;
        this.holds = holds;
        this.bookings = bookings;
        this.times = times;
        this.rules = rules;
        this.asked = asked.orderedStream().toList();
        this.clock = clock;
    }

    /**
     * Keeps a time for five minutes. An account has one time kept at once: the one before is given up. What the clinic asks first
     * has to be done by then, so that nobody loses a time over it.
     *
     * @param attempt drawn for the form, so that sending it again gives the same time
     */
    public Holding hold(VisibleChart chart, WantedTime wanted, UUID attempt) {
        return missing(chart, wanted.service()) ? new Holding.AskedFirst() : holdOffered(chart, wanted, attempt);
    }

    private boolean missing(VisibleChart chart, ServiceId service) {
        return asked.stream().anyMatch(one -> one.missing(chart, service));
    }

    /** The same for a time that was offered to somebody, who may take it whatever is asked first. */
    public Holding holdOffered(VisibleChart chart, WantedTime wanted, UUID attempt) {
        if (!rules.current().book()) {
            return new Holding.NotOffered();
        }
        return BookedFor.of(chart)
                .map(whom -> holds.sentBefore(attempt, whom).orElseGet(() -> hold(whom, wanted, attempt)))
                .orElseGet(Holding.NotOffered::new);
    }

    /** Twice, since whoever was quicker may have had the room and not the practitioner. */
    private Holding hold(BookedFor whom, WantedTime wanted, UUID attempt) {
        Holding answer = new Holding.Taken();
        for (int tries = 0; tries < 2 && answer instanceof Holding.Taken; tries++) {
            var found = holds.candidates(wanted, whom).filter(candidates -> whom.mayBook(candidates.service()));
            if (found.isEmpty()) {
                return new Holding.NotOffered();
            }
            if (found.get().times().isEmpty()) {
                break;
            }
            answer = hold(found.get(), whom, attempt);
        }
        return answer instanceof Holding.Taken ? holds.sentBefore(attempt, whom).orElse(answer) : answer;
    }

    private Holding hold(FreeTimeCheck.Candidates candidates, BookedFor whom, UUID attempt) {
        for (var time : candidates.times()) {
            var answer = holds.hold(candidates.service(), time, whom, attempt);
            if (!(answer instanceof Holding.Taken)) {
                return answer;
            }
        }
        return new Holding.Taken();
    }

    /** The time that is held for the viewer and not booked yet, if there is one. */
    public Optional<Appointment> held(VisibleChart chart) {
        return holds.heldFor(chart.viewer().account());
    }

    /**
     * Books the time that is held.
     *
     * @param note what the clinic should know beforehand, at most 500 characters, or null
     */
    public Booking book(VisibleChart chart, Reference reference, @Nullable String note) {
        boolean missing = own(chart, reference)
                .filter(held -> held.bookedAt() == null && held.state() != AppointmentState.AWAITING_PAYMENT)
                .filter(held -> missing(chart, held.service()))
                .isPresent();
        return missing ? new Booking.AskedFirst() : bookOffered(chart, reference, note);
    }

    /** The same for a time that was offered to somebody, who may take it whatever is asked first. */
    public Booking bookOffered(VisibleChart chart, Reference reference, @Nullable String note) {
        var whom = BookedFor.of(chart);
        var held = own(chart, reference);
        if (whom.isEmpty() || held.isEmpty()) {
            return new Booking.NotThere();
        }
        return unlessTaken(() -> bookings.book(held.get(), whom.get(), note)).orElseGet(Booking.Gone::new);
    }

    /** Calls an appointment off. Where the clinic leaves that to the phone, what was just booked can be undone all the same. */
    public Changing cancel(VisibleChart chart, Reference reference) {
        return appointments
                .in(chart)
                .find(reference)
                .filter(appointment -> appointment.bookedAt() != null)
                .map(appointment -> rules.current().cancel() || appointment.isFresh(clock.instant())
                        ? bookings.cancel(appointment.id(), chart.actor())
                        : byPhone(appointment))
                .orElseGet(Changing.NotThere::new);
    }

    private static Changing byPhone(Appointment appointment) {
        return new Changing.TooLate(appointment.rules().lastChange(appointment.start()));
    }

    /** Takes a cancellation back within minutes, if the time is still free. */
    public Changing restore(VisibleChart chart, Reference reference) {
        var appointment = appointments.in(chart).find(reference).filter(one -> one.bookedAt() != null);
        if (appointment.isEmpty()) {
            return new Changing.NotThere();
        }
        return unlessTaken(() -> bookings.restore(appointment.get(), chart.actor()))
                .orElseGet(Changing.Taken::new);
    }

    /** Gives an appointment another time. It keeps the one it has until then, and for good where the other is taken. */
    public Changing move(VisibleChart chart, Reference reference, WantedTime wanted) {
        var appointment = appointments.in(chart).find(reference).filter(one -> one.bookedAt() != null);
        if (appointment.isEmpty() || !appointment.get().service().equals(wanted.service())) {
            return new Changing.NotThere();
        }
        return move(chart, appointment.get(), wanted);
    }

    /** Gives an appointment back the time it had before it was moved, within minutes, if that is still free. */
    public Changing moveBack(VisibleChart chart, Reference reference) {
        var appointment = appointments.in(chart).find(reference).filter(one -> one.bookedAt() != null);
        if (appointment.isEmpty()) {
            return new Changing.NotThere();
        }
        return unlessTaken(() -> bookings.moveBack(appointment.get(), chart.actor()))
                .orElseGet(Changing.Taken::new);
    }

    private Changing move(VisibleChart chart, Appointment appointment, WantedTime wanted) {
        if (isThere(appointment, wanted)) {
            return new Changing.Done(Instant.EPOCH);
        }
        if (!rules.current().move()) {
            return byPhone(appointment);
        }
        var found = times.candidates(wanted, appointment.id());
        if (found.isEmpty() || !found.get().service().online()) {
            return new Changing.NotThere();
        }
        for (var time : found.get().times()) {
            var answer = unlessTaken(() -> bookings.move(appointment, time, chart.actor()))
                    .orElseGet(Changing.Taken::new);
            if (!(answer instanceof Changing.Taken)) {
                return answer;
            }
        }
        return new Changing.Taken();
    }

    private static boolean isThere(Appointment appointment, WantedTime wanted) {
        return appointment.start().equals(wanted.start())
                && appointment.place().id().equals(wanted.location())
                && (wanted.practitioner() == null || wanted.practitioner().equals(appointment.practitioner()));
    }

    private Optional<Appointment> own(VisibleChart chart, Reference reference) {
        return appointments
                .in(chart)
                .find(reference)
                .filter(appointment -> chart.viewer().account().equals(appointment.account()));
    }

    /** What the constraints refuse was somebody else's a moment before. */
    private static <T> Optional<T> unlessTaken(Supplier<T> act) {
        try {
            return Optional.of(act.get());
        } catch (DataIntegrityViolationException taken) {
            return Optional.empty();
        }
    }
}
