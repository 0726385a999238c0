package io.anteroom.tenantadmin.questionnaire.builder;

import io.anteroom.clinic.file.content.FileType;
import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.AnswerPattern;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Option;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.scheduling.setup.Typed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what kind of answer a question of an {@link ItemForm} wants, and its bounds. */
final class AnswerKindReading {

    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/([a-z0-9.+-]{1,100}|\\*)");
    private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1024L * 1024);
    private static final int LONGEST_REGEX = 500;
    private static final int LONGEST_ANSWER = 20_000;

    private final ItemForm form;
    private final Typed typed;
    private final @Nullable Item stored;

    AnswerKindReading(ItemForm form, Typed typed, @Nullable Item stored) {
        this.form = form;
        this.typed = typed;
        this.stored = stored;
    }

    /** The kind; nothing where it is none that is asked, or where something is wrong that leaves none. */
    @Nullable
    AnswerKind read() {
        return switch (form.kind()) {
            case LINE, LINES -> words();
            case YES_NO -> new AnswerKind.YesNo();
            case WHOLE -> {
                Integer least = bound("min", Value.Whole.class, Value.Whole::number);
                Integer most = bound("max", Value.Whole.class, Value.Whole::number);
                yield new AnswerKind.Whole(least, inOrder(least, most));
            }
            case DECIMAL -> {
                BigDecimal least = number("min");
                yield new AnswerKind.Decimal(least, inOrder(least, number("max")), decimals());
            }
            case AMOUNT -> {
                BigDecimal least = number("min");
                yield new AnswerKind.Amount(units(), least, inOrder(least, number("max")), decimals());
            }
            case DAY -> {
                LocalDate least = bound("min", Value.Day.class, Value.Day::day);
                LocalDate most = bound("max", Value.Day.class, Value.Day::day);
                outOfOrder(least != null && most != null && most.isBefore(least));
                yield new AnswerKind.Day(least, most);
            }
            case MOMENT -> {
                OffsetDateTime least = bound("min", Value.Moment.class, Value.Moment::at);
                OffsetDateTime most = bound("max", Value.Moment.class, Value.Moment::at);
                outOfOrder(least != null && most != null && most.isBefore(least));
                yield new AnswerKind.Moment(least, most);
            }
            case TIME -> {
                LocalTime least = bound("min", Value.Clock.class, Value.Clock::time);
                LocalTime most = bound("max", Value.Clock.class, Value.Clock::time);
                outOfOrder(least != null && most != null && most.isBefore(least));
                yield new AnswerKind.Clock(least, most);
            }
            case CHOICE -> choice();
            case LINK -> new AnswerKind.Link();
            case ATTACHMENT -> attachment();
            case SIGNATURE -> new AnswerKind.Signature();
            case GROUP, DISPLAY -> null;
        };
    }

    private AnswerKind words() {
        Integer least =
                empty("minLength") ? null : Integer.valueOf(typed.number("minLength", 1, LONGEST_ANSWER, "characters"));
        Integer most =
                empty("maxLength") ? null : Integer.valueOf(typed.number("maxLength", 1, LONGEST_ANSWER, "characters"));
        if (least != null && most != null && most < least) {
            typed.wrong("maxLength", "Enter at least as many as the least");
        }
        String regex = typed.line("regex", LONGEST_REGEX);
        if (AnswerPattern.of(regex).isEmpty()) {
            typed.wrong(
                    "regex",
                    "This is no regular expression that can be used: look-arounds and back references can't, "
                            + "nor what repeats more than 1,000 times");
        }
        String example = typed.line("example", 100);
        return new AnswerKind.Words(
                form.kind() == ItemKind.LINES,
                least,
                most,
                regex.isEmpty() ? null : regex,
                example.isEmpty() ? null : example);
    }

    private AnswerKind.@Nullable Choice choice() {
        List<Option> options = new OptionRows(form, typed, stored).read();
        if (options.isEmpty()) {
            typed.wrong("more", "Enter at least one answer to choose");
            return null;
        }
        if (typed.ticked("repeats") || options.stream().filter(Option::initial).count() <= 1) {
            return new AnswerKind.Choice(
                    options,
                    typed.ticked("open"),
                    form.text("shown").equals("list") && !typed.ticked("repeats")
                            ? AnswerKind.Choice.Shown.LIST
                            : AnswerKind.Choice.Shown.RADIO);
        }
        typed.wrong("options", "Tick one answer only as chosen from the start, or allow several answers");
        return null;
    }

    private AnswerKind attachment() {
        Long bytes = null;
        if (!empty("megabytes")) {
            BigDecimal megabytes = ValueText.number(form.text("megabytes")).orElse(null);
            if (megabytes == null || megabytes.signum() <= 0 || megabytes.compareTo(BigDecimal.valueOf(100)) > 0) {
                typed.wrong("megabytes", "Enter a number up to 100");
            } else {
                bytes = megabytes.multiply(MEGABYTE).longValue();
            }
        }
        Set<String> types = new LinkedHashSet<>();
        for (String line : form.text("types").lines().map(String::strip).toList()) {
            if (!line.isEmpty() && !MEDIA_TYPE.matcher(line).matches()) {
                typed.wrong("types", "Enter media types, one on each line, like image/jpeg or application/pdf");
            } else if (!line.isEmpty()) {
                types.add(line);
            }
        }
        var kind = new AnswerKind.Attachment(bytes, types);
        if (!typed.isFaulty("types") && FileType.sent().noneMatch(type -> kind.takes(type.mediaType()))) {
            typed.wrong(
                    "types", "Enter at least one kind that can be sent: PDF, JPEG, PNG, text, Word or OpenDocument");
        }
        return kind;
    }

    private List<AnswerKind.Unit> units() {
        var units = new ArrayList<AnswerKind.Unit>();
        for (String line : typed.lines("units", 1000).lines().toList()) {
            if (!line.isBlank()) {
                units.add(storedUnits().stream()
                        .filter(unit -> unit.display().equals(line))
                        .findFirst()
                        .orElseGet(() -> new AnswerKind.Unit(null, null, line)));
            }
        }
        return units;
    }

    private List<AnswerKind.Unit> storedUnits() {
        return stored instanceof Item.Question question && question.kind() instanceof AnswerKind.Amount amount
                ? amount.units()
                : List.of();
    }

    private @Nullable BigDecimal number(String field) {
        if (empty(field)) {
            return null;
        }
        BigDecimal number = ValueText.number(form.text(field)).orElse(null);
        if (number == null) {
            typed.wrong(field, "Enter a number, like 12.5");
        }
        return number;
    }

    private @Nullable Integer decimals() {
        return empty("decimals") ? null : Integer.valueOf(typed.number("decimals", 0, 9, "decimal places"));
    }

    private <V, T> @Nullable T bound(String field, Class<V> type, Function<V, T> of) {
        if (empty(field)) {
            return null;
        }
        Value value = ValueText.read(form.kind(), form.text(field)).orElse(null);
        if (type.isInstance(value)) {
            return of.apply(type.cast(value));
        }
        if (!typed.isFaulty(field)) {
            typed.wrong(field, "Enter " + ValueText.like(form.kind()));
        }
        return null;
    }

    private <T extends Comparable<T>> @Nullable T inOrder(@Nullable T least, @Nullable T most) {
        outOfOrder(most != null && least != null && most.compareTo(least) < 0);
        return most;
    }

    private void outOfOrder(boolean wrong) {
        if (wrong) {
            typed.wrong("max", "Enter at least as much as the least");
        }
    }

    private boolean empty(String field) {
        return form.text(field).isBlank();
    }
}
