package io.anteroom.clinic.questionnaire.answer;

import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.questionnaire.logic.ItemPath;
import java.util.List;

/**
 * What a page says of one question.
 *
 * @param values what stands there now
 * @param was of what the page showed first
 */
public record Change(ItemPath path, List<Value> values, AnswerMark was) {

    public Change {
        values = List.copyOf(values);
    }
}
