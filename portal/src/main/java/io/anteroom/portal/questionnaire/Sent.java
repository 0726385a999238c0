package io.anteroom.portal.questionnaire;

import io.anteroom.clinic.questionnaire.answer.AnswerMark;
import io.anteroom.clinic.questionnaire.answer.Change;
import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.logic.Entry;
import io.anteroom.clinic.questionnaire.logic.FilledForm;
import io.anteroom.clinic.questionnaire.logic.ItemPath;
import io.anteroom.clinic.questionnaire.logic.TypedAnswer;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What a screen's form sent. A question that was shown there sends the mark of what it showed, under its name and {@value #WAS};
 * without that it wasn't on the page and is left alone.
 */
final class Sent {

    static final String WAS = "-was";

    private final MultiValueMap<String, String> fields;
    private final List<Change> changes = new ArrayList<>();
    private final Map<ItemPath, String> wrong = new HashMap<>();

    private Sent(MultiValueMap<String, String> fields) {
        this.fields = fields;
    }

    /**
     * Reads it.
     *
     * @param clears the name of the field of a question whose answer is taken back, or null
     */
    static Sent read(MultiValueMap<String, String> fields, FilledForm form, @Nullable String clears, Instant now) {
        var sent = new Sent(fields);
        for (Entry entry : form.all()) {
            String name = FieldNames.of(entry.path());
            if (entry.item() instanceof Item.Question question
                    && !(question.kind() instanceof AnswerKind.Attachment)
                    && fields.containsKey(name + WAS)) {
                sent.read(question, entry, name, name.equals(clears), now);
            }
        }
        return sent;
    }

    private void read(Item.Question question, Entry entry, String name, boolean cleared, Instant now) {
        TypedAnswer typed = cleared
                ? new TypedAnswer(List.of(), null)
                : TypedAnswer.read(
                        question,
                        part -> values(part.isEmpty() ? name : name + "-" + part),
                        CurrentTenant.get().zone(),
                        now);
        String problem = typed.wrong();
        if (problem != null) {
            wrong.put(entry.path(), problem);
        }
        if (problem == null || !typed.values().isEmpty()) {
            changes.add(new Change(
                    entry.path(),
                    typed.values(),
                    new AnswerMark(
                            Optional.ofNullable(fields.getFirst(name + WAS)).orElse(""))));
        }
    }

    /** Leaves out what was said in an occurrence that is taken away. */
    void forget(Entry leaving) {
        changes.removeIf(change -> change.path().equals(leaving.path()));
        wrong.remove(leaving.path());
        leaving.children().forEach(this::forget);
    }

    /** What was typed into the fields of that name. */
    List<String> values(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** What of it can be understood. */
    List<Change> changes() {
        return List.copyOf(changes);
    }

    /** What can't, or can't stay so, in words. */
    Map<ItemPath, String> wrong() {
        return Map.copyOf(wrong);
    }
}
