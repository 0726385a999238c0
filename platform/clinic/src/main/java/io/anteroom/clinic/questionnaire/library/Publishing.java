package io.anteroom.clinic.questionnaire.library;

import java.util.List;

/** What came of publishing a draft. */
public sealed interface Publishing {

    /** It is the newest version now. */
    record Published(int number) implements Publishing {}

    /**
     * Nothing was published: something is missing.
     *
     * @param faults what, by the item it is about
     */
    record Refused(List<Unfinished> faults) implements Publishing {

        /** Copies the list. */
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /** Nothing was published: the draft is not what was looked at. */
    record Meanwhile(String by) implements Publishing {}

    /** There is no draft, or no more. */
    record Gone() implements Publishing {}

    /**
     * Something that has to be done before publishing.
     *
     * @param linkId of the item; empty for the questionnaire itself
     * @param what a sentence in plain words
     */
    record Unfinished(String linkId, String what) {}
}
