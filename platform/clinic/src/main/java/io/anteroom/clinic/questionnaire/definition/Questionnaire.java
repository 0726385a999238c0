package io.anteroom.clinic.questionnaire.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people are asked, from top to bottom. It holds together: every link id is there once, conditions and totals refer to items
 * that exist. Whoever makes one that doesn't gets an {@link IllegalArgumentException} that says where.
 */
public final class Questionnaire {

    /** The most items that a questionnaire may have. */
    public static final int MOST_ITEMS = 2000;

    /** How deep items may be nested. */
    public static final int DEEPEST = 12;

    private final String title;
    private final @Nullable String description;
    private final @Nullable String language;
    private final List<Item> items;
    private final List<Total> totals;
    private final Map<String, Item> byLinkId = new LinkedHashMap<>();

    /**
     * @param title what it is called, as patients read it
     * @param description what it is for, as patients read it above the first question, or null
     * @param language BCP 47, of the texts in it, or null where it doesn't say
     * @param items from top to bottom, at least one
     * @param totals what is added up of the answers' weights, see {@link Option#weight()}
     * @throws IllegalArgumentException if it doesn't hold together
     */
    public Questionnaire(
            String title,
            @Nullable String description,
            @Nullable String language,
            List<Item> items,
            List<Total> totals) {
        this.title = title;
        this.description = description;
        this.language = language;
        this.items = List.copyOf(items);
        this.totals = List.copyOf(totals);
        check(!title.isBlank(), "A questionnaire needs a title");
        this.items.forEach(item -> gather(item, 1));
        check(!byLinkId.isEmpty(), "A questionnaire needs an item");
        check(byLinkId.size() <= MOST_ITEMS, "A questionnaire has at most " + MOST_ITEMS + " items");
        byLinkId.values().forEach(this::checkConditions);
        for (Total total : this.totals) {
            String group = total.group();
            check(group == null || byLinkId.containsKey(group), "A total is of " + group + ", which is no item");
        }
    }

    private void gather(Item item, int depth) {
        check(depth <= DEEPEST, "Items are nested at most " + DEEPEST + " deep");
        check(byLinkId.putIfAbsent(item.linkId(), item) == null, "Two items have the link id " + item.linkId());
        item.items().forEach(child -> gather(child, depth + 1));
    }

    private void checkConditions(Item item) {
        Enabling enabling = item.head().enabling();
        if (enabling != null) {
            enabling.conditions()
                    .forEach(condition -> check(
                            byLinkId.get(condition.question()) instanceof Item.Question,
                            item.linkId() + " depends on " + condition.question() + ", which is no question"));
        }
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** What it is called, as patients read it. */
    public String title() {
        return title;
    }

    /** What it is for, or null. */
    public @Nullable String description() {
        return description;
    }

    /** BCP 47, of the texts in it, or null where it doesn't say. */
    public @Nullable String language() {
        return language;
    }

    /** From top to bottom. */
    public List<Item> items() {
        return items;
    }

    /** What is added up. */
    public List<Total> totals() {
        return totals;
    }

    /** The item of that link id, at whatever depth. */
    public Optional<Item> item(String linkId) {
        return Optional.ofNullable(byLinkId.get(linkId));
    }

    /** All items of all depths, each before those nested in it. */
    public List<Item> allItems() {
        return List.copyOf(byLinkId.values());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Questionnaire that
                && title.equals(that.title)
                && Objects.equals(description, that.description)
                && Objects.equals(language, that.language)
                && items.equals(that.items)
                && totals.equals(that.totals);
    }

    @Override
    public int hashCode() {
        return Objects.hash(title, description, language, items, totals);
    }

    @Override
    public String toString() {
        return "Questionnaire " + title;
    }
}
