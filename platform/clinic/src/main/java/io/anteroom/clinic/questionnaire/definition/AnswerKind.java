package io.anteroom.clinic.questionnaire.definition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an answer to a question is like. Bounds are part of the range, and null where there is none. */
public sealed interface AnswerKind {

    /**
     * Words: FHIR's {@code string}, or {@code text} of several lines.
     *
     * @param lines whether it may have several lines
     * @param regex what the whole answer must match, an {@link AnswerPattern}, or null
     * @param example how an answer looks ({@code entryFormat}), or null
     */
    record Words(
            boolean lines,
            @Nullable Integer minLength,
            @Nullable Integer maxLength,
            @Nullable String regex,
            @Nullable String example)
            implements AnswerKind {

        /** One line without any bound. */
        public static final Words LINE = new Words(false, null, null, null, null);

        /** Several lines without any bound. */
        public static final Words LINES = new Words(true, null, null, null, null);
    }

    /** Yes or no. */
    record YesNo() implements AnswerKind {}

    /** A whole number, as FHIR's {@code integer}: 32 bits. */
    record Whole(@Nullable Integer min, @Nullable Integer max) implements AnswerKind {}

    /**
     * A number.
     *
     * @param decimals how many decimal places at most
     */
    record Decimal(
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable Integer decimals) implements AnswerKind {}

    /** A day. */
    record Day(@Nullable LocalDate min, @Nullable LocalDate max) implements AnswerKind {}

    /** A day and a time of it, by the clinic's clock. */
    record Moment(@Nullable OffsetDateTime min, @Nullable OffsetDateTime max) implements AnswerKind {}

    /** A time of day. */
    record Clock(@Nullable LocalTime min, @Nullable LocalTime max) implements AnswerKind {}

    /**
     * One of several options; several of them where the question repeats.
     *
     * @param options at least one
     * @param open whether people may say something else in their own words (FHIR's {@code open-choice})
     * @param shown how it is laid out; for several answers always as ticks
     */
    record Choice(List<Option> options, boolean open, Shown shown) implements AnswerKind {

        /** How many options a question may have: as many as staff can change on one page. */
        public static final int MOST_OPTIONS = 400;

        public Choice {
            options = List.copyOf(options);
            if (options.isEmpty()) {
                throw new IllegalArgumentException("A choice needs an option");
            }
        }

        /** How a choice is laid out. */
        public enum Shown {
            /** All options at once. */
            RADIO,
            /** In a list that opens. */
            LIST
        }
    }

    /**
     * A number with a unit.
     *
     * @param units what people choose from, empty where they say the number alone
     */
    record Amount(
            List<Unit> units,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable Integer decimals) implements AnswerKind {

        public Amount {
            units = List.copyOf(units);
        }
    }

    /**
     * A unit.
     *
     * @param system of the code, such as {@code http://unitsofmeasure.org}, or null with the code
     */
    record Unit(@Nullable String system, @Nullable String code, String display) {}

    /** A web address. */
    record Link() implements AnswerKind {}

    /**
     * A file.
     *
     * @param mostBytes how large at most, or null
     * @param types media types, of which {@code image/*} may be one; empty for whatever the clinic takes
     */
    record Attachment(@Nullable Long mostBytes, Set<String> types) implements AnswerKind {

        /** How many files a question takes where it may have several. */
        public static final int MOST_FILES = 10;

        public Attachment {
            types = Set.copyOf(types);
        }

        /** Whether a file of that media type is asked for. */
        public boolean takes(String mediaType) {
            return types.isEmpty()
                    || types.contains(mediaType)
                    || types.contains("*/*")
                    || types.contains(mediaType.substring(0, mediaType.indexOf('/')) + "/*");
        }

        /** How many files a question takes that may be answered so often. */
        public static int most(Occurs occurs) {
            return Math.min(occurs.taken(), Math.max(MOST_FILES, occurs.least()));
        }
    }

    /** A name that is typed to sign, or a signature that is drawn. In FHIR a {@code string} with {@code questionnaire-signatureRequired}. */
    record Signature() implements AnswerKind {}
}
