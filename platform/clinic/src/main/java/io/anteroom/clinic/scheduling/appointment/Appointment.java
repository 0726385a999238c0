package io.anteroom.clinic.scheduling.appointment;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.ServiceId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as it stands.
 *
 * @param patient whose it is, or null as long as no record is known
 * @param patientName that patient's name, or null
 * @param account who booked it in the portal, or null
 * @param practitionerTitle may be empty
 * @param place where it is
 * @param preparation what to bring and how to prepare; may be empty
 * @param rules what was agreed
 * @param note what the patient said, or null
 * @param heldUntil until when it is kept for somebody who decides, or null
 * @param bookedAt when it was booked, or null while it wasn't
 * @param moving when the patient's side last moved it, or null
 * @param cancellation when and by whom it was called off, or null
 * @param version goes up with each change
 */
public record Appointment(
        AppointmentId id,
        Reference reference,
        AppointmentState state,
        ServiceId service,
        PractitionerId practitioner,
        String practitionerName,
        String practitionerTitle,
        Address place,
        @Nullable PatientId patient,
        @Nullable String patientName,
        @Nullable AccountId account,
        Instant start,
        Instant end,
        String preparation,
        Receipt rules,
        @Nullable String note,
        @Nullable Instant heldUntil,
        @Nullable Instant bookedAt,
        @Nullable Moving moving,
        @Nullable Cancellation cancellation,
        int version) {

    /** How long an act can be taken back before anybody is told of it. */
    public static final Duration UNDO = Duration.ofMinutes(3);

    /** None takes longer: the table's own bound. */
    static final Duration LONGEST = Duration.ofHours(12);

    /** How long a time is kept for whom the deposit is asked. */
    public static final Duration TO_PAY = Duration.ofMinutes(30);

    /**
     * Where it is.
     *
     * @param mapLink a map of it, or null
     * @param phone E.164, or null
     */
    public record Address(
            LocationId id,
            String name,
            String street,
            String postcode,
            String city,
            @Nullable String mapLink,
            @Nullable String phone,
            ZoneId zone) {

        /** On one line, without what isn't known. */
        public String line() {
            String town = (postcode + " " + city).strip();
            return street.isEmpty() || town.isEmpty() ? street + town : street + ", " + town;
        }
    }

    /**
     * That the patient's side gave it another time.
     *
     * @param from when it would have started before
     * @param with with whom
     */
    public record Moving(Instant at, Instant from, PractitionerId with) {}

    /**
     * That it was called off.
     *
     * @param byPatient whether the patient's side did, otherwise staff
     * @param because what was said about it, or null
     * @param depositKept whether staff, who called it off, keep the deposit, since it was too late by what was agreed
     */
    public record Cancellation(
            Instant at, boolean byPatient, @Nullable String because, boolean depositKept) {}

    /** The start as the clocks of the place show it. */
    public ZonedDateTime local() {
        return start.atZone(place.zone());
    }

    /** Whether it is still to come at {@code now}, or under way. */
    public boolean isAhead(Instant now) {
        return end.isAfter(now) && (state.awaited() || state == AppointmentState.ARRIVED);
    }

    /** Whether the patient's side may still move or cancel it: within what was agreed, or within minutes of booking. */
    public boolean mayChange(Instant now) {
        return state.awaited() && start.isAfter(now) && (!now.isAfter(rules.lastChange(start)) || isFresh(now));
    }

    /** Whether the patient may be asked to say that they will come: not while they can take back what they did. */
    public boolean mayConfirm(Instant now) {
        return state == AppointmentState.BOOKED && start.isAfter(now) && !isFresh(now) && !mayMoveBack(now);
    }

    /** Whether its time is kept at {@code now} for somebody who has yet to pay the deposit. */
    public boolean awaitsPayment(Instant now) {
        return state == AppointmentState.AWAITING_PAYMENT && heldUntil != null && heldUntil.isAfter(now);
    }

    /**
     * Whether its deposit is given back, by what was agreed: it was called off by the clinic, which didn't keep it, or by the
     * patient's side in time. It can't be called off in the portal later than that.
     */
    public boolean returnsDeposit() {
        if (cancellation == null || rules.deposit() == null) {
            return false;
        }
        return cancellation.byPatient()
                ? !cancellation.at().isAfter(rules.lastChange(start)) || isFresh(cancellation.at())
                : !cancellation.depositKept();
    }

    /** Whether staff who call it off for the patient may keep the deposit: it is later than the last change that was agreed. */
    public boolean mayKeepDeposit(Instant now) {
        return rules.deposit() != null && state.awaited() && now.isAfter(rules.lastChange(start)) && !isFresh(now);
    }

    /** Whether it was booked so lately that nobody has been told of it. */
    public boolean isFresh(Instant now) {
        return bookedAt != null && now.isBefore(bookedAt.plus(UNDO));
    }

    /** Whether the patient's side moved it so lately that it can have its time back, whatever the notice. */
    public boolean mayMoveBack(Instant now) {
        return moving != null
                && state.awaited()
                && now.isBefore(moving.at().plus(UNDO))
                && moving.from().isAfter(now);
    }

    /** Whether the patient's side called it off so lately that it can be taken back. */
    public boolean mayRestore(Instant now) {
        return cancellation != null
                && cancellation.byPatient()
                && now.isBefore(cancellation.at().plus(UNDO))
                && start.isAfter(now);
    }

    /** Names nobody: it is personal. */
    @Override
    public String toString() {
        return "Appointment[" + id + ", " + state + "]";
    }
}
