package io.anteroom.clinic.questionnaire.library;

import io.anteroom.clinic.questionnaire.definition.Enabling;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Questionnaire;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Items of a questionnaire taken out, put in and changed. Nothing is changed in place: each gives another list. */
final class Tree {

    private Tree() {}

    /** The same questionnaire with other items. */
    static Questionnaire with(Questionnaire form, List<Item> items) {
        return new Questionnaire(form.title(), form.description(), form.language(), items, form.totals());
    }

    /** The same item with others nested in it. */
    static Item within(Item item, List<Item> items) {
        return switch (item) {
            case Item.Group group -> new Item.Group(group.head(), group.occurs(), items);
            case Item.Display display -> display;
            case Item.Question question ->
                new Item.Question(question.head(), question.kind(), question.occurs(), question.initial(), items);
        };
    }

    /** The same item with another head. */
    static Item headed(Item item, Item.Head head) {
        return switch (item) {
            case Item.Group group -> new Item.Group(head, group.occurs(), group.items());
            case Item.Display _ -> new Item.Display(head);
            case Item.Question question ->
                new Item.Question(head, question.kind(), question.occurs(), question.initial(), question.items());
        };
    }

    /** Puts what {@code how} makes of the item of that link id in its place, at whatever depth it is. */
    static List<Item> change(List<Item> items, String linkId, Function<Item, List<Item>> how) {
        var changed = new ArrayList<Item>();
        for (Item item : items) {
            if (item.linkId().equals(linkId)) {
                changed.addAll(how.apply(item));
            } else {
                changed.add(item.items().isEmpty() ? item : within(item, change(item.items(), linkId, how)));
            }
        }
        return changed;
    }

    /** The items one more behind them. */
    static List<Item> append(List<Item> items, Item one) {
        var more = new ArrayList<>(items);
        more.add(one);
        return more;
    }

    /** Whether other items may be nested in it. */
    static boolean holdsOthers(Item item) {
        return switch (item) {
            case Item.Group _ -> true;
            case Item.Display _ -> false;
            case Item.Question question -> !question.occurs().repeats();
        };
    }

    /**
     * Where an item stands.
     *
     * @param parent what it is nested in, or null for the questionnaire itself
     * @param siblings all that are nested there, itself among them
     * @param index which of them it is, from 0
     */
    record Spot(@Nullable Item parent, List<Item> siblings, int index) {

        Item item() {
            return siblings.get(index);
        }
    }

    /** Where the item of that link id stands, or null where there is none. */
    static @Nullable Spot find(Questionnaire form, String linkId) {
        return find(null, form.items(), linkId);
    }

    private static @Nullable Spot find(@Nullable Item parent, List<Item> siblings, String linkId) {
        for (int i = 0; i < siblings.size(); i++) {
            Item item = siblings.get(i);
            if (item.linkId().equals(linkId)) {
                return new Spot(parent, siblings, i);
            }
            Spot deeper = find(item, item.items(), linkId);
            if (deeper != null) {
                return deeper;
            }
        }
        return null;
    }

    /** The link ids of an item and of all that is nested in it. */
    static Set<String> linkIds(Item item) {
        var found = new HashSet<String>();
        gather(item, found);
        return found;
    }

    private static void gather(Item item, Set<String> into) {
        into.add(item.linkId());
        item.items().forEach(child -> gather(child, into));
    }

    /** A link id that no item has: {@code q} and the next number. */
    static String freshLinkId(Questionnaire form, Set<String> taken) {
        for (int number = form.allItems().size() + 1; ; number++) {
            String linkId = "q" + number;
            if (form.item(linkId).isEmpty() && !taken.contains(linkId)) {
                return linkId;
            }
        }
    }

    /** A copy of an item, with link ids of its own throughout. Conditions among what is copied refer to the copies. */
    static Item copy(Questionnaire form, Item item) {
        Map<String, String> fresh = new LinkedHashMap<>();
        var taken = new HashSet<String>();
        rename(form, item, fresh, taken);
        return renamed(item, fresh);
    }

    /** The same item, and what is nested in it, with link ids that the questionnaire doesn't have yet. */
    private static void rename(Questionnaire form, Item item, Map<String, String> fresh, Set<String> taken) {
        String linkId = freshLinkId(form, taken);
        taken.add(linkId);
        fresh.put(item.linkId(), linkId);
        item.items().forEach(child -> rename(form, child, fresh, taken));
    }

    private static Item renamed(Item item, Map<String, String> fresh) {
        Item.Head old = item.head();
        var head = new Item.Head(
                fresh.getOrDefault(old.linkId(), old.linkId()),
                old.prefix(),
                old.text(),
                old.help(),
                renamed(old.enabling(), fresh));
        return within(
                headed(item, head),
                item.items().stream().map(child -> renamed(child, fresh)).toList());
    }

    private static @Nullable Enabling renamed(@Nullable Enabling enabling, Map<String, String> fresh) {
        return enabling == null
                ? null
                : new Enabling(
                        enabling.any(),
                        enabling.conditions().stream()
                                .map(one -> new Enabling.Condition(
                                        fresh.getOrDefault(one.question(), one.question()),
                                        one.operator(),
                                        one.value()))
                                .toList());
    }
}
