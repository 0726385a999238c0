package io.anteroom.clinic.questionnaire.logic;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Occurs;
import io.anteroom.clinic.questionnaire.definition.Option;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.language.Words;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed or chose, as answers.
 *
 * @param values what could be understood
 * @param wrong what is wrong with the rest, in plain words, or null. What was understood is an answer all the same: it is saved, and the form
 *     can't be handed in before it is put right.
 */
public record TypedAnswer(List<Value> values, @Nullable String wrong) {

    /** The name of the option for an answer in one's own words. */
    public static final String OTHER = "other";

    private static final int LONGEST_LINE = 500;

    /**
     * The fields of a question, by what stands behind its name: nothing for the main one, {@code unit}, {@code time}, {@code other}. Where
     * several answers can be given, each has its own unit or time, in the same order.
     */
    public interface Fields {
        /** What was typed into the fields of that name, in their order. */
        List<String> of(String part);
    }

    private record One(@Nullable Value value, @Nullable String wrong) {
        static One of(Value value) {
            return new One(value, null);
        }

        static One wrong(String words) {
            return new One(null, words);
        }
    }

    /**
     * Reads it.
     *
     * @param zone of the clinic's clock
     * @param now when it is signed, where it is
     */
    public static TypedAnswer read(Item.Question question, Fields fields, ZoneId zone, Instant now) {
        List<One> all = question.kind() instanceof AnswerKind.Choice choice
                ? chosen(choice, question.occurs(), fields)
                : typed(question, fields, zone, now);
        List<Value> values = all.stream()
                .flatMap(one -> Optional.ofNullable(one.value()).stream())
                .toList();
        String wrong = all.stream()
                .flatMap(one -> Optional.ofNullable(one.wrong()).stream())
                .findFirst()
                .or(() -> AnswerCheck.wrong(question, values))
                .orElse(null);
        return new TypedAnswer(values, wrong);
    }

    private static List<One> typed(Item.Question question, Fields fields, ZoneId zone, Instant now) {
        var all = new ArrayList<One>();
        List<String> typed = fields.of("");
        // one too many says enough
        for (int index = 0;
                index < typed.size() && all.size() <= question.occurs().taken();
                index++) {
            String raw = typed.get(index);
            String text = question.kind() instanceof AnswerKind.Words
                    ? raw.replace("\r\n", "\n").strip()
                    : raw.strip();
            boolean time = question.kind() instanceof AnswerKind.Moment
                    && !at(fields, "time", index).isBlank();
            if (!text.isEmpty() || time) {
                all.add(one(question, text, fields, index, zone, now));
            }
        }
        return all;
    }

    private static One one(Item.Question question, String text, Fields fields, int index, ZoneId zone, Instant now) {
        return switch (question.kind()) {
            case AnswerKind.Words words -> One.of(new Value.Text(cut(text, AnswerCheck.longest(words))));
            case AnswerKind.YesNo _ -> One.of(new Value.Flag(text.equals("true")));
            case AnswerKind.Whole _ -> whole(text);
            case AnswerKind.Decimal _ -> number(text, number -> One.of(new Value.Decimal(number)));
            case AnswerKind.Amount amount -> number(text, number -> amount(amount, number, at(fields, "unit", index)));
            case AnswerKind.Day _ ->
                day(text).map(day -> One.of(new Value.Day(day))).orElseGet(() -> One.wrong(say("Enter a date")));
            case AnswerKind.Moment _ -> moment(text, at(fields, "time", index), zone);
            case AnswerKind.Clock _ ->
                time(text)
                        .map(time -> One.of(new Value.Clock(time)))
                        .orElseGet(() -> One.wrong(say("Enter a time, like 14:30")));
            case AnswerKind.Link _ ->
                link(text)
                        .map(address -> One.of(new Value.Link(address)))
                        .orElseGet(() -> One.wrong(say("Enter a web address, like www.example.org")));
            case AnswerKind.Signature _ -> One.of(Value.Signed.typed(cut(text, LONGEST_LINE), now, question.text()));
            case AnswerKind.Choice _, AnswerKind.Attachment _ -> One.wrong(say("Answer this question anew"));
        };
    }

    private static List<One> chosen(AnswerKind.Choice choice, Occurs occurs, Fields fields) {
        var all = new ArrayList<One>();
        for (String name : fields.of("")) {
            if (all.size() > occurs.taken()) {
                break;
            }
            if (name.equals(OTHER) && choice.open()) {
                String own = at(fields, OTHER, 0).strip();
                all.add(
                        own.isEmpty()
                                ? One.wrong(say("Say what you mean by another answer"))
                                : One.of(new Value.Text(cut(own, LONGEST_LINE))));
            } else if (!name.isEmpty()) {
                all.add(option(choice, name)
                        .map(option -> One.of(option.value()))
                        .orElseGet(() -> One.wrong(say("Choose one of the answers"))));
            }
        }
        return all.stream().distinct().limit(occurs.repeats() ? all.size() : 1).toList();
    }

    private static Optional<Option> option(AnswerKind.Choice choice, String name) {
        if (!name.matches("[0-9]{1,5}")) {
            return Optional.empty();
        }
        int index = Integer.parseInt(name);
        return index < choice.options().size() ? Optional.of(choice.options().get(index)) : Optional.empty();
    }

    private static One whole(String text) {
        if (!(TypedNumber.whole(text) instanceof TypedNumber.Known(BigDecimal number))
                || number.stripTrailingZeros().scale() > 0) {
            return One.wrong(say("Enter a whole number, like 4"));
        }
        try {
            return One.of(new Value.Whole(number.intValueExact()));
        } catch (ArithmeticException e) {
            return One.wrong(say("This number is too large"));
        }
    }

    private static One number(String text, Function<BigDecimal, One> taking) {
        Words words = Words.current();
        return switch (TypedNumber.decimal(text, words)) {
            case TypedNumber.Known(BigDecimal number) -> taking.apply(number);
            case TypedNumber.Either(BigDecimal large, BigDecimal small) ->
                One.wrong(say(
                        "Do you mean {large} or {small}? Enter the number like that",
                        "large",
                        words.digits(large),
                        "small",
                        words.digits(small)));
            case TypedNumber.None _ -> One.wrong(say("Enter a number, like 2.5"));
        };
    }

    /** Where there are several units, one that wasn't said is never guessed. */
    private static One amount(AnswerKind.Amount amount, BigDecimal number, String unit) {
        List<AnswerKind.Unit> units = amount.units();
        if (units.isEmpty()) {
            return One.of(new Value.Amount(number, null, null, null));
        }
        int index = units.size() == 1 ? 0 : unit.matches("[0-9]{1,3}") ? Integer.parseInt(unit) : units.size();
        if (index >= units.size()) {
            return One.wrong(say("Choose a unit"));
        }
        AnswerKind.Unit chosen = units.get(index);
        return One.of(new Value.Amount(number, chosen.display(), chosen.system(), chosen.code()));
    }

    private static One moment(String day, String time, ZoneId zone) {
        Optional<LocalDate> date = day(day);
        Optional<LocalTime> clock = time(time.strip());
        if (date.isEmpty()) {
            return One.wrong(say("Enter a date"));
        }
        return clock.map(at -> One.of(
                        new Value.Moment(date.get().atTime(at).atZone(zone).toOffsetDateTime())))
                .orElseGet(() -> One.wrong(say("Enter a time, like 14:30")));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() > 0 && day.getYear() < 10_000);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text.length() == 4 ? "0" + text : text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> link(String text) {
        String full = text.toLowerCase(Locale.ROOT).matches("https?://.*") ? text : "https://" + text;
        try {
            var address = new URI(full);
            String host = address.getHost();
            return host != null && host.contains(".") && full.length() <= 2000 ? Optional.of(full) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** What is too long is cut where one character too many still says so. */
    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest + 1));
    }

    private static String at(Fields fields, String part, int index) {
        return fields.of(part).stream().skip(index).findFirst().orElse("");
    }
}
