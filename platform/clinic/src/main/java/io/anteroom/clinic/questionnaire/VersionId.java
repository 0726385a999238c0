package io.anteroom.clinic.questionnaire;

/**
 * The number of one published version of a questionnaire, which never changes.
 *
 * @param value unique within the clinic only
 */
public record VersionId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
