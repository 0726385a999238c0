package io.anteroom.clinic.questionnaire.answer;

import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.questionnaire.logic.ItemPath;
import io.anteroom.clinic.questionnaire.logic.Problem;
import java.time.Instant;
import java.util.List;

/** What became of saving answers. */
public sealed interface Saving {

    /**
     * What could be saved is.
     *
     * @param filling the form as it is now
     * @param elsewhere what could not, since it was answered otherwise somewhere else meanwhile
     * @param tooLong what could not, since it is longer than there is room
     */
    record Saved(Filling filling, List<Elsewhere> elsewhere, List<Problem> tooLong) implements Saving {}

    /** It was handed in already, and stays as it is. */
    record Completed() implements Saving {}

    /** There is no such form for this person. */
    record NotThere() implements Saving {}

    /**
     * An answer that was given otherwise on another device or in another tab.
     *
     * @param here what was to be saved, and wasn't
     * @param there what is saved
     * @param at when
     */
    record Elsewhere(ItemPath path, List<Value> here, List<Value> there, Instant at) {}
}
