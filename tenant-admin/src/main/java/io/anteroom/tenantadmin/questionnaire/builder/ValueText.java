package io.anteroom.tenantadmin.questionnaire.builder;

import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Values as staff type them in a form, and back. */
final class ValueText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,9})?");

    private ValueText() {}

    /** As it is typed. */
    static String of(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Flag(boolean yes) -> yes ? "yes" : "no";
            case Value.Whole(int number) -> Integer.toString(number);
            case Value.Decimal(BigDecimal number) -> number.toPlainString();
            case Value.Day(LocalDate day) -> day.toString();
            case Value.Moment moment ->
                MOMENT.format(moment.at().atZoneSameInstant(CurrentTenant.get().zone()));
            case Value.Clock(LocalTime time) -> TIME.format(time);
            case Value.Coded coded -> coded.display();
            case Value.Amount amount -> amount.number().toPlainString();
            case Value.Link(String address) -> address;
            case Value.Attached file -> file.name();
            case Value.Signed signed -> signed.name();
        };
    }

    /** What was typed for an item of that kind; nothing where it is none of its values. */
    static Optional<Value> read(ItemKind kind, String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return switch (kind) {
                case LINE, LINES -> Optional.of(new Value.Text(text));
                case YES_NO ->
                    switch (text.toLowerCase(Locale.ROOT)) {
                        case "yes" -> Optional.of(new Value.Flag(true));
                        case "no" -> Optional.of(new Value.Flag(false));
                        default -> Optional.empty();
                    };
                case WHOLE -> Optional.of(new Value.Whole(Integer.parseInt(text)));
                case DECIMAL -> number(text).map(Value.Decimal::new);
                case AMOUNT -> number(text).map(number -> new Value.Amount(number, null, null, null));
                case DAY -> Optional.of(new Value.Day(LocalDate.parse(text)));
                case MOMENT ->
                    Optional.of(new Value.Moment(LocalDateTime.parse(text.replace('T', ' '), MOMENT)
                            .atZone(CurrentTenant.get().zone())
                            .toOffsetDateTime()));
                case TIME -> Optional.of(new Value.Clock(LocalTime.parse(text)));
                case LINK -> Optional.of(new Value.Link(text));
                case CHOICE, ATTACHMENT, SIGNATURE, GROUP, DISPLAY -> Optional.empty();
            };
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    static Optional<BigDecimal> number(String typed) {
        String text = typed.strip();
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** How a value of that kind is typed, to say so when it wasn't. */
    static String like(ItemKind kind) {
        return switch (kind) {
            case YES_NO -> "yes or no";
            case WHOLE -> "a whole number, like 12";
            case DECIMAL, AMOUNT -> "a number, like 12.5";
            case DAY -> "a date, like 2026-11-23";
            case MOMENT -> "a date and time, like 2026-11-23 14:30";
            case TIME -> "a time, like 14:30";
            case LINK -> "a web address";
            default -> "a text";
        };
    }
}
