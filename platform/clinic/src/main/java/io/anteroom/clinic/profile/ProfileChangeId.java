package io.anteroom.clinic.profile;

/** The number of a wish to have contact details changed, within its clinic. */
public record ProfileChangeId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
