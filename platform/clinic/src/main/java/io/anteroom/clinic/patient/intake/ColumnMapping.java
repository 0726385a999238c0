package io.anteroom.clinic.patient.intake;

import io.anteroom.clinic.patient.PatientField;
import io.anteroom.clinic.patient.PatientTexts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which column of a file goes into which field.
 *
 * @param fields per column the field, or nothing for a column that is left out
 */
public record ColumnMapping(List<Optional<PatientField>> fields) {

    /** These may be spread over several columns, whose texts become lines. */
    private static final Set<PatientField> OF_SEVERAL_COLUMNS = EnumSet.of(PatientField.ADDRESS);

    private static final Set<PatientField> NEEDED = EnumSet.of(PatientField.FAMILY_NAME, PatientField.BIRTH_DATE);

    /** Copies the list. */
    public ColumnMapping {
        fields = List.copyOf(fields);
    }

    /** A mapping from the codes of fields, where what is no code means that the column is left out. */
    public static ColumnMapping ofCodes(List<String> codes) {
        return new ColumnMapping(codes.stream().map(PatientField::ofCode).toList());
    }

    /** What a header seems to mean; each field is guessed once. */
    static ColumnMapping guess(List<String> header) {
        Set<PatientField> taken = EnumSet.noneOf(PatientField.class);
        List<Optional<PatientField>> guesses = new ArrayList<>();
        for (String name : header) {
            guesses.add(
                    HeaderWords.field(name).filter(field -> taken.add(field) || OF_SEVERAL_COLUMNS.contains(field)));
        }
        return new ColumnMapping(guesses);
    }

    /** What is wrong with it, in plain words; nothing if it can be used. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (PatientField field : PatientField.values()) {
            int times = Collections.frequency(fields, Optional.of(field));
            if (times == 0 && NEEDED.contains(field)) {
                problems.add("Choose the column that holds the " + lower(field));
            } else if (times > 1 && !OF_SEVERAL_COLUMNS.contains(field)) {
                problems.add("Choose one column for the " + lower(field) + ", not " + times);
            }
        }
        return problems;
    }

    /** The codes, empty for a column that is left out. */
    List<String> codes() {
        return fields.stream()
                .map(field -> field.map(PatientField::code).orElse(""))
                .toList();
    }

    /** What a row's cells say, field by field. */
    PatientTexts texts(List<String> cells) {
        Map<PatientField, String> texts = new EnumMap<>(PatientField.class);
        for (int column = 0; column < fields.size(); column++) {
            String cell = cells.get(column);
            fields.get(column)
                    .filter(_ -> !cell.isBlank())
                    .ifPresent(field -> texts.merge(field, cell, (above, below) -> above + "\n" + below));
        }
        return new PatientTexts(texts);
    }

    private static String lower(PatientField field) {
        return field.label().toLowerCase(java.util.Locale.ROOT);
    }
}
