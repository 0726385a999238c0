package io.anteroom.clinic.patient.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What became of a row. */
public enum Verdict {
    /** It will be a patient. */
    READY,
    /** Its patient is known already, or stands in the file twice. */
    DUPLICATE,
    /** Something in it cannot be read. */
    ERROR;

    /** The verdict of that code, or nothing for a code we don't know. */
    public static Optional<Verdict> ofCode(String code) {
        return Stream.of(values())
                .filter(verdict -> verdict.code().equals(code))
                .findFirst();
    }

    /** As stored and as in an address. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
