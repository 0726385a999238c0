package io.anteroom.clinic.profile;

import io.anteroom.clinic.patient.PatientId;

/** What came of staff's answer. */
public sealed interface Answered {

    /** It is answered, and what was agreed to is on the record. */
    record Done(PatientId patient) implements Answered {}

    /** Nothing was done: it was answered or taken back before. */
    record Before() implements Answered {}

    /** Nothing was done: the record was changed since the page was opened. */
    record Meanwhile() implements Answered {}

    /** There is no such wish. */
    record NotThere() implements Answered {}
}
