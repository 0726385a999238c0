package io.anteroom.clinic.questionnaire.definition;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One answer, or what one is compared with. In JSON it is FHIR's {@code value[x]}: see {@link ValueJson}. */
public sealed interface Value {

    /** {@code valueString}. */
    record Text(String text) implements Value {}

    /** {@code valueBoolean}. */
    record Flag(boolean yes) implements Value {}

    /** {@code valueInteger}. */
    record Whole(int number) implements Value {}

    /** {@code valueDecimal}. Two are equal if they are as much: 1.0 is 1.00. */
    record Decimal(BigDecimal number) implements Value {

        /**
         * Writes it without exponent.
         *
         * @throws ArithmeticException if that takes more than {@link #MOST_DIGITS} digits
         */
        public Decimal {
            number = plain(number);
        }
    }

    /** {@code valueDate}. */
    record Day(LocalDate day) implements Value {}

    /** {@code valueDateTime}, with its distance from UTC. */
    record Moment(OffsetDateTime at) implements Value {}

    /** {@code valueTime}. */
    record Clock(LocalTime time) implements Value {}

    /** {@code valueCoding}. Conditions go by system and code, whatever they display; what is stored is what was shown. */
    record Coded(@Nullable String system, String code, String display) implements Value {}

    /** {@code valueQuantity}. */
    record Amount(
            BigDecimal number,
            @Nullable String unit,
            @Nullable String system,
            @Nullable String code) implements Value {

        /**
         * Writes its number without exponent.
         *
         * @throws ArithmeticException if that takes more than {@link #MOST_DIGITS} digits
         */
        public Amount {
            number = plain(number);
        }
    }

    /** {@code valueUri}. */
    record Link(String address) implements Value {}

    /**
     * {@code valueAttachment}: a file that is stored by {@code clinic.file}.
     *
     * @param file by what the store knows it; FHIR's {@code url}, as in {@code urn:anteroom:file:7}
     * @param sha1 of its bytes, as FHIR's {@code hash} has it: in base 64; or null where it could not be read at once
     */
    record Attached(
            String file,
            String type,
            String name,
            long bytes,
            @Nullable String sha1) implements Value {}

    /**
     * {@code valueString} with an extension of ours: a name that was typed to sign, or the name of whose account it was drawn with.
     *
     * @param statement what was signed
     * @param drawing the picture of it where it was drawn, named as a file is by {@link Attached}; or null where it was typed
     */
    record Signed(
            String name,
            Instant at,
            String statement,
            @Nullable String drawing) implements Value {

        /** A typed one. */
        public static Signed typed(String name, Instant at, String statement) {
            return new Signed(name, at, statement, null);
        }
    }

    /** The most digits before or behind the point. Written with an exponent a few characters can ask for more memory than there is. */
    int MOST_DIGITS = 1_000;

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        if (Math.abs((long) stripped.scale()) > MOST_DIGITS) {
            throw new ArithmeticException("The number is too large or too fine");
        }
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
