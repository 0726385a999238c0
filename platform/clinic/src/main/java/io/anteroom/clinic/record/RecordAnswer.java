package io.anteroom.clinic.record;

/** What came of something that staff did with an entry. */
public sealed interface RecordAnswer {

    /** It is done, or had been before. */
    record Done(RecordId id) implements RecordAnswer {}

    /**
     * Somebody else changed it since the page was opened, and nothing was done.
     *
     * @param current as it stands
     */
    record Meanwhile(RecordEntry current) implements RecordAnswer {}

    /**
     * It can't be done with an entry that has come this far.
     *
     * @param current as it stands
     */
    record NotNow(RecordEntry current) implements RecordAnswer {}

    /** There is no such entry of that patient, or no such patient. */
    record Gone() implements RecordAnswer {}
}
