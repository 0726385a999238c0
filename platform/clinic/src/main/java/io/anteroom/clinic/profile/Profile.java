package io.anteroom.clinic.profile;

import io.anteroom.clinic.patient.PatientTexts;
import org.jspecify.annotations.Nullable;

/**
 * A patient's contact details as one person sees them.
 *
 * @param right what that person may do with them
 * @param mode what becomes of a change
 * @param texts what the record says, as people type it: all of it, or of each no more than tells it apart from others
 * @param seen what a form carries, so that nobody overwrites what they haven't seen; empty for who doesn't see all of it
 * @param waiting what waits for the clinic, whoever asked for it, or null
 * @param answered the last answer of the clinic to this person, where nothing of theirs has waited since, or null
 */
public record Profile(
        ProfileRight right,
        ProfileMode mode,
        PatientTexts texts,
        String seen,
        @Nullable Waiting waiting,
        @Nullable ProfileChange answered) {

    /**
     * What waits for the clinic. What others want is theirs: of it there is no more than who asked.
     *
     * @param change what is wanted, where this person asked for it, or null
     */
    public record Waiting(
            ProfileChangeId id, String askedBy, @Nullable ProfileChange change) {}

    /** Whether this person can have something changed now. */
    public boolean editable() {
        return right != ProfileRight.NONE
                && mode != ProfileMode.OFF
                && (waiting == null || (right == ProfileRight.OWN && mode == ProfileMode.AT_ONCE));
    }

    /** Whether what this person changes is on the record at once. */
    public boolean atOnce() {
        return right == ProfileRight.OWN && mode == ProfileMode.AT_ONCE;
    }
}
