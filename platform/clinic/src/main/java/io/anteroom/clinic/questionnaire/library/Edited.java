package io.anteroom.clinic.questionnaire.library;

/** What came of a step of writing. */
public sealed interface Edited {

    /**
     * It is as wanted now.
     *
     * @param linkId of the item it was about; empty for the questionnaire itself
     */
    record Saved(String linkId) implements Edited {}

    /**
     * Nothing was changed.
     *
     * @param why what to do about it, a sentence in plain words
     */
    record Refused(String why) implements Edited {}

    /**
     * Nothing was changed: somebody else changed the same since it was looked at.
     *
     * @param by who changed the draft last
     */
    record Meanwhile(String by) implements Edited {}

    /** There is no such draft or item, or no more. */
    record Gone() implements Edited {}
}
