package io.anteroom.clinic.patient.intake;

import io.anteroom.clinic.patient.SpreadsheetText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The rows that were left out, as a file to mend and bring again: the columns as they came, and behind them the line and
 * what is wrong. What a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection).
 */
final class ProblemsCsv {

    /** Tells spreadsheets that the text is UTF-8. */
    private static final String MARK = "\ufeff";

    private ProblemsCsv() {}

    static String write(List<String> header, char delimiter, List<StagedRow> rows) {
        StringWriter text = new StringWriter().append(MARK);
        try (CSVPrinter csv = new CSVPrinter(
                text, CSVFormat.RFC4180.builder().setDelimiter(delimiter).get())) {
            csv.printRecord(line(header, "Line", "Problem"));
            for (StagedRow row : rows) {
                csv.printRecord(line(row.cells(), Integer.toString(row.line()), String.join("; ", row.problems())));
            }
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return text.toString();
    }

    private static List<String> line(List<String> cells, String number, String problem) {
        List<String> all =
                new ArrayList<>(cells.stream().map(SpreadsheetText::harmless).toList());
        all.add(number);
        all.add(SpreadsheetText.harmless(problem));
        return all;
    }
}
