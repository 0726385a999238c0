package io.anteroom.clinic.file;

/**
 * Names a file within one clinic.
 *
 * @param value its number
 */
public record FileId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
