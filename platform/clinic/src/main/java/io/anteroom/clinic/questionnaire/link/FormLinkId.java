package io.anteroom.clinic.questionnaire.link;

/**
 * The number of a link at its clinic.
 *
 * @param value unique within the clinic only
 */
public record FormLinkId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
