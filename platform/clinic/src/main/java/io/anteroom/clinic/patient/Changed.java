package io.anteroom.clinic.patient;

/** What came of changing a patient's details. */
public sealed interface Changed {

    /** They are as wanted now. */
    record Saved() implements Changed {}

    /** Nothing was changed: somebody else did, since the form was opened. */
    record Meanwhile(Patient current) implements Changed {}

    /** Nothing was changed: that patient has the same number in the other system. */
    record NumberTaken(PatientId by) implements Changed {}

    /** There is no such record. */
    record Gone() implements Changed {}
}
