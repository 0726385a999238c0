package io.anteroom.clinic.profile;

import io.anteroom.clinic.patient.ReadDetails;
import java.util.List;

/** What came of wanting contact details to be others. */
public sealed interface Asked {

    /** They are on the record now. */
    record Applied() implements Asked {}

    /** The clinic looks at it first. */
    record Waits(ProfileChangeId change) implements Asked {}

    /** They are what the record says already. */
    record NothingNew() implements Asked {}

    /** Nothing was done: what was typed can't be read. */
    record Faulty(List<ReadDetails.Fault> faults) implements Asked {

        /** Copies the list. */
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /** Nothing was done: something waits for the clinic already, which has to be taken back or answered first. */
    record OneWaits() implements Asked {}

    /** Nothing was done: this person has asked for so much today already. */
    record TooMany() implements Asked {}

    /**
     * Nothing was done: the contact details were changed since the form was opened.
     *
     * @param by who changed the record last
     */
    record Meanwhile(String by) implements Asked {}

    /** Nothing was done: the clinic lets nobody change them here. */
    record Off() implements Asked {}

    /** There is no such record for the one who asks, or it is not theirs to change. */
    record NotThere() implements Asked {}
}
