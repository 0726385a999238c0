package io.anteroom.clinic.questionnaire.library;

import io.anteroom.clinic.questionnaire.definition.Item;
import java.util.List;
import java.util.stream.Collectors;

/** Names items as staff know them. */
final class Words {

    private static final int MOST = 5;
    private static final int LONGEST = 60;

    private Words() {}

    /** The first few of them. */
    static String list(List<Item> items) {
        String first = items.stream().limit(MOST).map(Words::of).collect(Collectors.joining("; "));
        return items.size() > MOST ? first + "; and " + (items.size() - MOST) + " more" : first;
    }

    static String of(Item item) {
        String text = item.text().isBlank() ? item.linkId() : item.text();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST).strip() + "\u2026";
    }
}
