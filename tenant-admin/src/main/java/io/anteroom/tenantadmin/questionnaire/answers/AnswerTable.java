package io.anteroom.tenantadmin.questionnaire.answers;

import io.anteroom.clinic.questionnaire.answer.NamedFiles;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.questionnaire.logic.Entry;
import io.anteroom.clinic.questionnaire.logic.FilledForm;
import io.anteroom.clinic.questionnaire.logic.Score;
import io.anteroom.clinic.questionnaire.review.AnswerPaper;
import io.anteroom.clinic.questionnaire.review.AnswerWords;
import io.anteroom.clinic.questionnaire.review.Answers;
import io.anteroom.tenantadmin.patient.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Answers as a table: a row for each question, a column for now and one for each time before.
 *
 * @param columns the heads of the columns of answers, now first
 * @param rows headings and questions from top to bottom
 * @param totals the sums, in the same columns
 */
public record AnswerTable(List<String> columns, List<Row> rows, List<Total> totals) {

    /** Copies the lists. */
    public AnswerTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
    }

    /**
     * A heading, or a question with its answers.
     *
     * @param heading whether it is a heading
     * @param cells what was answered, now first; empty where nothing was
     * @param changed whether it was answered otherwise the last time
     * @param statement what was signed, or empty
     * @param files what can be saved or looked at of what was answered now
     */
    public record Row(
            boolean heading, String text, List<String> cells, boolean changed, String statement, List<File> files) {

        /** Copies the lists. */
        public Row {
            cells = List.copyOf(cells);
            files = List.copyOf(files);
        }
    }

    /**
     * A file that was added, or a signature that was drawn.
     *
     * @param number by which it is opened
     * @param drawing whether it is a picture to be shown
     */
    public record File(String number, String text, boolean drawing) {}

    /**
     * A sum.
     *
     * @param flagged whether staff are to notice today's
     */
    public record Total(String name, List<String> cells, boolean flagged) {

        /** Copies the list. */
        public Total {
            cells = List.copyOf(cells);
        }
    }

    static AnswerTable of(Answers answers) {
        List<FilledForm> before =
                answers.before().stream().map(Answers.Earlier::form).toList();
        var columns = new ArrayList<String>();
        columns.add(Moments.dayOf(Objects.requireNonNull(answers.given().completedAt())));
        answers.before()
                .forEach(one -> columns.add(Moments.dayOf(one.completedAt())
                        + (one.version() == answers.version().number() ? "" : ", version " + one.version())));
        var rows = new ArrayList<Row>();
        answers.form().entries().forEach(entry -> add(entry, before, rows));
        return new AnswerTable(columns, rows, totals(answers.form(), before));
    }

    private static void add(Entry entry, List<FilledForm> before, List<Row> rows) {
        if (!entry.asked()) {
            return;
        }
        switch (entry.item()) {
            case Item.Display _ -> {}
            case Item.Group group -> {
                String heading = AnswerPaper.heading(group, entry);
                if (!heading.isEmpty()) {
                    rows.add(new Row(true, heading, List.of(), false, "", List.of()));
                }
            }
            case Item.Question question -> rows.add(question(question, entry, before));
        }
        entry.children().forEach(child -> add(child, before, rows));
    }

    private static Row question(Item.Question question, Entry entry, List<FilledForm> before) {
        String now = AnswerWords.of(entry.answers());
        var cells = new ArrayList<String>();
        cells.add(now);
        before.forEach(form -> cells.add(then(form, entry)));
        String statement = entry.answers().stream()
                .filter(Value.Signed.class::isInstance)
                .map(value -> ((Value.Signed) value).statement())
                .findFirst()
                .orElse("");
        String prefix = question.head().prefix();
        return new Row(
                false,
                prefix == null ? question.text() : prefix + " " + question.text(),
                cells,
                cells.size() > 1 && statement.isEmpty() && !now.equals(cells.get(1)),
                statement,
                files(entry));
    }

    private static List<File> files(Entry entry) {
        return entry.answers().stream()
                .flatMap(answer -> NamedFiles.of(answer).stream()
                        .map(file -> new File(file.toString(), AnswerWords.of(answer), answer instanceof Value.Signed)))
                .toList();
    }

    /** What was answered at the same place then, if it was asked. */
    private static String then(FilledForm form, Entry entry) {
        return form.entry(entry.path())
                .filter(Entry::asked)
                .map(found -> AnswerWords.of(found.answers()))
                .orElse("");
    }

    private static List<Total> totals(FilledForm form, List<FilledForm> before) {
        return form.scores().stream()
                .map(score -> {
                    var cells = new ArrayList<String>();
                    cells.add(AnswerPaper.words(score));
                    before.forEach(then ->
                            cells.add(same(then, score).map(AnswerPaper::words).orElse("")));
                    boolean flagged = score.band() != null && score.band().flagged();
                    return new Total(score.total().name(), cells, flagged);
                })
                .toList();
    }

    private static Optional<Score> same(FilledForm form, Score score) {
        return form.scores().stream()
                .filter(one -> one.total().name().equals(score.total().name()))
                .findFirst();
    }
}
