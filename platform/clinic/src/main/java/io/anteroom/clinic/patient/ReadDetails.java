package io.anteroom.clinic.patient;

import java.util.List;

/** What came of reading what was typed about a patient. */
public sealed interface ReadDetails {

    /** All of it could be read. */
    record Fine(PatientDetails details) implements ReadDetails {}

    /** Something has to be mended; in the order of the fields. */
    record Faulty(List<Fault> faults) implements ReadDetails {

        /** Copies the list. */
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /**
     * What is wrong with one field.
     *
     * @param message what to do about it, in plain words
     */
    record Fault(PatientField field, String message) {}
}
