package io.anteroom.clinic.questionnaire.answer;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.questionnaire.assignment.Assignment;
import io.anteroom.clinic.questionnaire.assignment.AssignmentState;
import io.anteroom.clinic.questionnaire.assignment.PatientForms;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.PublishedVersions;
import io.anteroom.clinic.questionnaire.definition.Questionnaire;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.questionnaire.logic.Entry;
import io.anteroom.clinic.questionnaire.logic.FilledForm;
import io.anteroom.clinic.questionnaire.logic.ItemPath;
import io.anteroom.clinic.questionnaire.logic.Problem;
import io.anteroom.clinic.questionnaire.logic.Screens;
import io.anteroom.clinic.scheduling.appointment.Reference;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What patients, and those who act for them, do with a form. Whatever changes it locks the assignment first, so two devices take turns.
 * An answer is saved only over the one that the person saw; over another, that was given elsewhere meanwhile, it is not, and they are told.
 */
@Component
@Transactional
public class FillingIn {

    private final PatientForms forms;
    private final PublishedVersions versions;
    private final SavedAnswers answers;
    private final FormFiles files;
    private final Clock clock;

    FillingIn(PatientForms forms, PublishedVersions versions, SavedAnswers answers, FormFiles files, Clock clock) {
        this.forms = forms;
        this.versions = versions;
        this.answers = answers;
        this.files = files;
        this.clock = clock;
    }

    /** A form that can be filled in. */
    @Transactional(readOnly = true)
    public Optional<Filling> open(VisibleChart chart, Reference reference) {
        return forms.find(chart, reference)
                .filter(assignment -> assignment.state().open())
                .map(this::filling);
    }

    /** A form that was handed in, as it was; that it was read is noted. */
    public Optional<Filling> read(VisibleChart chart, Reference reference) {
        Optional<Assignment> completed =
                forms.find(chart, reference).filter(assignment -> assignment.state() == AssignmentState.COMPLETED);
        completed.ifPresent(assignment -> forms.read(assignment, chart.reader()));
        return completed.map(this::filling);
    }

    /** Saves what a page says. What it says of items that take no answer, or aren't there, is left out. */
    public Saving save(VisibleChart chart, Reference reference, List<Change> changes) {
        Assignment assignment = forms.lock(chart, reference).orElse(null);
        if (assignment == null) {
            return new Saving.NotThere();
        }
        if (!assignment.state().open()) {
            return new Saving.Completed();
        }
        Questionnaire asks = questionnaire(assignment);
        Map<ItemPath, SavedAnswers.Saved> saved = answers.of(assignment.id());
        FilledForm before = FilledForm.of(asks, values(saved));
        var toSave = new LinkedHashMap<ItemPath, List<Value>>();
        var elsewhere = new ArrayList<Saving.Elsewhere>();
        for (Change change : changes) {
            before.entry(change.path())
                    .filter(entry -> entry.item() instanceof Item.Question)
                    .ifPresent(entry -> decide(change, entry, saved, toSave, elsewhere));
        }
        List<Problem> tooLong = AnswerRoom.takeOutTooLong(toSave, saved);
        if (!toSave.isEmpty()) {
            answers.put(
                    assignment.id(),
                    toSave,
                    forms.saved(assignment.id()),
                    chart.viewer().account(),
                    clock.instant());
            files.letGo(
                    saved.entrySet().stream()
                            .filter(one -> toSave.containsKey(one.getKey()))
                            .map(one -> one.getValue().values())
                            .toList(),
                    toSave.values());
        }
        Map<ItemPath, List<Value>> now = values(saved);
        now.putAll(toSave);
        return new Saving.Saved(
                new Filling(assignment, FilledForm.of(asks, now), Screens.of(asks)), elsewhere, tooLong);
    }

    private static void decide(
            Change change,
            Entry entry,
            Map<ItemPath, SavedAnswers.Saved> saved,
            Map<ItemPath, List<Value>> toSave,
            List<Saving.Elsewhere> elsewhere) {
        AnswerMark there = AnswerMark.of(entry.answers());
        AnswerMark here = AnswerMark.of(change.values());
        boolean untouchedHere = here.equals(change.was());
        if (here.equals(there) || untouchedHere) {
            return;
        }
        SavedAnswers.Saved stored = saved.get(change.path());
        if (change.was().equals(there) || stored == null) {
            toSave.put(change.path(), change.values());
        } else {
            elsewhere.add(new Saving.Elsewhere(change.path(), change.values(), stored.values(), stored.at()));
        }
    }

    /**
     * Adds an occurrence of a repeated group after the last one.
     *
     * @param path of any occurrence of it
     * @return whether there was room for one more
     */
    public boolean add(VisibleChart chart, Reference reference, ItemPath path) {
        return changing(chart, reference, path, (assignment, form, entry) -> {
            List<Entry> all = siblings(form, entry);
            if (all.size() >= ((Item.Group) entry.item()).occurs().taken()) {
                return false;
            }
            var there = new LinkedHashMap<ItemPath, List<Value>>();
            all.forEach(one -> there.put(one.path(), List.of()));
            int next = all.stream()
                            .mapToInt(one -> one.path().occurrences().getLast())
                            .max()
                            .orElse(0)
                    + 1;
            if (next > ItemPath.LAST_OCCURRENCE) {
                return false;
            }
            var numbers = new ArrayList<>(entry.path().occurrences());
            numbers.set(numbers.size() - 1, next);
            there.put(new ItemPath(numbers, path.linkId()), List.of());
            answers.put(
                    assignment.id(),
                    there,
                    forms.saved(assignment.id()),
                    chart.viewer().account(),
                    clock.instant());
            return true;
        });
    }

    /**
     * Takes away an occurrence of a repeated group, with all that was answered in it.
     *
     * @return whether it was there
     */
    public boolean remove(VisibleChart chart, Reference reference, ItemPath path) {
        return changing(chart, reference, path, (assignment, form, entry) -> {
            answers.remove(assignment.id(), deep(entry).map(Entry::path).toList());
            files.letGo(deep(entry).map(Entry::answers).toList(), List.of());
            forms.saved(assignment.id());
            return true;
        });
    }

    private interface Act {
        boolean on(Assignment assignment, FilledForm form, Entry group);
    }

    private boolean changing(VisibleChart chart, Reference reference, ItemPath path, Act act) {
        Assignment assignment =
                forms.lock(chart, reference).filter(one -> one.state().open()).orElse(null);
        if (assignment == null) {
            return false;
        }
        FilledForm form = FilledForm.of(questionnaire(assignment), values(answers.of(assignment.id())));
        return form.entry(path)
                .filter(entry -> entry.item() instanceof Item.Group group
                        && group.occurs().repeats())
                .map(entry -> act.on(assignment, form, entry))
                .orElse(false);
    }

    private static List<Entry> siblings(FilledForm form, Entry entry) {
        List<Integer> around = around(entry);
        return form.all().stream()
                .filter(one -> one.item().linkId().equals(entry.item().linkId())
                        && around(one).equals(around))
                .toList();
    }

    private static List<Integer> around(Entry entry) {
        List<Integer> numbers = entry.path().occurrences();
        return numbers.subList(0, numbers.size() - 1);
    }

    private static Stream<Entry> deep(Entry entry) {
        return Stream.concat(Stream.of(entry), entry.children().stream().flatMap(FillingIn::deep));
    }

    /**
     * Hands it in, once. Answers to what isn't asked are dropped then; what stood there from the beginning and was left is an answer.
     *
     * @param seen the revision of the answers that the person went over, see {@link Assignment#revision()}. Others are not sent: a
     *     signature is of what was seen.
     */
    public HandingIn handIn(VisibleChart chart, Reference reference, long seen) {
        Assignment assignment = forms.lock(chart, reference).orElse(null);
        if (assignment == null) {
            return new HandingIn.NotThere();
        }
        if (!assignment.state().open()) {
            return new HandingIn.Already();
        }
        if (assignment.revision() != seen) {
            return new HandingIn.Meanwhile();
        }
        Map<ItemPath, List<Value>> said = values(answers.of(assignment.id()));
        FilledForm form = FilledForm.of(questionnaire(assignment), said);
        var problems = new ArrayList<>(form.problems());
        problems.addAll(files.refused(form));
        if (form.blank()) {
            return new HandingIn.Blank();
        }
        if (!problems.isEmpty()) {
            return new HandingIn.Incomplete(problems);
        }
        keepWhatIsAsked(chart, assignment, form, said);
        forms.completed(assignment, chart.viewer().account(), chart.actor());
        return new HandingIn.Done();
    }

    private void keepWhatIsAsked(
            VisibleChart chart, Assignment assignment, FilledForm form, Map<ItemPath, List<Value>> said) {
        var dropped = said.keySet().stream()
                .filter(path -> form.entry(path)
                        .filter(Entry::asked)
                        .filter(FillingIn::tellsSomething)
                        .isEmpty())
                .toList();
        answers.remove(assignment.id(), dropped);
        files.letGo(
                dropped.stream().map(path -> said.getOrDefault(path, List.of())).toList(), List.of());
        var untouched = new HashMap<ItemPath, List<Value>>();
        form.questions().stream()
                .filter(entry -> entry.answered() && !said.containsKey(entry.path()))
                .forEach(entry -> untouched.put(entry.path(), entry.answers()));
        if (!untouched.isEmpty()) {
            Instant now = clock.instant();
            answers.put(
                    assignment.id(),
                    untouched,
                    forms.saved(assignment.id()),
                    chart.viewer().account(),
                    now);
        }
    }

    /** That an answer was taken back which stood there from the beginning has to be kept as well: without it, it would stand there again. */
    private static boolean tellsSomething(Entry entry) {
        return !entry.answers().isEmpty()
                || entry.item() instanceof Item.Group
                || (entry.item() instanceof Item.Question question
                        && !question.initial().isEmpty());
    }

    private Filling filling(Assignment assignment) {
        Questionnaire asks = questionnaire(assignment);
        return new Filling(assignment, FilledForm.of(asks, values(answers.of(assignment.id()))), Screens.of(asks));
    }

    private Questionnaire questionnaire(Assignment assignment) {
        return versions.find(assignment.version()).orElseThrow().questionnaire();
    }

    private static Map<ItemPath, List<Value>> values(Map<ItemPath, SavedAnswers.Saved> saved) {
        var values = new LinkedHashMap<ItemPath, List<Value>>();
        saved.forEach((path, one) -> values.put(path, one.values()));
        return values;
    }
}
