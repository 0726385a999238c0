package io.anteroom.clinic.questionnaire.logic;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.AnswerPattern;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Occurs;
import io.anteroom.clinic.questionnaire.definition.Option;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.language.Words;
import io.anteroom.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether answers are what their question asks for, in plain words where they aren't. */
final class AnswerCheck {

    private AnswerCheck() {}

    /** What to do where an answer is needed and missing. */
    static Optional<String> missing(Item.Question question, List<Value> answers) {
        Occurs occurs = question.occurs();
        if (answers.size() >= occurs.least()) {
            return Optional.empty();
        }
        if (occurs.least() > 1) {
            return Optional.of(say("Give at least {count} answers", "count", occurs.least()));
        }
        return Optional.of(
                switch (question.kind()) {
                    case AnswerKind.Choice _, AnswerKind.YesNo _ -> say("Choose an answer");
                    case AnswerKind.Signature _ -> say("Type your name to sign");
                    case AnswerKind.Attachment _ -> say("Add a file");
                    default -> say("Answer this question");
                });
    }

    /** What is wrong with what was said; nothing where nothing was. */
    static Optional<String> wrong(Item.Question question, List<Value> answers) {
        if (answers.size() > question.occurs().taken()) {
            return Optional.of(say(
                    "Give at most {count} answers", "count", question.occurs().taken()));
        }
        if (question.kind() instanceof AnswerKind.Choice choice && exclusiveWithOthers(choice, answers)) {
            return Optional.of(say("One of your answers can only be chosen alone"));
        }
        return answers.stream()
                .flatMap(answer -> Optional.ofNullable(wrong(question.kind(), answer)).stream())
                .findFirst();
    }

    private static boolean exclusiveWithOthers(AnswerKind.Choice choice, List<Value> answers) {
        return answers.size() > 1
                && choice.options().stream().anyMatch(option -> option.exclusive() && answers.contains(option.value()));
    }

    private static @Nullable String wrong(AnswerKind kind, Value answer) {
        return switch (kind) {
            case AnswerKind.Words words when answer instanceof Value.Text(String text) -> wrong(words, text);
            case AnswerKind.YesNo _ when answer instanceof Value.Flag -> null;
            case AnswerKind.Whole(Integer min, Integer max)
            when answer instanceof Value.Whole(int number) -> outside(min, max, number);
            case AnswerKind.Decimal(BigDecimal min, BigDecimal max, Integer decimals)
            when answer instanceof Value.Decimal(BigDecimal number) -> number(min, max, decimals, number);
            case AnswerKind.Amount amount
            when answer instanceof Value.Amount said ->
                number(amount.min(), amount.max(), amount.decimals(), said.number());
            case AnswerKind.Day(var min, var max)
            when answer instanceof Value.Day(var day) ->
                min != null && day.isBefore(min)
                        ? say("Enter {day} or a later day", "day", min)
                        : max != null && day.isAfter(max) ? say("Enter {day} or an earlier day", "day", max) : null;
            case AnswerKind.Moment(var min, var max)
            when answer instanceof Value.Moment(var at) ->
                min != null && at.isBefore(min)
                        ? say("Enter {day} or a later time", "day", byTheClinicsClock(min))
                        : max != null && at.isAfter(max)
                                ? say("Enter {day} or an earlier time", "day", byTheClinicsClock(max))
                                : null;
            case AnswerKind.Clock(var min, var max)
            when answer instanceof Value.Clock(var time) ->
                min != null && time.isBefore(min)
                        ? say("Enter {time} or later", "time", min)
                        : max != null && time.isAfter(max) ? say("Enter {time} or earlier", "time", max) : null;
            case AnswerKind.Choice choice -> wrong(choice, answer);
            case AnswerKind.Link _ when answer instanceof Value.Link -> null;
            case AnswerKind.Attachment _ when answer instanceof Value.Attached -> null;
            case AnswerKind.Signature _ when answer instanceof Value.Signed -> null;
            default -> say("Answer this question anew");
        };
    }

    /** As it is typed, whatever zone the bound was written in. */
    private static ZonedDateTime byTheClinicsClock(OffsetDateTime moment) {
        return moment.atZoneSameInstant(CurrentTenant.get().zone());
    }

    private static @Nullable String wrong(AnswerKind.Words words, String text) {
        int length = text.codePointCount(0, text.length());
        if (words.minLength() != null && length < words.minLength()) {
            return say(
                    "{count, plural, one {Enter at least # character} other {Enter at least # characters}}",
                    "count",
                    words.minLength());
        }
        if (length > longest(words)) {
            return say(
                    "{count, plural, one {Enter at most # character} other {Enter at most # characters}}",
                    "count",
                    longest(words));
        }
        if (words.regex() != null && !matches(words.regex(), text)) {
            return words.example() == null
                    ? say("Check how this is written")
                    : say("Enter it like this: {example}", "example", words.example());
        }
        return null;
    }

    /** Nobody is kept from answering by a pattern that can't be used. */
    private static boolean matches(String regex, String text) {
        return AnswerPattern.of(regex).map(pattern -> pattern.matches(text)).orElse(true);
    }

    /** The most characters that fit, whether the question says so or not. */
    static int longest(AnswerKind.Words words) {
        int most = words.lines() ? 10_000 : 500;
        return words.maxLength() == null ? most : Math.min(Math.max(1, words.maxLength()), 10_000);
    }

    private static @Nullable String outside(@Nullable Integer min, @Nullable Integer max, int number) {
        return number(
                min == null ? null : BigDecimal.valueOf(min),
                max == null ? null : BigDecimal.valueOf(max),
                null,
                BigDecimal.valueOf(number));
    }

    private static @Nullable String number(
            @Nullable BigDecimal min, @Nullable BigDecimal max, @Nullable Integer decimals, BigDecimal number) {
        boolean low = min != null && number.compareTo(min) < 0;
        boolean high = max != null && number.compareTo(max) > 0;
        Words words = Words.current();
        if ((low || high) && min != null && max != null) {
            return say("Enter a number from {min} to {max}", "min", words.digits(min), "max", words.digits(max));
        }
        if (min != null && low) {
            return say("Enter {min} or more", "min", words.digits(min));
        }
        if (max != null && high) {
            return say("Enter {max} or less", "max", words.digits(max));
        }
        return decimals != null && number.stripTrailingZeros().scale() > decimals
                ? say(
                        "{count, plural, =0 {Enter a number without decimals} one {Enter a number with at most # decimal} other {Enter a number with at most # decimals}}",
                        "count",
                        decimals)
                : null;
    }

    private static @Nullable String wrong(AnswerKind.Choice choice, Value answer) {
        boolean offered = choice.options().stream().map(Option::value).anyMatch(answer::equals);
        boolean own = choice.open() && answer instanceof Value.Text(String text) && text.length() <= 500;
        return offered || own ? null : say("Choose one of the answers");
    }
}
