package io.anteroom.clinic.merging;

import io.anteroom.clinic.patient.PatientId;

/** The answer to staff who merge two records. */
public sealed interface Merged {

    /** They are one, now or since before. */
    record Done() implements Merged {}

    /** Nothing was done: something changed since they looked, and this is how it is now. */
    record Meanwhile(MergePlan plan) implements Merged {}

    /** Nothing was done: the rules refuse it. */
    record Refused(MergePlan plan) implements Merged {}

    /** Nothing was done: they didn't say that it is one person, or didn't type what was asked for. */
    record NotConfirmed(MergePlan plan) implements Merged {}

    /** Nothing was done: one of the two went into another record meanwhile, which is this. */
    record WentElsewhere(PatientId where) implements Merged {}

    /** There is no such record. */
    record NotThere() implements Merged {}
}
