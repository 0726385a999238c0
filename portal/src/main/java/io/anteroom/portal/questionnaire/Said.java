package io.anteroom.portal.questionnaire;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.questionnaire.answer.Filling;
import io.anteroom.clinic.questionnaire.answer.NamedFiles;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.questionnaire.logic.Entry;
import io.anteroom.clinic.questionnaire.logic.ItemPath;
import io.anteroom.clinic.questionnaire.logic.Problem;
import io.anteroom.clinic.questionnaire.logic.Screens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was said on one screen, as it is read.
 *
 * @param heading the group's, or empty
 * @param url where it is changed
 * @param lang the language of what was asked, or null where the form doesn't say
 */
public record Said(
        String heading,
        String url,
        List<Line> lines,
        @Nullable String lang) {

    /**
     * A question and its answers.
     *
     * @param id of the line
     * @param answers empty where there is none
     * @param problem what keeps the form from being handed in, or null
     */
    public record Line(
            String id,
            String question,
            List<Answer> answers,
            @Nullable String problem) {}

    /**
     * An answer.
     *
     * @param note what is said beside it, perhaps empty
     * @param file where its file is, or null
     * @param picture whether that is shown, as a signature that was drawn is
     */
    public record Answer(String text, String note, @Nullable String file, boolean picture) {

        static Answer of(Value value, String form) {
            String note = value instanceof Value.Signed signed
                    ? say("Signed on {day}", "day", FormCard.day(signed.at()))
                    : "";
            return new Answer(
                    AnswerWords.of(value),
                    note,
                    NamedFiles.of(value).map(file -> form + "/files/" + file).orElse(null),
                    value instanceof Value.Signed);
        }
    }

    static List<Said> of(Filling filling, List<Problem> problems) {
        Map<ItemPath, String> wrong =
                problems.stream().collect(Collectors.toMap(Problem::path, Problem::words, (first, _) -> first));
        String form = "/questionnaires/" + filling.assignment().reference();
        String lang = filling.form().questionnaire().language();
        var all = new ArrayList<Said>();
        for (Screens.Screen screen : filling.screens().shown(filling.form())) {
            var lines = new ArrayList<Line>();
            List<Entry> entries = Screens.entries(screen, filling.form());
            entries.forEach(entry -> lines(entry, lines, wrong, form));
            if (!lines.isEmpty()) {
                all.add(new Said(heading(screen, entries), form + "/" + screen.number(), lines, lang));
            }
        }
        return all;
    }

    private static String heading(Screens.Screen screen, List<Entry> entries) {
        return entries.stream()
                .map(Entry::item)
                .filter(Item.Group.class::isInstance)
                .map(Item::text)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElseGet(() ->
                        screen.headings().isEmpty() ? "" : screen.headings().getLast());
    }

    private static void lines(Entry entry, List<Line> lines, Map<ItemPath, String> wrong, String form) {
        if (!entry.asked()) {
            return;
        }
        if (entry.item() instanceof Item.Question question) {
            lines.add(new Line(
                    FieldNames.of(entry.path()),
                    question.text(),
                    entry.answers().stream()
                            .map(value -> Answer.of(value, form))
                            .toList(),
                    wrong.get(entry.path())));
        }
        entry.children().forEach(child -> lines(child, lines, wrong, form));
    }
}
