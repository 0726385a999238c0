package io.anteroom.clinic.export;

/** The number of a copy, within its clinic. */
public record ExportId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
