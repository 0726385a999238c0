package io.anteroom.clinic.questionnaire.logic;

import io.anteroom.clinic.questionnaire.definition.Enabling;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Finds out which entries of a form are asked, each once. */
final class Asking {

    private final Map<ItemPath, Entry> entries;
    private final Map<String, List<Entry>> byLinkId;
    private final Map<String, List<String>> repeatedAround;
    private long steps;

    /**
     * @param repeatedAround of each item the repeated groups around it, its own included, from the outermost on
     */
    Asking(Map<ItemPath, Entry> entries, Map<String, List<Entry>> byLinkId, Map<String, List<String>> repeatedAround) {
        this.entries = entries;
        this.byLinkId = byLinkId;
        this.repeatedAround = repeatedAround;
    }

    long steps() {
        return steps;
    }

    /**
     * Finds out whether an entry is asked, and before that the same of all on which it depends. A stack of its own holds who waits for whom,
     * since a form may depend on itself from its first question to its last.
     */
    void findOut(Entry first) {
        var waiting = new ArrayDeque<Entry>();
        waiting.push(first);
        while (!waiting.isEmpty()) {
            Entry entry = waiting.element();
            if (entry.isKnown() || entry.isBeingFoundOut() || !waitsForOthers(entry, waiting)) {
                waiting.pop();
                if (!entry.isKnown()) {
                    entry.found(underAsked(entry) && holds(entry));
                }
            }
        }
    }

    /** Puts in front what has to be known before; what waits for this one itself is left out. */
    private boolean waitsForOthers(Entry entry, Deque<Entry> waiting) {
        steps++;
        entry.findingOut();
        int before = waiting.size();
        Entry parent = entry.parent();
        if (parent != null) {
            putUnknown(parent, waiting);
        }
        Enabling enabling = entry.item().head().enabling();
        if (enabling != null) {
            for (Enabling.Condition condition : enabling.conditions()) {
                asked(condition.question(), entry).forEach(other -> putUnknown(other, waiting));
            }
        }
        return waiting.size() > before;
    }

    private static void putUnknown(Entry entry, Deque<Entry> waiting) {
        if (!entry.isKnown() && !entry.isBeingFoundOut()) {
            waiting.push(entry);
        }
    }

    private static boolean underAsked(Entry entry) {
        Entry parent = entry.parent();
        if (parent == null) {
            return true;
        }
        boolean waits = parent.item() instanceof Item.Question && !(entry.item() instanceof Item.Display);
        return parent.asked() && !(waits && parent.answers().isEmpty());
    }

    private boolean holds(Entry entry) {
        Enabling enabling = entry.item().head().enabling();
        if (enabling == null) {
            return true;
        }
        var conditions = enabling.conditions().stream();
        return enabling.any()
                ? conditions.anyMatch(condition -> holds(condition, entry))
                : conditions.allMatch(condition -> holds(condition, entry));
    }

    private boolean holds(Enabling.Condition condition, Entry asking) {
        var answers = new ArrayList<Value>();
        for (Entry asked : asked(condition.question(), asking)) {
            steps++;
            if (asked.asked()) {
                answers.addAll(asked.answers());
            }
        }
        return Comparison.holds(condition, answers);
    }

    /** Where that question stands, seen from an entry. */
    private List<Entry> asked(String question, Entry asking) {
        List<String> itsGroups = repeatedAround.getOrDefault(question, List.of());
        List<String> ownGroups = repeatedAround.getOrDefault(asking.item().linkId(), List.of());
        int shared = 0;
        while (shared < itsGroups.size()
                && shared < ownGroups.size()
                && itsGroups.get(shared).equals(ownGroups.get(shared))) {
            shared++;
        }
        List<Integer> same = asking.path().occurrences().subList(0, shared);
        if (shared == itsGroups.size()) {
            Entry one = entries.get(new ItemPath(same, question));
            return one == null ? List.of() : List.of(one);
        }
        int common = shared;
        return byLinkId.getOrDefault(question, List.of()).stream()
                .filter(entry -> entry.path().occurrences().subList(0, common).equals(same))
                .toList();
    }
}
