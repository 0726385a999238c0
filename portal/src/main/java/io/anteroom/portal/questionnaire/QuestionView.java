package io.anteroom.portal.questionnaire;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.questionnaire.answer.AnswerMark;
import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Option;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.questionnaire.logic.Entry;
import io.anteroom.clinic.questionnaire.logic.TypedAnswer;
import io.anteroom.language.Words;
import io.anteroom.tenancy.CurrentTenant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A question on a screen.
 *
 * @param name of its field, or the beginning of the names of its fields
 * @param kind {@code line}, {@code lines}, {@code number}, {@code date}, {@code moment}, {@code time}, {@code radios}, {@code ticks},
 *     {@code list}, {@code amount}, {@code signature}, {@code drawn} or that of a file
 * @param label what is asked
 * @param help what explains it, or null
 * @param required whether it must be answered
 * @param options what can be chosen
 * @param typed what stands in its fields, one of which at least is there
 * @param seconds what stands in the second field beside each of them: a time or the place of a unit; of a choice, the answer in one's own
 *     words
 * @param units what an amount can be of
 * @param other whether an answer in one's own words can be given
 * @param otherChosen whether one is
 * @param was the mark of what is shown
 * @param error what is wrong with it, or null
 * @param elsewhere what it was answered with elsewhere meanwhile, in words, or null
 * @param clearable whether a choice can be taken back; of files whether there can be several
 * @param mode which keyboard a phone shows, or null
 * @param longest the most characters, or null
 * @param files what was added, or drawn to sign
 * @param adds the path by which a file is added or a signature drawn, or null where there is no room for another
 */
public record QuestionView(
        String name,
        String kind,
        String label,
        @Nullable String help,
        boolean required,
        List<Choice> options,
        List<String> typed,
        List<String> seconds,
        List<String> units,
        boolean other,
        boolean otherChosen,
        String was,
        @Nullable String error,
        @Nullable String elsewhere,
        boolean clearable,
        @Nullable String mode,
        @Nullable String longest,
        List<KeptFile> files,
        @Nullable String adds) {

    /** One option. */
    public record Choice(String value, String label, boolean chosen) {

        /** Whether the label is the clinic's, in the language of its form; yes and no are said in the page's. */
        public boolean clinics() {
            return !value.equals("true") && !value.equals("false");
        }
    }

    /** An answer in one's own words, where one is given beside options. */
    public String second() {
        return second(0);
    }

    /** What stands beside that field. */
    public String second(int index) {
        return index < seconds.size() ? seconds.get(index) : "";
    }

    /** What tells one of several fields from the others, or null where there is one. */
    public @Nullable String numbered(int index) {
        return typed.size() > 1 ? say("Answer {number}", "number", index + 1) : null;
    }

    /** The id of one of its fields. */
    public String id(int index) {
        return index == 0 ? id() : id() + "-" + index;
    }

    /** Whether another file takes the place of the one that is there. */
    public boolean replaces() {
        return kind.equals("file") && !files.isEmpty() && !clearable;
    }

    /** The id of its first field, to which a summary of errors leads. */
    public String id() {
        return "f-" + name;
    }

    /** The ids of what describes it. */
    public String describedBy() {
        return (help == null ? "" : id() + "-hint ") + id() + "-error " + id() + "-elsewhere";
    }

    /** {@code true} where something is wrong, else absent. */
    public @Nullable String invalid() {
        return error == null ? null : "true";
    }

    /** Whether it is a group of boxes, which is named by a legend. */
    public boolean grouped() {
        return kind.equals("radios") || kind.equals("ticks") || kind.equals("moment") || typed.size() > 1 || keeps();
    }

    /** Whether its answer is kept as a file, which is shown and not typed. */
    public boolean keeps() {
        return kind.equals("file") || kind.equals("drawn");
    }

    /**
     * A question as it stands.
     *
     * @param sent what was just sent and has something wrong with it, or null
     */
    static QuestionView of(Entry entry, @Nullable Sent sent, @Nullable String error, @Nullable String elsewhere) {
        var question = (Item.Question) entry.item();
        String name = FieldNames.of(entry.path());
        boolean several = question.occurs().repeats();
        List<Value> answers = entry.answers();
        AnswerKind kind = question.kind();
        boolean own = kind instanceof AnswerKind.Choice choice && choice.open();
        List<String> typed = sent == null ? typed(kind, answers) : sent.values(name);
        List<String> seconds = sent == null ? seconds(kind, answers) : sent.values(name + "-" + part(kind));
        String prefix = question.head().prefix();
        boolean drawn =
                answers.stream().anyMatch(answer -> answer instanceof Value.Signed one && one.drawing() != null);
        return new QuestionView(
                name,
                drawn ? "drawn" : kind(kind, several),
                prefix == null ? question.text() : prefix + " " + question.text(),
                question.head().help(),
                question.occurs().required(),
                options(kind, typed),
                fields(kind, typed, several, question.occurs().taken()),
                seconds,
                kind instanceof AnswerKind.Amount amount
                        ? amount.units().stream().map(AnswerKind.Unit::display).toList()
                        : List.of(),
                own,
                typed.contains(TypedAnswer.OTHER),
                AnswerMark.of(answers).text(),
                error,
                elsewhere,
                kind instanceof AnswerKind.Attachment
                        ? several
                        : !question.occurs().required()
                                && !answers.isEmpty()
                                && kind(kind, several).equals("radios"),
                mode(kind),
                kind instanceof AnswerKind.Words words && words.maxLength() != null
                        ? words.maxLength().toString()
                        : null,
                KeptFile.of(entry),
                adds(kind, entry, question, drawn));
    }

    private static @Nullable String adds(AnswerKind kind, Entry entry, Item.Question question, boolean drawn) {
        boolean room = switch (kind) {
            case AnswerKind.Signature _ -> !drawn;
            case AnswerKind.Attachment _ ->
                !question.occurs().repeats() || entry.answers().size() < AnswerKind.Attachment.most(question.occurs());
            default -> false;
        };
        return room ? entry.path().toString() : null;
    }

    private static String kind(AnswerKind kind, boolean several) {
        return switch (kind) {
            case AnswerKind.Words words -> words.lines() ? "lines" : "line";
            case AnswerKind.YesNo _ -> "radios";
            case AnswerKind.Whole _, AnswerKind.Decimal _ -> "number";
            case AnswerKind.Day _ -> "date";
            case AnswerKind.Moment _ -> "moment";
            case AnswerKind.Clock _ -> "time";
            case AnswerKind.Choice choice ->
                several
                        ? "ticks"
                        : choice.shown() == AnswerKind.Choice.Shown.LIST && !choice.open() ? "list" : "radios";
            case AnswerKind.Amount _ -> "amount";
            case AnswerKind.Link _ -> "line";
            case AnswerKind.Attachment _ -> "file";
            case AnswerKind.Signature _ -> "signature";
        };
    }

    private static @Nullable String mode(AnswerKind kind) {
        return switch (kind) {
            case AnswerKind.Whole _ -> "numeric";
            case AnswerKind.Decimal _, AnswerKind.Amount _ -> "decimal";
            case AnswerKind.Link _ -> "url";
            default -> null;
        };
    }

    private static String part(AnswerKind kind) {
        return switch (kind) {
            case AnswerKind.Moment _ -> "time";
            case AnswerKind.Amount _ -> "unit";
            default -> TypedAnswer.OTHER;
        };
    }

    private static List<String> typed(AnswerKind kind, List<Value> answers) {
        return answers.stream().map(answer -> typed(kind, answer)).toList();
    }

    private static String typed(AnswerKind kind, Value answer) {
        if (kind instanceof AnswerKind.Choice choice) {
            return IntStream.range(0, choice.options().size())
                    .filter(index -> choice.options().get(index).value().equals(answer))
                    .mapToObj(Integer::toString)
                    .findFirst()
                    .orElse(TypedAnswer.OTHER);
        }
        return switch (answer) {
            case Value.Flag flag -> Boolean.toString(flag.yes());
            case Value.Whole whole -> Integer.toString(whole.number());
            // as whoever reads it writes it: a fraction of three digits must not look like thousands
            case Value.Decimal decimal -> Words.current().digits(decimal.number());
            case Value.Amount amount -> Words.current().digits(amount.number());
            case Value.Day day -> day.day().toString();
            case Value.Moment moment ->
                moment.at()
                        .atZoneSameInstant(CurrentTenant.get().zone())
                        .toLocalDate()
                        .toString();
            case Value.Clock clock -> clock.time().toString();
            default -> AnswerWords.of(answer);
        };
    }

    private static List<String> seconds(AnswerKind kind, List<Value> answers) {
        return answers.stream()
                .filter(answer -> !(kind instanceof AnswerKind.Choice)
                        || typed(kind, answer).equals(TypedAnswer.OTHER))
                .map(answer -> second(kind, answer))
                .toList();
    }

    private static String second(AnswerKind kind, Value answer) {
        if (kind instanceof AnswerKind.Amount amount && answer instanceof Value.Amount said) {
            return IntStream.range(0, amount.units().size())
                    .filter(index -> amount.units().get(index).display().equals(said.unit()))
                    .mapToObj(Integer::toString)
                    .findFirst()
                    .orElse("");
        }
        return switch (answer) {
            case Value.Moment moment ->
                moment.at()
                        .atZoneSameInstant(CurrentTenant.get().zone())
                        .toLocalTime()
                        .toString();
            case Value.Text text -> text.text();
            default -> "";
        };
    }

    private static List<Choice> options(AnswerKind kind, List<String> typed) {
        if (kind instanceof AnswerKind.YesNo) {
            return List.of(
                    new Choice("true", AnswerWords.of(new Value.Flag(true)), typed.contains("true")),
                    new Choice("false", AnswerWords.of(new Value.Flag(false)), typed.contains("false")));
        }
        if (!(kind instanceof AnswerKind.Choice choice)) {
            return List.of();
        }
        List<Option> options = choice.options();
        return IntStream.range(0, options.size())
                .mapToObj(index -> new Choice(
                        Integer.toString(index),
                        AnswerWords.of(options.get(index).value()),
                        typed.contains(Integer.toString(index))))
                .toList();
    }

    /** One field for each answer, and where several can be given an empty one more. */
    private static List<String> fields(AnswerKind kind, List<String> typed, boolean several, int most) {
        var fields = new ArrayList<>(kind instanceof AnswerKind.Choice ? List.of() : typed);
        if (fields.isEmpty()
                || (several && fields.size() < most && !fields.getLast().isBlank())) {
            fields.add("");
        }
        return fields;
    }
}
