package io.anteroom.clinic.questionnaire.review;

import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Answers as staff read them, on pages and papers. */
public final class AnswerWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    private AnswerWords() {}

    /** Several on a line each; empty where there is none. */
    public static String of(List<Value> values) {
        return values.stream().map(AnswerWords::of).collect(Collectors.joining("\n"));
    }

    /** One of them. */
    public static String of(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Flag(boolean yes) -> yes ? "Yes" : "No";
            case Value.Whole(int number) -> Integer.toString(number);
            case Value.Decimal(BigDecimal number) -> number.toPlainString();
            case Value.Day(LocalDate day) -> DAY.format(day);
            case Value.Moment moment ->
                MOMENT.format(moment.at().atZoneSameInstant(CurrentTenant.get().zone()));
            case Value.Clock(LocalTime time) -> TIME.format(time);
            case Value.Coded coded -> coded.display();
            case Value.Amount amount ->
                amount.unit() == null
                        ? amount.number().toPlainString()
                        : amount.number().toPlainString() + " " + amount.unit();
            case Value.Link(String address) -> address;
            case Value.Attached file -> file.name() + " (" + size(file.bytes()) + ")";
            case Value.Signed signed ->
                signed.name()
                        + (signed.drawing() == null ? ", signed " : ", signed with a drawing ")
                        + MOMENT.format(signed.at().atZone(CurrentTenant.get().zone()));
        };
    }

    /** A decimal megabyte or kilobyte, as file managers say it. */
    private static String size(long bytes) {
        return bytes >= 1_000_000 ? Math.round(bytes / 1e5) / 10.0 + " MB" : Math.max(1, bytes / 1000) + " kB";
    }
}
