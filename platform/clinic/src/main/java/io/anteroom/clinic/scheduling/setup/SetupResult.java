package io.anteroom.clinic.scheduling.setup;

import java.util.List;
import java.util.Map;

/** What came of adding or changing something of the set-up. */
public sealed interface SetupResult {

    /**
     * It is as wanted now.
     *
     * @param id its number
     */
    record Saved(long id) implements SetupResult {}

    /** Nothing was changed, for these reasons. */
    record Refused(List<Fault> faults) implements SetupResult {

        /** Copies the list. */
        public Refused {
            faults = List.copyOf(faults);
        }

        /** For one reason. */
        public static Refused of(String field, String message) {
            return new Refused(List.of(new Fault(field, message)));
        }
    }

    /**
     * Nothing was changed: somebody else did, since the form was opened.
     *
     * @param version the version that is stored now
     * @param differences of each field that differs, what is stored and what was wanted: {@code theirs → yours}
     */
    record Meanwhile(int version, Map<String, String> differences) implements SetupResult {}

    /** There is no such thing. */
    record Gone() implements SetupResult {}
}
