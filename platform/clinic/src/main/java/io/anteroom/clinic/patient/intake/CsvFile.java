package io.anteroom.clinic.patient.intake;

import io.anteroom.clinic.patient.intake.TextEncoding.Decoded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table of text as spreadsheets write it (RFC 4180, with commas, semicolons or tabs).
 *
 * @param header the names of the columns, each named
 * @param rows the rows that are not empty, each with as many cells as the header
 */
record CsvFile(String charset, char delimiter, List<String> header, List<Row> rows) {

    static final int MOST_ROWS = 10_000;
    private static final int MOST_COLUMNS = 100;
    private static final int LONGEST_CELL = 2_000;
    private static final int LINES_LOOKED_AT = 20;
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

    /**
     * A row of cells.
     *
     * @param line where it stands in the file as a spreadsheet counts, the header being 1
     */
    record Row(int line, List<String> cells) {}

    /** What came of reading a file. */
    sealed interface Reading {

        /** It is a table. */
        record Fine(CsvFile file) implements Reading {}

        /** It is not one we can take. */
        record Refused(FileRefusal why) implements Reading {}
    }

    static Reading read(byte[] bytes, String country) {
        Optional<Decoded> decoded = TextEncoding.decode(bytes, country);
        if (decoded.isEmpty() || looksBinary(decoded.get().text())) {
            return new Reading.Refused(FileRefusal.NOT_TEXT);
        }
        try {
            return read(decoded.get());
        } catch (IOException | UncheckedIOException brokenQuotes) {
            return new Reading.Refused(FileRefusal.BROKEN_QUOTES);
        }
    }

    private static Reading read(Decoded decoded) throws IOException {
        char delimiter = delimiter(decoded.text());
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = parser(decoded.text(), delimiter)) {
            for (CSVRecord row : parser) {
                if (rows.size() > MOST_ROWS) {
                    return new Reading.Refused(FileRefusal.TOO_MANY_ROWS);
                }
                List<String> cells = row.stream().map(CsvFile::cell).toList();
                if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                    rows.add(new Row((int) row.getRecordNumber(), cells));
                }
            }
        }
        if (rows.size() < 2) {
            return new Reading.Refused(FileRefusal.NO_ROWS);
        }
        List<String> names = rows.removeFirst().cells();
        int width = Math.max(
                names.size(),
                rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0));
        if (width > MOST_COLUMNS) {
            return new Reading.Refused(FileRefusal.TOO_MANY_COLUMNS);
        }
        return new Reading.Fine(new CsvFile(
                decoded.charset(),
                delimiter,
                header(names, width),
                rows.stream().map(row -> widened(row, width)).toList()));
    }

    private static CSVParser parser(String text, char delimiter) throws IOException {
        return CSVParser.parse(
                text, CSVFormat.RFC4180.builder().setDelimiter(delimiter).get());
    }

    /** The one that cuts the first lines into the most cells, evenly. */
    private static char delimiter(String text) {
        String start = text.lines().limit(LINES_LOOKED_AT).collect(java.util.stream.Collectors.joining("\n"));
        return DELIMITERS.stream()
                .max(java.util.Comparator.comparingInt(delimiter -> evenCells(start, delimiter)))
                .orElse(',');
    }

    private static int evenCells(String start, char delimiter) {
        try (CSVParser parser = parser(start, delimiter)) {
            List<Integer> widths = new ArrayList<>();
            for (CSVRecord row : parser) {
                widths.add(row.size());
            }
            int first = widths.isEmpty() ? 0 : widths.getFirst();
            return first < 2 ? 0 : first * Collections.frequency(widths, first);
        } catch (IOException | UncheckedIOException brokenQuotes) {
            return 0;
        }
    }

    /** An apostrophe in front of what a spreadsheet would take for a formula is its way to say that it is text. */
    private static String cell(String raw) {
        String text = raw.replace("\u0000", "").strip();
        String plain = text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
        return plain.length() <= LONGEST_CELL ? plain : plain.substring(0, LONGEST_CELL);
    }

    private static List<String> header(List<String> names, int width) {
        return IntStream.range(0, width)
                .mapToObj(i ->
                        i < names.size() && !names.get(i).isEmpty() ? shortened(names.get(i)) : "Column " + (i + 1))
                .toList();
    }

    private static String shortened(String name) {
        return name.length() <= 100 ? name : name.substring(0, 100);
    }

    private static Row widened(Row row, int width) {
        return new Row(
                row.line(),
                Stream.concat(
                                row.cells().stream(),
                                Collections.nCopies(width - row.cells().size(), "").stream())
                        .toList());
    }

    private static boolean looksBinary(String text) {
        return text.startsWith("PK\u0003\u0004")
                || text.startsWith("%PDF")
                || text.chars().limit(1_000).anyMatch(letter -> letter < 0x09);
    }
}
