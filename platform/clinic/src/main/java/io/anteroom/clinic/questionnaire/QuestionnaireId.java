package io.anteroom.clinic.questionnaire;

/**
 * The number of a questionnaire at its clinic, whatever its version.
 *
 * @param value unique within the clinic only
 */
public record QuestionnaireId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
