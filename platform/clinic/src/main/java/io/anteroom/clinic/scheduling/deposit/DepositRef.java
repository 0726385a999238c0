package io.anteroom.clinic.scheduling.deposit;

import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.payments.PayableRef;
import java.util.Optional;

/** How payments refer to the deposit of an appointment. */
final class DepositRef {

    static final String KIND = "deposit";

    private DepositRef() {}

    static PayableRef of(AppointmentId id) {
        return new PayableRef(KIND, id.toString());
    }

    /** The appointment that payments refer to so. */
    static Optional<AppointmentId> id(String ref) {
        return ref.matches("[0-9]{1,18}") ? Optional.of(new AppointmentId(Long.parseLong(ref))) : Optional.empty();
    }
}
