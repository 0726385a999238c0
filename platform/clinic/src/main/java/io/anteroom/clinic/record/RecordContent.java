package io.anteroom.clinic.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a member of staff writes.
 *
 * @param title 1 to 200 characters; of a medication or an allergy its name
 * @param datedOn the day it is of, as the patient reads it: of the visit, of the sample, since when
 */
public record RecordContent(RecordCategory category, String title, LocalDate datedOn, RecordBody body) {

    /** Longest title. */
    public static final int LONGEST_TITLE = 200;

    /** Longest text of a note or a letter. */
    public static final int LONGEST_TEXT = 40_000;

    /** The same with the steps of a plan numbered as they were before. */
    RecordContent after(@Nullable RecordBody before) {
        return body instanceof RecordBody.Plan plan
                ? new RecordContent(
                        category,
                        title,
                        datedOn,
                        plan.numberedAfter(before instanceof RecordBody.Plan old ? old : null))
                : this;
    }
}
