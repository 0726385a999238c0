package io.anteroom.clinic.record;

import io.anteroom.clinic.file.FileId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an entry says besides its title and date; each kind has a shape of its own. Stored as JSON, which the table checks. */
public sealed interface RecordBody {

    /** Of a note or a letter: paragraphs, with an empty line between them. */
    record Text(String text) implements RecordBody {}

    /**
     * Of a treatment plan.
     *
     * @param summary what it is about; may be empty
     * @param lastStep the highest number that any step of it ever had
     */
    record Plan(String summary, List<Goal> goals, int lastStep) implements RecordBody {

        /** Copies the list. */
        public Plan {
            goals = List.copyOf(goals);
        }

        /** How many steps it has. */
        public int steps() {
            return goals.stream().mapToInt(goal -> goal.steps().size()).sum();
        }

        /** Whether it has a step of that number. */
        boolean has(int step) {
            return goals.stream().flatMap(goal -> goal.steps().stream()).anyMatch(one -> one.number() == step);
        }

        /** The same with a number for each step: the one that a step of these words had before, else one that none had. */
        Plan numberedAfter(@Nullable Plan before) {
            List<Step> known = new ArrayList<>();
            int last = 0;
            if (before != null) {
                before.goals.forEach(goal -> known.addAll(goal.steps()));
                last = before.lastStep;
            }
            List<Goal> numbered = new ArrayList<>();
            for (Goal goal : goals) {
                List<Step> steps = new ArrayList<>();
                for (Step step : goal.steps()) {
                    var same = known.stream()
                            .filter(one -> one.words().equals(step.words()))
                            .findFirst();
                    same.ifPresent(known::remove);
                    steps.add(same.isPresent() ? same.get() : new Step(++last, step.words()));
                }
                numbered.add(new Goal(goal.title(), steps));
            }
            return new Plan(summary, numbered, last);
        }
    }

    /** What a plan is to reach, and how. */
    record Goal(String title, List<Step> steps) {

        /** Copies the list. */
        public Goal {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Something to be done.
     *
     * @param number what its progress is kept under, unique within the plan
     */
    record Step(int number, String words) {}

    /**
     * Of a result.
     *
     * @param values what was measured; may be empty where the comment says it all
     * @param comment of the clinician; may be empty
     */
    record Result(List<Value> values, String comment) implements RecordBody {

        /** Copies the list. */
        public Result {
            values = List.copyOf(values);
        }

        /** How many values lie outside of their range. */
        public long outside() {
            return values.stream().filter(value -> value.flag().outside()).count();
        }
    }

    /**
     * Something measured.
     *
     * @param value as the laboratory writes it, such as {@code <0.5} or {@code negative}
     * @param unit may be empty
     * @param range what is usual, as the laboratory writes it; may be empty
     */
    record Value(String name, String value, String unit, String range, Flag flag) {}

    /** How a value compares with what is usual. */
    enum Flag {
        NONE("Not said", ""),
        NORMAL("In range", "In range"),
        LOW("Low", "Low"),
        HIGH("High", "High"),
        ABNORMAL("Outside range", "Outside range");

        private final String choice;
        private final String words;

        Flag(String choice, String words) {
            this.choice = choice;
            this.words = words;
        }

        /** How staff choose it. */
        public String choice() {
            return choice;
        }

        /** How it is shown; empty where nothing was said. */
        public String words() {
            return words;
        }

        /** Whether it is not as usual. */
        public boolean outside() {
            return this == LOW || this == HIGH || this == ABNORMAL;
        }
    }

    /**
     * Of something that is taken; the entry's date is the day since when.
     *
     * @param instructions how to take it; may be empty
     * @param reason what for; may be empty
     * @param stoppedOn the day from which on it isn't taken any more, or null while it is
     */
    record Medication(
            String dose,
            String instructions,
            String reason,
            @Nullable LocalDate stoppedOn) implements RecordBody {}

    /**
     * Of something that isn't tolerated; the entry's date is the day it was noted.
     *
     * @param severity may be empty
     * @param stoppedOn the day from which on it no longer holds, or null
     */
    record Allergy(
            String reaction, String severity, @Nullable LocalDate stoppedOn) implements RecordBody {}

    /**
     * Of a file shared by staff.
     *
     * @param file its number
     * @param name what it is saved as
     * @param size its bytes
     * @param note what it is; may be empty
     */
    record SharedFile(long file, String name, long size, String note) implements RecordBody {

        /** Which file. */
        public FileId id() {
            return new FileId(file);
        }

        /** The same with another note. */
        public SharedFile saying(String other) {
            return new SharedFile(file, name, size, other);
        }
    }
}
