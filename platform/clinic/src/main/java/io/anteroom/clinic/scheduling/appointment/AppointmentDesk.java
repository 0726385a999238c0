package io.anteroom.clinic.scheduling.appointment;

import static io.anteroom.clinic.scheduling.appointment.AppointmentState.ARRIVED;
import static io.anteroom.clinic.scheduling.appointment.AppointmentState.BOOKED;
import static io.anteroom.clinic.scheduling.appointment.AppointmentState.CANCELLED;
import static io.anteroom.clinic.scheduling.appointment.AppointmentState.COMPLETED;
import static io.anteroom.clinic.scheduling.appointment.AppointmentState.CONFIRMED;
import static io.anteroom.clinic.scheduling.appointment.AppointmentState.NO_SHOW;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.scheduling.AppointmentId;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** What staff do with appointments. Whoever calls has asked for {@code MANAGE_APPOINTMENTS}. */
@Component
public class AppointmentDesk {

    /** From which states each state is reached. One that was reached by mistake is taken back to booked. */
    private static final Map<AppointmentState, Set<AppointmentState>> WAYS = Map.of(
            CONFIRMED, Set.of(BOOKED),
            ARRIVED, Set.of(BOOKED, CONFIRMED),
            COMPLETED, Set.of(BOOKED, CONFIRMED, ARRIVED),
            NO_SHOW, Set.of(BOOKED, CONFIRMED),
            BOOKED, Set.of(CONFIRMED, ARRIVED, COMPLETED, NO_SHOW, CANCELLED));

    private static final Map<AppointmentState, AuditAction> ACTS = Map.of(
            CONFIRMED, AuditAction.APPOINTMENT_CONFIRMED,
            ARRIVED, AuditAction.APPOINTMENT_ARRIVED,
            COMPLETED, AuditAction.APPOINTMENT_COMPLETED,
            NO_SHOW, AuditAction.APPOINTMENT_MISSED,
            BOOKED, AuditAction.APPOINTMENT_STATE_UNDONE);

    private final DeskActs acts;

    AppointmentDesk(DeskActs acts) {
        this.acts = acts;
    }

    /** Books for a patient. The notice and the cap of patients don't count. */
    public DeskAnswer book(DeskBooking wanted, Actor.Staff by) {
        return unlessTaken(() -> acts.book(wanted, by));
    }

    /**
     * Gives it another time, practitioner or place.
     *
     * @param seen the version staff looked at
     * @param anyway whether blocked time and the end of hours were seen and don't matter
     */
    public DeskAnswer move(AppointmentId id, int seen, WantedTime to, boolean anyway, Actor.Staff by) {
        return unlessTaken(() -> acts.move(id, seen, to, anyway, by));
    }

    /**
     * What the answer to a move there would be now: {@link DeskAnswer.Done} where the time is free. Nothing is changed, and
     * the time is kept for nobody.
     */
    public DeskAnswer tryMove(AppointmentId id, WantedTime to) {
        return acts.tryMove(id, to);
    }

    /**
     * Calls it off.
     *
     * @param because what the patient is told, at most 500 characters, or null
     */
    public DeskAnswer cancel(AppointmentId id, int seen, @Nullable String because, Actor.Staff by) {
        return cancel(id, seen, because, false, by);
    }

    /**
     * The same, perhaps keeping the deposit: for the patient who calls it off after the last change that was agreed. Before
     * that it is given back whatever is asked here.
     */
    public DeskAnswer cancel(
            AppointmentId id, int seen, @Nullable String because, boolean keepDeposit, Actor.Staff by) {
        return acts.cancel(id, seen, because, keepDeposit, by);
    }

    /** Notes that the patient has said to come. */
    public DeskAnswer confirm(AppointmentId id, int seen, Actor.Staff by) {
        return become(id, seen, CONFIRMED, by);
    }

    /** Checks the patient in. */
    public DeskAnswer arrive(AppointmentId id, int seen, Actor.Staff by) {
        return become(id, seen, ARRIVED, by);
    }

    /** Notes that it took place. */
    public DeskAnswer complete(AppointmentId id, int seen, Actor.Staff by) {
        return become(id, seen, COMPLETED, by);
    }

    /** Notes that the patient did not come. */
    public DeskAnswer miss(AppointmentId id, int seen, Actor.Staff by) {
        return become(id, seen, NO_SHOW, by);
    }

    /** Takes its state back: it is booked again, a cancelled one if its time is still free. */
    public DeskAnswer undo(AppointmentId id, int seen, Actor.Staff by) {
        return become(id, seen, BOOKED, by);
    }

    private DeskAnswer become(AppointmentId id, int seen, AppointmentState state, Actor.Staff by) {
        return unlessTaken(() -> acts.become(
                id,
                seen,
                state,
                WAYS.getOrDefault(state, Set.of()),
                ACTS.getOrDefault(state, AuditAction.APPOINTMENT_STATE_UNDONE),
                by));
    }

    /** What the constraints refuse was somebody else's a moment before. */
    private static DeskAnswer unlessTaken(Supplier<DeskAnswer> act) {
        try {
            return act.get();
        } catch (DataIntegrityViolationException taken) {
            return new DeskAnswer.Taken();
        }
    }
}
