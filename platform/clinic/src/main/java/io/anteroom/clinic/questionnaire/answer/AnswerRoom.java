package io.anteroom.clinic.questionnaire.answer;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.questionnaire.definition.ValueJson;
import io.anteroom.clinic.questionnaire.logic.ItemPath;
import io.anteroom.clinic.questionnaire.logic.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much room answers have. */
final class AnswerRoom {

    private static final int LONGEST_ANSWER = 190_000;
    private static final int LONGEST_FORM = 1_000_000;

    private AnswerRoom() {}

    /** Takes out what there is no room for. What becomes no longer than it was always fits. */
    static List<Problem> takeOutTooLong(Map<ItemPath, List<Value>> toSave, Map<ItemPath, SavedAnswers.Saved> saved) {
        var tooLong = new ArrayList<Problem>();
        if (toSave.isEmpty()) {
            return tooLong;
        }
        var lengths = new HashMap<ItemPath, Integer>();
        saved.forEach((path, one) -> lengths.put(path, length(one.values())));
        long together = lengths.values().stream().mapToLong(Integer::longValue).sum();
        for (ItemPath path : List.copyOf(toSave.keySet())) {
            int length = length(toSave.getOrDefault(path, List.of()));
            int before = lengths.getOrDefault(path, 0);
            boolean alone = length > LONGEST_ANSWER;
            if (alone || (length > before && together - before + length > LONGEST_FORM)) {
                toSave.remove(path);
                tooLong.add(new Problem(
                        path,
                        alone
                                ? say("This is too long to be saved. Write less here")
                                : say("Your answers are too long together. Write less here")));
            } else {
                together += length - before;
            }
        }
        return tooLong;
    }

    private static int length(List<Value> values) {
        return ValueJson.write(values).length();
    }
}
