package io.anteroom.clinic.questionnaire.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry of a questionnaire. */
public sealed interface Item {

    /** What all items have. */
    Head head();

    /** What is nested in it, from top to bottom. */
    List<Item> items();

    /** By what conditions, answers and totals know it, once in its questionnaire. */
    default String linkId() {
        return head().linkId();
    }

    /** What people read; may be empty for a group. */
    default String text() {
        return head().text();
    }

    /**
     * Items that belong together.
     *
     * @param occurs how often the whole of it may be answered
     * @param items what it holds, at least one
     */
    record Group(Head head, Occurs occurs, List<Item> items) implements Item {

        public Group {
            items = List.copyOf(items);
        }
    }

    /** A text that asks nothing. */
    record Display(Head head) implements Item {

        @Override
        public List<Item> items() {
            return List.of();
        }
    }

    /**
     * A question.
     *
     * @param kind what an answer is like
     * @param occurs how many answers it may have: {@link Occurs#required()} if one is needed
     * @param initial what it is answered with before anybody has answered, empty for nothing. A choice's initial answers are
     *     the options that say so, and are here as well.
     * @param items what is asked once it has an answer, as FHIR nests items under an answer; none where it repeats
     */
    record Question(Head head, AnswerKind kind, Occurs occurs, List<Value> initial, List<Item> items) implements Item {

        public Question {
            initial = List.copyOf(initial);
            items = List.copyOf(items);
            if (occurs.repeats() && !items.isEmpty()) {
                throw new IllegalArgumentException(head.linkId() + " has several answers and items under each of them");
            }
        }
    }

    /**
     * What all items have.
     *
     * @param linkId by what the others know it, at most 200 characters
     * @param prefix what stands before the text, such as {@code 2b}, or null
     * @param text what people read, plain text
     * @param help what explains it, plain text, or null
     * @param enabling when it is asked, or null for always
     */
    record Head(
            String linkId,
            @Nullable String prefix,
            String text,
            @Nullable String help,
            @Nullable Enabling enabling) {

        public Head {
            if (linkId.isBlank() || linkId.length() > 200) {
                throw new IllegalArgumentException("A link id has 1 to 200 characters");
            }
        }

        /** One that is always asked, without prefix and help. */
        public static Head of(String linkId, String text) {
            return new Head(linkId, null, text, null, null);
        }

        /** The same, asked when {@code enabling} holds. */
        public Head when(Enabling enabling) {
            return new Head(linkId, prefix, text, help, enabling);
        }
    }
}
