package io.anteroom.clinic.questionnaire.logic;

import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Questionnaire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked on one screen: a group with all in it, unless that is too much for a phone; then each group in it is a screen,
 * and questions without a group are taken a few at a time. It follows from the questionnaire alone, so a screen keeps its number whatever is
 * answered.
 */
public final class Screens {

    /** The most questions of a screen, unless a single group that can't be divided has more. */
    static final int MOST = 8;

    private final List<Screen> screens = new ArrayList<>();
    private final Map<String, Screen> byLinkId = new HashMap<>();

    private Screens() {}

    /**
     * One screen.
     *
     * @param number from 1 on
     * @param headings the texts of the groups around, from the outermost on
     * @param items what stands on it, with all that is nested in them
     */
    public record Screen(int number, List<String> headings, List<Item> items) {}

    /** The screens of a questionnaire, at least one. */
    public static Screens of(Questionnaire questionnaire) {
        var screens = new Screens();
        screens.divide(questionnaire.items(), List.of());
        return screens;
    }

    /** All of them. */
    public List<Screen> all() {
        return List.copyOf(screens);
    }

    /** The one of that number. */
    public Optional<Screen> screen(int number) {
        return number < 1 || number > screens.size() ? Optional.empty() : Optional.of(screens.get(number - 1));
    }

    /** The screens on which something is asked, as the answers are. */
    public List<Screen> shown(FilledForm form) {
        return screens.stream()
                .filter(screen -> !entries(screen, form).isEmpty())
                .toList();
    }

    /** What is asked on a screen: each occurrence of a repeated group by itself. */
    public static List<Entry> entries(Screen screen, FilledForm form) {
        return screen.items().stream()
                .flatMap(item -> form.of(item.linkId()).stream())
                .filter(Entry::asked)
                .toList();
    }

    /** The screen on which an item stands. */
    public Optional<Screen> of(String linkId) {
        return Optional.ofNullable(byLinkId.get(linkId));
    }

    private void divide(List<Item> items, List<String> headings) {
        var run = new ArrayList<Item>();
        int questions = 0;
        for (Item item : items) {
            int more = questions(item);
            boolean group = item instanceof Item.Group;
            if (questions > 0 && (group || questions + more > MOST)) {
                flush(run, headings);
                questions = 0;
            }
            if (group && more > MOST && dividable((Item.Group) item)) {
                flush(run, headings);
                divide(item.items(), with(headings, item.text()));
            } else {
                run.add(item);
                questions += more;
                if (group) {
                    flush(run, headings);
                    questions = 0;
                }
            }
        }
        flush(run, headings);
    }

    /** A repeated group stays whole: its occurrences are added and taken away as one. */
    private static boolean dividable(Item.Group group) {
        return !group.occurs().repeats();
    }

    private void flush(List<Item> run, List<String> headings) {
        if (!run.isEmpty()) {
            var screen = new Screen(screens.size() + 1, headings, List.copyOf(run));
            screens.add(screen);
            run.forEach(item -> index(item, screen));
            run.clear();
        }
    }

    private void index(Item item, Screen screen) {
        byLinkId.put(item.linkId(), screen);
        item.items().forEach(child -> index(child, screen));
    }

    private static List<String> with(List<String> headings, String one) {
        var more = new ArrayList<>(headings);
        if (!one.isBlank()) {
            more.add(one);
        }
        return more;
    }

    private static int questions(Item item) {
        return (item instanceof Item.Question ? 1 : 0)
                + item.items().stream().mapToInt(Screens::questions).sum();
    }
}
