package io.anteroom.clinic.scheduling.slot;

import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.ServiceId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for.
 *
 * @param practitioner by whom, or null for anyone who does it
 * @param location where, or null for anywhere
 * @param first the first day looked at
 * @param days how many
 * @param byPatient whether the notice and the horizon of patients count
 * @param except an appointment whose time counts as free, since it is the one that is moved; or null
 */
public record SlotQuery(
        ServiceId service,
        @Nullable PractitionerId practitioner,
        @Nullable LocationId location,
        LocalDate first,
        int days,
        boolean byPatient,
        @Nullable AppointmentId except) {

    /** Anyone, anywhere, as patients may book. */
    public static SlotQuery ofPatient(ServiceId service, LocalDate first, int days) {
        return new SlotQuery(service, null, null, first, days, true, null);
    }

    /** The same by that practitioner; null for anyone. */
    public SlotQuery by(@Nullable PractitionerId whom) {
        return new SlotQuery(service, whom, location, first, days, byPatient, except);
    }

    /** The same at that place; null for anywhere. */
    public SlotQuery at(@Nullable LocationId where) {
        return new SlotQuery(service, practitioner, where, first, days, byPatient, except);
    }

    /** The same for an appointment that is moved. */
    public SlotQuery moving(AppointmentId moved) {
        return new SlotQuery(service, practitioner, location, first, days, byPatient, moved);
    }

    boolean wants(Practitioner one) {
        return practitioner == null || practitioner.equals(one.id());
    }

    boolean wants(Place one) {
        return location == null || location.equals(one.id());
    }
}
