package io.anteroom.clinic.questionnaire.library;

import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Total;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of writing a questionnaire. */
public sealed interface Edit {

    /**
     * Puts an item in.
     *
     * @param place where
     * @param item what; its link id is given to it by {@link Tree#freshLinkId}
     */
    record Add(Place place, Item item) implements Edit {}

    /**
     * Puts {@code item} in the place of the one that has its link id. What is nested in that one stays.
     *
     * @param seen the {@link Fingerprint} of the item as whoever changes it saw it, or null to change it whatever it is like now
     */
    record Replace(Item item, @Nullable String seen) implements Edit {}

    /** Moves an item, with what is nested in it. */
    record Move(String linkId, Direction direction) implements Edit {}

    /** Puts a copy of an item, with what is nested in it, behind it. */
    record Duplicate(String linkId) implements Edit {}

    /**
     * Takes an item out, with what is nested in it.
     *
     * @param seen as of {@link Replace}
     */
    record Delete(String linkId, @Nullable String seen) implements Edit {}

    /**
     * Changes what stands above the questions.
     *
     * @param title as patients read it
     * @param description as patients read it, or null
     * @param language of the texts, BCP 47, or null
     * @param seen the title, description and language as seen, by {@link Fingerprint}; null for whatever they are
     */
    record Heading(
            String title,
            @Nullable String description,
            @Nullable String language,
            @Nullable String seen) implements Edit {}

    /**
     * Changes what is added up.
     *
     * @param seen as of {@link Heading}
     */
    record Totals(List<Total> totals, @Nullable String seen) implements Edit {

        /** Copies the list. */
        public Totals {
            totals = List.copyOf(totals);
        }
    }

    /** Where an item is put. */
    sealed interface Place {

        /** Behind all others. */
        record Last() implements Place {}

        /** Right behind that one, as deep as it is. */
        record Behind(String linkId) implements Place {}

        /** As the last of what is nested in that one. */
        record Within(String linkId) implements Place {}
    }

    /** Which way an item moves. */
    enum Direction {
        /** Before the one above it. */
        UP,
        /** Behind the one below it. */
        DOWN,
        /** Into the one above it, as the last of what is nested there. */
        IN,
        /** Out of the one it is nested in, right behind it. */
        OUT
    }
}
