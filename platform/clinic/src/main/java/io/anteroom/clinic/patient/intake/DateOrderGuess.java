package io.anteroom.clinic.patient.intake;

import io.anteroom.clinic.patient.DateOrder;
import io.anteroom.clinic.patient.PatientField;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guesses from a file's own dates in which order they are written; staff see the guess and can change it. */
final class DateOrderGuess {

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,4})[./\\- ](\\d{1,2})[./\\- ](\\d{1,4}).*");
    private static final int LAST_MONTH = 12;

    private DateOrderGuess() {}

    static DateOrder of(CsvFile file, ColumnMapping mapping, String country) {
        int column = mapping.fields().indexOf(Optional.of(PatientField.BIRTH_DATE));
        return column < 0
                ? DateOrder.of(country)
                : tellTale(file.rows().stream()
                                .map(row -> row.cells().get(column))
                                .toList())
                        .orElse(DateOrder.of(country));
    }

    private static Optional<DateOrder> tellTale(List<String> dates) {
        return dates.stream()
                .map(NUMBERS::matcher)
                .filter(Matcher::matches)
                .flatMap(date -> order(date).stream())
                .findFirst();
    }

    private static Optional<DateOrder> order(Matcher date) {
        if (date.group(1).length() == 4) {
            return Optional.of(DateOrder.YEAR_MONTH_DAY);
        }
        if (Integer.parseInt(date.group(1)) > LAST_MONTH) {
            return Optional.of(DateOrder.DAY_MONTH_YEAR);
        }
        return Integer.parseInt(date.group(2)) > LAST_MONTH ? Optional.of(DateOrder.MONTH_DAY_YEAR) : Optional.empty();
    }
}
