package io.anteroom.clinic.access.registration;

import io.anteroom.clinic.patient.PatientId;

/** What came of a decision of staff on an account that somebody opened. */
public sealed interface Decided {

    /** The account opens that record now, with limited access. */
    record Joined(PatientId patient) implements Decided {}

    /** The account stays as it is, and the person was told. */
    record Refused() implements Decided {}

    /** Somebody has decided before. */
    record Before(Registration registration) implements Decided {}

    /** The patient signs in with another account already. */
    record HasAccount() implements Decided {}

    /**
     * The clinic's rule of accounts is against it.
     *
     * @param who the name of who has that access, or of the patient whom this account opens
     */
    record AgainstTheModel(String who) implements Decided {}

    /** There is no such account or no such patient. */
    record Nothing() implements Decided {}
}
