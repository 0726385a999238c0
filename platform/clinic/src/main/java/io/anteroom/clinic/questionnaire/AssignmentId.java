package io.anteroom.clinic.questionnaire;

/**
 * The number of a form that was given to somebody.
 *
 * @param value unique within the clinic only
 */
public record AssignmentId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
