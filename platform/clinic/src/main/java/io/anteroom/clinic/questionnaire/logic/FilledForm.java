package io.anteroom.clinic.questionnaire.logic;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Option;
import io.anteroom.clinic.questionnaire.definition.Questionnaire;
import io.anteroom.clinic.questionnaire.definition.Total;
import io.anteroom.clinic.questionnaire.definition.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A questionnaire with the answers given so far. It knows which of its items are asked: an item whose conditions fail, and all that
 * is nested in it, isn't, and its answer counts for nobody, other conditions included. Conditions that wait for each other in a circle
 * fail.
 *
 * <p>A question inside a repeated group is looked for in the same occurrence first; from outside, any occurrence will do.
 */
public final class FilledForm {

    private final Questionnaire questionnaire;
    private final Map<ItemPath, List<Value>> said;
    private final Map<ItemPath, TreeSet<Integer>> occurrences = new HashMap<>();
    private final Map<String, List<String>> repeatedAround = new HashMap<>();
    private final SequencedMap<ItemPath, Entry> entries = new LinkedHashMap<>();
    private final Map<String, List<Entry>> byLinkId = new HashMap<>();
    private final List<Entry> top = new ArrayList<>();
    private long steps;

    private FilledForm(Questionnaire questionnaire, Map<ItemPath, List<Value>> said) {
        this.questionnaire = questionnaire;
        this.said = said;
    }

    /**
     * The form with these answers.
     *
     * @param said by item; empty where an answer was taken back. A path that isn't the questionnaire's counts for nothing. The path of
     *     a repeated group says that this occurrence is there.
     */
    public static FilledForm of(Questionnaire questionnaire, Map<ItemPath, List<Value>> said) {
        var form = new FilledForm(questionnaire, Map.copyOf(said));
        questionnaire.items().forEach(item -> form.noteRepeated(item, List.of()));
        form.said.keySet().forEach(form::noteOccurrences);
        questionnaire.items().forEach(item -> form.add(item, ItemPath.of(item.linkId()), null, form.top));
        var asking = new Asking(form.entries, form.byLinkId, form.repeatedAround);
        form.entries.values().forEach(asking::findOut);
        form.steps += asking.steps();
        return form;
    }

    /** What it asks. */
    public Questionnaire questionnaire() {
        return questionnaire;
    }

    /** What stands at the top, asked or not, each occurrence of a repeated group by itself. */
    public List<Entry> entries() {
        return List.copyOf(top);
    }

    /** All entries, each before those nested in it. */
    public List<Entry> all() {
        return List.copyOf(entries.values());
    }

    /** The entry there. */
    public Optional<Entry> entry(ItemPath path) {
        return Optional.ofNullable(entries.get(path));
    }

    /** The entries of an item, one for each occurrence of the repeated groups around and of its own. */
    List<Entry> of(String linkId) {
        return byLinkId.getOrDefault(linkId, List.of());
    }

    /** The questions that are asked, in their order. */
    public List<Entry> questions() {
        return entries.values().stream()
                .filter(entry -> entry.asked() && entry.item() instanceof Item.Question)
                .toList();
    }

    /** Whether nothing at all was answered. A signature alone is no answer, unless nothing else is asked. */
    public boolean blank() {
        List<Entry> asked = questions();
        boolean onlySignatures = asked.stream().allMatch(FilledForm::signature);
        return asked.stream()
                .filter(entry -> onlySignatures || !signature(entry))
                .noneMatch(Entry::answered);
    }

    private static boolean signature(Entry entry) {
        return entry.item() instanceof Item.Question question && question.kind() instanceof AnswerKind.Signature;
    }

    /** All that keeps it from being handed in, in the order of the questions. */
    public List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        for (Entry entry : entries.values()) {
            if (entry.asked()
                    && entry.item() instanceof Item.Group group
                    && group.occurs().required()) {
                emptyGroup(entry).or(() -> tooFew(group, entry)).ifPresent(problems::add);
            }
            if (!entry.asked() || !(entry.item() instanceof Item.Question)) {
                continue;
            }
            AnswerCheck.missing((Item.Question) entry.item(), entry.answers())
                    .or(() -> AnswerCheck.wrong((Item.Question) entry.item(), entry.answers()))
                    .ifPresent(words -> problems.add(new Problem(entry.path(), words)));
        }
        return problems;
    }

    /** A group that is needed, and in which nothing was answered, says so at its first question. */
    private static Optional<Problem> emptyGroup(Entry group) {
        List<Entry> asked = questionsIn(group);
        boolean saysItself = asked.isEmpty()
                || asked.stream().anyMatch(Entry::answered)
                || asked.stream()
                        .anyMatch(
                                entry -> ((Item.Question) entry.item()).occurs().required());
        return saysItself
                ? Optional.empty()
                : Optional.of(new Problem(asked.getFirst().path(), say("Answer at least one of these questions")));
    }

    /** A group that is needed more often than it is there says so at the first question of its last occurrence. */
    private Optional<Problem> tooFew(Item.Group group, Entry entry) {
        int least = group.occurs().least();
        boolean last = entry.number()
                == occurrences
                        .getOrDefault(around(entry), new TreeSet<>(List.of(0)))
                        .size();
        List<Entry> asked = questionsIn(entry);
        return entry.number() < least && last && !asked.isEmpty()
                ? Optional.of(new Problem(
                        asked.getFirst().path(),
                        say("Fill in at least {count} of these. A button below them adds another", "count", least)))
                : Optional.empty();
    }

    /** By what the occurrences of a repeated group are noted: its path without its own number. */
    private static ItemPath around(Entry group) {
        List<Integer> numbers = group.path().occurrences();
        return new ItemPath(
                numbers.subList(0, Math.max(0, numbers.size() - 1)),
                group.item().linkId());
    }

    private static List<Entry> questionsIn(Entry group) {
        var asked = new ArrayList<Entry>();
        deep(group, entry -> {
            if (entry.asked() && entry.item() instanceof Item.Question) {
                asked.add(entry);
            }
        });
        return asked;
    }

    /** What the answers add up to, in the order of the questionnaire's totals. A sum is of questions that are asked, and answered. */
    public List<Score> scores() {
        return questionnaire.totals().stream().map(this::score).toList();
    }

    private Score score(Total total) {
        var counted = new ArrayList<BigDecimal>();
        Consumer<Entry> count = entry -> weights(entry, counted);
        if (total.group() == null) {
            top.forEach(entry -> deep(entry, count));
        } else {
            byLinkId.getOrDefault(total.group(), List.of()).forEach(entry -> deep(entry, count));
        }
        BigDecimal sum = counted.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Score(
                total,
                sum,
                counted.size(),
                counted.isEmpty() ? null : total.band(sum).orElse(null));
    }

    private static void deep(Entry entry, Consumer<Entry> act) {
        act.accept(entry);
        entry.nested().forEach(child -> deep(child, act));
    }

    private static void weights(Entry entry, List<BigDecimal> counted) {
        if (entry.asked()
                && entry.item() instanceof Item.Question question
                && question.kind() instanceof AnswerKind.Choice choice) {
            for (Option option : choice.options()) {
                BigDecimal weight = option.weight();
                if (weight != null && entry.answers().contains(option.value())) {
                    counted.add(weight);
                }
            }
        }
    }

    /** How many steps it took to find out what is asked; for tests. */
    long steps() {
        return steps;
    }

    private void noteRepeated(Item item, List<String> around) {
        List<String> here = around;
        if (repeats(item)) {
            here = new ArrayList<>(around);
            here.add(item.linkId());
        }
        repeatedAround.put(item.linkId(), here);
        for (Item child : item.items()) {
            noteRepeated(child, here);
        }
    }

    private static boolean repeats(Item item) {
        return item instanceof Item.Group group && group.occurs().repeats();
    }

    /** An answer in an occurrence of a group says that this occurrence is there. */
    private void noteOccurrences(ItemPath path) {
        List<String> around = repeatedAround.get(path.linkId());
        if (around == null || around.size() != path.occurrences().size()) {
            return;
        }
        for (int depth = 0; depth < around.size(); depth++) {
            steps++;
            var group = new ItemPath(path.occurrences().subList(0, depth), around.get(depth));
            occurrences
                    .computeIfAbsent(group, _ -> new TreeSet<>())
                    .add(path.occurrences().get(depth));
        }
    }

    private void add(Item item, ItemPath path, @Nullable Entry parent, List<Entry> siblings) {
        if (!repeats(item)) {
            enter(item, path, parent, siblings, 1);
            return;
        }
        int number = 0;
        for (int occurrence : occurrences.getOrDefault(path, new TreeSet<>(List.of(0)))) {
            enter(item, path.within(occurrence, item.linkId()), parent, siblings, ++number);
        }
    }

    private void enter(Item item, ItemPath path, @Nullable Entry parent, List<Entry> siblings, int number) {
        steps++;
        var entry = new Entry(item, path, parent, number, answers(item, path));
        siblings.add(entry);
        entries.put(path, entry);
        byLinkId.computeIfAbsent(item.linkId(), _ -> new ArrayList<>()).add(entry);
        item.items().forEach(child -> add(child, path.to(child.linkId()), entry, entry.nested()));
    }

    private List<Value> answers(Item item, ItemPath path) {
        List<Value> answers = said.get(path);
        return item instanceof Item.Question question && answers == null
                ? question.initial()
                : answers == null ? List.of() : answers;
    }
}
