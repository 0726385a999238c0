package io.anteroom.tenantadmin.record;

import io.anteroom.clinic.record.RecordBody;
import io.anteroom.clinic.record.RecordBody.Flag;
import io.anteroom.clinic.record.RecordBody.Goal;
import io.anteroom.clinic.record.RecordBody.SharedFile;
import io.anteroom.clinic.record.RecordBody.Step;
import io.anteroom.clinic.record.RecordBody.Value;
import io.anteroom.clinic.record.RecordCategory;
import io.anteroom.clinic.record.RecordContent;
import io.anteroom.clinic.record.RecordKind;
import io.anteroom.webkit.form.FormErrors;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes an entry of what was typed, or says what is wrong with it. */
final class EntryReading {

    private static final int LINE = 200;
    private static final int SOME_TEXT = 2_000;
    private static final int COMMENT = 10_000;
    private static final int MOST_STEPS = 30;
    private static final Value NOTHING_TYPED = new Value("", "", "", "", Flag.NONE);
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final EntryForm form;
    private final LocalDate today;
    private final @Nullable SharedFile file;
    private FormErrors errors = FormErrors.none();

    /**
     * Reads that form.
     *
     * @param file of a document, with any note; null of all else
     */
    EntryReading(EntryForm form, LocalDate today, @Nullable SharedFile file) {
        this.form = form;
        this.today = today;
        this.file = file;
    }

    FormErrors errors() {
        return errors;
    }

    /** Nothing where something is wrong. */
    Optional<RecordContent> read() {
        var content = new RecordContent(
                category(), needed("title", RecordContent.LONGEST_TITLE, title()), date("datedOn"), body());
        return errors.any() ? Optional.empty() : Optional.of(content);
    }

    /** What was mended, for the patient. */
    Optional<String> correction() {
        String said = needed("correction", 500, "Say what is different now, for the patient to read");
        return said.isEmpty() || errors.any() ? Optional.empty() : Optional.of(said);
    }

    private String title() {
        return switch (form.kind()) {
            case MEDICATION -> "Enter the medication’s name";
            case ALLERGY -> "Enter what isn’t tolerated";
            default -> "Enter a title, as the patient will read it";
        };
    }

    private RecordCategory category() {
        var categories = form.kind().categories();
        if (categories.size() == 1) {
            return categories.getFirst();
        }
        return RecordCategory.find(form.text("category"))
                .filter(categories::contains)
                .orElseGet(() -> {
                    wrong(
                            "category",
                            form.kind() == RecordKind.DOCUMENT
                                    ? "Choose what kind of document it is"
                                    : "Choose what kind of result it is");
                    return categories.getFirst();
                });
    }

    private RecordBody body() {
        return switch (form.kind()) {
            case NOTE, LETTER ->
                new RecordBody.Text(needed("text", RecordContent.LONGEST_TEXT, "Write what the patient is to read"));
            case PLAN -> plan();
            case RESULT -> result();
            case MEDICATION ->
                new RecordBody.Medication(
                        needed("dose", LINE, "Enter the dose, like 400 mg"),
                        text("instructions", SOME_TEXT),
                        text("reason", LINE),
                        stopped());
            case ALLERGY ->
                new RecordBody.Allergy(
                        needed("reaction", LINE, "Enter what happens, like a rash"), text("severity", 40), stopped());
            case DOCUMENT -> Objects.requireNonNull(file).saying(text("note", SOME_TEXT));
        };
    }

    private RecordBody.Plan plan() {
        List<Goal> goals = new ArrayList<>();
        for (int i = 0; i < form.rows(); i++) {
            String at = "goals[" + i + "].";
            String title = text(at + "title", LINE);
            List<Step> steps = text(at + "steps", COMMENT)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(line -> new Step(0, line))
                    .toList();
            if (title.isEmpty() && !steps.isEmpty()) {
                wrong(at + "title", "Say what these steps are to reach");
            }
            if (steps.size() > MOST_STEPS
                    || steps.stream().anyMatch(step -> step.words().length() > LINE)) {
                wrong(at + "steps", "Enter up to 30 steps, one a line, each of up to 200 characters");
            }
            if (!title.isEmpty()) {
                goals.add(new Goal(title, steps));
            }
        }
        if (goals.isEmpty()) {
            wrong("goals[0].title", "Enter at least one goal");
        }
        return new RecordBody.Plan(text("summary", SOME_TEXT), goals, 0);
    }

    private RecordBody.Result result() {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < form.rows(); i++) {
            String at = "values[" + i + "].";
            String name = text(at + "name", LINE);
            String value = text(at + "value", LINE);
            var row = new Value(name, value, text(at + "unit", 40), text(at + "range", 80), flag(at + "flag"));
            if (row.equals(NOTHING_TYPED)) {
                continue;
            }
            if (name.isEmpty()) {
                wrong(at + "name", "Say what this is");
            }
            if (value.isEmpty()) {
                wrong(at + "value", "Enter its value");
            }
            values.add(row);
        }
        String comment = text("comment", COMMENT);
        if (values.isEmpty() && comment.isEmpty()) {
            wrong("values[0].name", "Enter a value, or say the result in the comment");
        }
        return new RecordBody.Result(values, comment);
    }

    private Flag flag(String field) {
        return Stream.of(Flag.values())
                .filter(one -> one.name().equals(form.text(field)))
                .findFirst()
                .orElse(Flag.NONE);
    }

    private @Nullable LocalDate stopped() {
        if (form.text("stoppedOn").isBlank()) {
            return null;
        }
        LocalDate day = date("stoppedOn");
        if (!errors.any() && day.isBefore(date("datedOn"))) {
            wrong("stoppedOn", "Enter a day after the one above");
        }
        return day;
    }

    private LocalDate date(String field) {
        try {
            LocalDate day = LocalDate.parse(form.text(field).strip());
            if (!day.isAfter(today) && !day.isBefore(EARLIEST)) {
                return day;
            }
        } catch (DateTimeException notADay) {
            // said below
        }
        wrong(field, "Enter today or a day before it");
        return today;
    }

    private String needed(String field, int longest, String otherwise) {
        String typed = text(field, longest);
        if (typed.isEmpty()) {
            wrong(field, otherwise);
        }
        return typed;
    }

    private String text(String field, int longest) {
        String typed = form.text(field).strip();
        if (typed.length() > longest) {
            wrong(field, "Enter up to %,d characters".formatted(longest));
        }
        return typed;
    }

    private void wrong(String field, String message) {
        if (errors.on(field) == null) {
            errors = errors.with(field, message);
        }
    }
}
