package io.anteroom.clinic.patient;

import java.util.List;

/** What came of adding a patient. */
public sealed interface Registered {

    /** The record exists now. */
    record Created(PatientId id) implements Registered {}

    /** Nothing was added: there are patients of that name and birth date, and it wasn't said that this is another one. */
    record PossiblyKnown(List<PatientRow> patients) implements Registered {

        /** Copies the list. */
        public PossiblyKnown {
            patients = List.copyOf(patients);
        }
    }

    /** Nothing was added: that patient has the same number in the other system. */
    record NumberTaken(PatientId by) implements Registered {}
}
