package io.anteroom.clinic.patient.intake;

import java.util.Optional;
import java.util.UUID;

/** The id of one file's way in. */
public record ImportId(UUID value) {

    /** The id written so, or nothing where it is none. */
    public static Optional<ImportId> parse(String text) {
        try {
            return Optional.of(new ImportId(UUID.fromString(text)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
