package io.anteroom.tenantadmin.questionnaire.builder;

import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Questionnaire;
import java.util.ArrayList;
import java.util.List;

/**
 * A questionnaire at a glance: one row an item.
 *
 * @param rows from top to bottom, each before what is nested in it
 */
public record Outline(List<Row> rows) {

    /** Copies the list. */
    public Outline {
        rows = List.copyOf(rows);
    }

    /**
     * One item.
     *
     * @param number from 1, of all items; its place on the page is named by it
     * @param depth 0 for what is nested in nothing
     * @param movesIn whether it can go into the item above it
     */
    public record Row(int number, int depth, Item item, boolean first, boolean last, boolean movesIn) {

        /** How deep it is shown; deeper than that it isn't set off any further. */
        public int shownDepth() {
            return Math.min(depth, 5);
        }

        /** By what it is called on buttons: its text, shortened. */
        public String name() {
            String text = item.text().isBlank() ? "item " + number : item.text().replace('\n', ' ');
            return text.length() <= 80 ? text : text.substring(0, 80).strip() + "\u2026";
        }

        /** What it is. */
        public ItemKind kind() {
            return ItemKind.of(item);
        }

        /** What is asked of answers, in a few words. */
        public List<String> notes() {
            return Described.of(item);
        }
    }

    static Outline of(Questionnaire form) {
        var rows = new ArrayList<Row>();
        gather(form.items(), 0, rows);
        return new Outline(rows);
    }

    private static void gather(List<Item> items, int depth, List<Row> into) {
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            boolean movesIn = i > 0 && holds(items.get(i - 1));
            into.add(new Row(into.size() + 1, depth, item, i == 0, i == items.size() - 1, movesIn));
            gather(item.items(), depth + 1, into);
        }
    }

    private static boolean holds(Item item) {
        return item instanceof Item.Group
                || (item instanceof Item.Question question && !question.occurs().repeats());
    }

    /** The number of the item of that link id, or 0. */
    int number(String linkId) {
        return rows.stream()
                .filter(row -> row.item().linkId().equals(linkId))
                .mapToInt(Row::number)
                .findFirst()
                .orElse(0);
    }
}
