package io.anteroom.portal.record;

import static io.anteroom.language.Say.say;
import static io.anteroom.language.Say.sayAs;

import io.anteroom.clinic.record.RecordBody;
import io.anteroom.clinic.record.RecordBody.Flag;
import io.anteroom.clinic.record.RecordEntry;
import io.anteroom.clinic.record.RecordKind;
import io.anteroom.clinic.record.reading.SharedRow;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.Badge;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How entries read to patients. */
public final class RecordWords {

    private RecordWords() {}

    /** One of a kind. */
    public static String one(RecordKind kind) {
        return switch (kind) {
            case PLAN -> say("Treatment plan");
            case RESULT -> say("Result");
            case LETTER -> say("Letter");
            case NOTE -> say("Note");
            case MEDICATION -> say("Medication");
            case ALLERGY -> say("Allergy");
            case DOCUMENT -> say("Document");
        };
    }

    /** Several of a kind. */
    public static String several(RecordKind kind) {
        return switch (kind) {
            case PLAN -> say("Treatment plans");
            case RESULT -> say("Results");
            case LETTER -> say("Letters");
            case NOTE -> say("Notes");
            case MEDICATION -> say("Medications");
            case ALLERGY -> say("Allergies");
            case DOCUMENT -> say("Documents");
        };
    }

    /** The link to all of a kind. */
    public static String all(RecordKind kind, long number) {
        return switch (kind) {
            case PLAN -> say("All {number} treatment plans", "number", number);
            case RESULT -> say("All {number} results", "number", number);
            case LETTER -> say("All {number} letters", "number", number);
            case NOTE -> say("All {number} notes", "number", number);
            case MEDICATION -> say("All {number} medications", "number", number);
            case ALLERGY -> say("All {number} allergies", "number", number);
            case DOCUMENT -> say("All {number} documents", "number", number);
        };
    }

    /** What day it is of. */
    public static String dated(RecordEntry entry) {
        LocalDate day = entry.content().datedOn();
        return switch (entry.kind()) {
            case PLAN -> say("Begun on {day}", "day", day);
            case RESULT -> say("Taken on {day}", "day", day);
            case LETTER, DOCUMENT -> say("Dated {day}", "day", day);
            case NOTE -> say("Visit on {day}", "day", day);
            case MEDICATION -> say("Since {day}", "day", day);
            case ALLERGY -> say("Noted on {day}", "day", day);
        };
    }

    /** What a list says of it besides its day, or null. */
    public static @Nullable String summary(RecordEntry entry) {
        return switch (entry.content().body()) {
            case RecordBody.Plan plan
            when plan.steps() > 0 ->
                say("{done} of {steps} steps done", "done", done(plan, entry), "steps", plan.steps());
            case RecordBody.Result result
            when result.outside() > 0 ->
                say(
                        "{count, plural, one {# value outside the usual range} other {# values outside the usual range}}",
                        "count",
                        result.outside());
            case RecordBody.Medication medication
            when medication.stoppedOn() != null -> say("Stopped on {day}", "day", medication.stoppedOn());
            case RecordBody.Medication medication -> medication.dose();
            case RecordBody.Allergy allergy
            when allergy.stoppedOn() != null -> say("No longer since {day}", "day", allergy.stoppedOn());
            case RecordBody.Allergy allergy -> allergy.reaction();
            default -> null;
        };
    }

    private static long done(RecordBody.Plan plan, RecordEntry entry) {
        return plan.goals().stream()
                .flatMap(goal -> goal.steps().stream())
                .filter(step -> entry.done().containsKey(step.number()))
                .count();
    }

    /** Whether it came or changed since the last visit, or null. */
    public static @Nullable Badge news(SharedRow row) {
        return switch (row.news()) {
            case NONE -> null;
            case NEW -> Badge.notice(say("New"));
            case CORRECTED -> Badge.notice(row.entry().kind().lasts() ? say("Changed") : say("Corrected"));
        };
    }

    /** That it was corrected, and when. */
    public static String corrected(RecordEntry entry, Instant at) {
        return entry.kind().lasts()
                ? say("Changed on {day}.", "day", day(at))
                : say("Corrected on {day}.", "day", day(at));
    }

    /** How a value compares with what is usual, or null where nothing was said. */
    public static @Nullable Badge flag(Flag flag) {
        return switch (flag) {
            case NONE -> null;
            case NORMAL -> Badge.good(say("In the usual range"));
            case LOW -> Badge.warning(say("Low"));
            case HIGH -> Badge.warning(say("High"));
            case ABNORMAL -> Badge.warning(say("Outside the usual range"));
        };
    }

    /** Whether a step is done. */
    public static Badge step(boolean done) {
        return done ? Badge.good(say("Done")) : Badge.quiet(sayAs("step", "To do"));
    }

    /** The day of a moment, at the clinic. */
    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, CurrentTenant.get().zone());
    }

    /** Paragraphs of a text. */
    public static List<String> paragraphs(String text) {
        return Stream.of(text.split("\n\\s*\n"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }
}
