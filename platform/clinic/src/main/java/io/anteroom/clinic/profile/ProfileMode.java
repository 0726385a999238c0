package io.anteroom.clinic.profile;

import io.anteroom.tenancy.EnumCode;
import java.util.Optional;

/** What becomes of contact details that a patient changes. Codes are stored. */
public enum ProfileMode {
    /** They are on the record as soon as they are saved. */
    AT_ONCE,
    /** Staff compare them with the record, and agree or refuse. */
    AFTER_APPROVAL,
    /** Patients see them and change none. */
    OFF;

    /** The mode of that code, or nothing for a code we don't know. */
    public static Optional<ProfileMode> ofCode(String code) {
        return EnumCode.find(ProfileMode.class, code);
    }

    /** As stored and as forms name it. */
    public String code() {
        return EnumCode.of(this);
    }

    static ProfileMode read(String stored) {
        return EnumCode.read(ProfileMode.class, stored);
    }
}
