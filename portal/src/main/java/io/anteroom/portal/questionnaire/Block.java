package io.anteroom.portal.questionnaire;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.questionnaire.answer.Saving;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.logic.Entry;
import io.anteroom.clinic.questionnaire.logic.ItemPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing on a screen, all of which stand one below the other: a heading, a text, a question, or the button that adds an occurrence.
 *
 * @param id by which a page and its later state are compared
 * @param heading of a group, or null
 * @param text of a text, or null
 * @param question the question, or null
 * @param adds the occurrence after which one can be added, or null
 * @param removes the occurrence that can be taken away, or null
 * @param numbered whether the heading says which occurrence it is, in the page's language
 */
public record Block(
        String id,
        @Nullable String heading,
        @Nullable String text,
        @Nullable QuestionView question,
        @Nullable String adds,
        @Nullable String removes,
        boolean numbered) {

    Block(
            String id,
            @Nullable String heading,
            @Nullable String text,
            @Nullable QuestionView question,
            @Nullable String adds,
            @Nullable String removes) {
        this(id, heading, text, question, adds, removes, false);
    }

    /** What a page has to know beside the form. */
    record Notes(@Nullable Sent sent, Map<ItemPath, String> wrong, Map<ItemPath, Saving.Elsewhere> elsewhere) {

        static final Notes NONE = new Notes(null, Map.of(), Map.of());
    }

    static List<Block> of(List<Entry> entries, Notes notes) {
        var blocks = new ArrayList<Block>();
        add(entries, notes, blocks);
        return blocks;
    }

    private static void add(List<Entry> entries, Notes notes, List<Block> blocks) {
        for (int index = 0; index < entries.size(); index++) {
            Entry entry = entries.get(index);
            if (!entry.asked()) {
                continue;
            }
            String id = "b" + FieldNames.of(entry.path());
            switch (entry.item()) {
                case Item.Display display -> blocks.add(new Block(id, null, display.text(), null, null, null));
                case Item.Question _ -> {
                    blocks.add(new Block(id, null, null, question(entry, notes), null, null));
                    add(entry.children(), notes, blocks);
                }
                case Item.Group group -> {
                    group(entry, group, id, blocks, notes);
                    boolean last = index + 1 == entries.size()
                            || !entries.get(index + 1).item().linkId().equals(group.linkId());
                    if (group.occurs().repeats()
                            && last
                            && entry.number() < group.occurs().taken()) {
                        blocks.add(new Block(
                                id + "-more", null, null, null, entry.path().toString(), null));
                    }
                }
            }
        }
    }

    private static void group(Entry entry, Item.Group group, String id, List<Block> blocks, Notes notes) {
        boolean repeats = group.occurs().repeats();
        String text = group.text();
        String heading = repeats ? numbered(text, entry.number()) : text;
        if (!heading.isBlank()) {
            boolean several = repeats && entry.number() > 1;
            blocks.add(new Block(
                    id, heading, null, null, null, several ? entry.path().toString() : null, repeats));
        }
        add(entry.children(), notes, blocks);
    }

    private static String numbered(String title, int number) {
        return title.isBlank()
                ? say("Number {number}", "number", number)
                : say("{title}, number {number}", "title", title, "number", number);
    }

    private static QuestionView question(Entry entry, Notes notes) {
        Saving.Elsewhere elsewhere = notes.elsewhere().get(entry.path());
        String wrong = notes.wrong().get(entry.path());
        boolean asSent = wrong != null || elsewhere != null;
        return QuestionView.of(
                entry,
                asSent ? notes.sent() : null,
                wrong,
                elsewhere == null
                        ? null
                        : elsewhere.there().isEmpty() ? say("No answer") : AnswerWords.of(elsewhere.there()));
    }
}
