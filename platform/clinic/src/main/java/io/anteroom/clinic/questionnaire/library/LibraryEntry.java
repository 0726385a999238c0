package io.anteroom.clinic.questionnaire.library;

import io.anteroom.clinic.questionnaire.QuestionnaireId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A questionnaire as lists show it.
 *
 * @param title as patients read it; of the draft where it was never published
 * @param retired whether nobody is to be given it any more
 * @param latest the newest version, or null where none was published
 * @param draft who changed the draft last and when, or null where none is being written
 * @param open how many people have been given it and haven't sent it
 */
public record LibraryEntry(
        QuestionnaireId id,
        String title,
        boolean retired,
        @Nullable LibraryVersion latest,
        @Nullable DraftNote draft,
        long open) {

    /** Who changed a draft last, and when. */
    public record DraftNote(Instant at, String by) {}

    /** Whether people can be given it. */
    public boolean givable() {
        return latest != null && !retired;
    }
}
