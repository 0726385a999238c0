package io.anteroom.clinic.questionnaire.logic;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Occurs;
import io.anteroom.clinic.questionnaire.definition.Option;
import io.anteroom.clinic.questionnaire.definition.Value;
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
import java.util.regex.Pattern;
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

    private static final int MOST_DIGITS = 30;
    private static final int LONGEST_LINE = 500;
    private static final Pattern NUMBER = Pattern.compile("[-+−]?[0-9]{1,20}([.,][0-9]{1,10})?");

    /** The fields of a question, by what stands behind its name: nothing for the main one, {@code unit}, {@code time}, {@code other}. */
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
                .distinct()
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
        for (String raw : fields.of("")) {
            if (all.size() > question.occurs().taken()) {
                break; // one too many says enough
            }
            String text = question.kind() instanceof AnswerKind.Words
                    ? raw.replace("\r\n", "\n").strip()
                    : raw.strip();
            boolean time = question.kind() instanceof AnswerKind.Moment
                    && !first(fields, "time").isBlank();
            if (!text.isEmpty() || time) {
                all.add(one(question, text, fields, zone, now));
            }
        }
        return all;
    }

    private static One one(Item.Question question, String text, Fields fields, ZoneId zone, Instant now) {
        return switch (question.kind()) {
            case AnswerKind.Words words -> One.of(new Value.Text(cut(text, AnswerCheck.longest(words))));
            case AnswerKind.YesNo _ -> One.of(new Value.Flag(text.equals("true")));
            case AnswerKind.Whole _ -> whole(text);
            case AnswerKind.Decimal _ ->
                number(text).map(number -> One.of(new Value.Decimal(number))).orElseGet(TypedAnswer::noNumber);
            case AnswerKind.Amount amount ->
                number(text)
                        .map(number -> One.of(amount(amount, number, first(fields, "unit"))))
                        .orElseGet(TypedAnswer::noNumber);
            case AnswerKind.Day _ ->
                day(text).map(day -> One.of(new Value.Day(day))).orElseGet(() -> One.wrong(say("Enter a date")));
            case AnswerKind.Moment _ -> moment(text, first(fields, "time"), zone);
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
                String own = first(fields, OTHER).strip();
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
        return occurs.repeats() ? all : all.stream().limit(1).toList();
    }

    private static Optional<Option> option(AnswerKind.Choice choice, String name) {
        if (!name.matches("[0-9]{1,5}")) {
            return Optional.empty();
        }
        int index = Integer.parseInt(name);
        return index < choice.options().size() ? Optional.of(choice.options().get(index)) : Optional.empty();
    }

    private static One whole(String text) {
        Optional<BigDecimal> number =
                number(text).filter(one -> one.stripTrailingZeros().scale() <= 0);
        try {
            return number.map(one -> One.of(new Value.Whole(one.intValueExact())))
                    .orElseGet(() -> One.wrong(say("Enter a whole number, like 4")));
        } catch (ArithmeticException e) {
            return One.wrong(say("This number is too large"));
        }
    }

    private static Optional<BigDecimal> number(String text) {
        String plain = text.replace(" ", "").replace(" ", "");
        return plain.length() <= MOST_DIGITS && NUMBER.matcher(plain).matches()
                ? Optional.of(new BigDecimal(plain.replace(',', '.').replace('−', '-')))
                : Optional.empty();
    }

    private static One noNumber() {
        return One.wrong(say("Enter a number, like 2.5"));
    }

    private static Value amount(AnswerKind.Amount amount, BigDecimal number, String unit) {
        List<AnswerKind.Unit> units = amount.units();
        int index = unit.matches("[0-9]{1,3}") ? Integer.parseInt(unit) : 0;
        if (units.isEmpty()) {
            return new Value.Amount(number, null, null, null);
        }
        AnswerKind.Unit chosen = units.get(Math.min(index, units.size() - 1));
        return new Value.Amount(number, chosen.display(), chosen.system(), chosen.code());
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

    private static String first(Fields fields, String part) {
        return fields.of(part).stream().findFirst().orElse("");
    }
}
