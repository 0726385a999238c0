package io.anteroom.clinic.questionnaire.byservice;

import java.time.Duration;

/**
 * When the questionnaires of a service are due, and how long one that was sent counts.
 *
 * @param dueDays at the end of which day before the visit; 0 for when it begins
 * @param countsDays for how many days one that was sent is asked for no more
 */
public record FormTerms(int dueDays, int countsDays) {

    /** As long as a clinic says nothing else. */
    public static final FormTerms USUAL = new FormTerms(1, 30);

    /** The most days before a visit. */
    public static final int MOST_DUE = 30;

    /** The most days that one counts. */
    public static final int MOST_COUNTS = 365;

    /** Checks both. */
    public FormTerms {
        if (dueDays < 0 || dueDays > MOST_DUE || countsDays < 1 || countsDays > MOST_COUNTS) {
            throw new IllegalArgumentException("Out of range: " + dueDays + ", " + countsDays);
        }
    }

    Duration counts() {
        return Duration.ofDays(countsDays);
    }

    @Override
    public String toString() {
        return dueDays + "," + countsDays;
    }
}
