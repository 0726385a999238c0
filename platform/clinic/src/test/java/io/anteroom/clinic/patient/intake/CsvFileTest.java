package io.anteroom.clinic.patient.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.patient.intake.CsvFile.Reading;
import io.anteroom.clinic.patient.intake.CsvFile.Row;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    private static final String TABLE = "Name,Born\nJürgen,1980-03-27\n";

    @Test
    void theFirstRowNamesTheColumns() {
        CsvFile file = read(TABLE);

        assertThat(file.header()).containsExactly("Name", "Born");
        assertThat(file.rows()).containsExactly(new Row(2, List.of("Jürgen", "1980-03-27")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void theEncodingIsFoundOut(String charset) {
        assertThat(fine(CsvFile.read(TABLE.getBytes(Charset.forName(charset)), "GB"))
                        .rows())
                .containsExactly(new Row(2, List.of("Jürgen", "1980-03-27")));
    }

    @Test
    void aMarkInFrontIsNoPartOfTheFirstName() {
        assertThat(read("\ufeff" + TABLE).header()).containsExactly("Name", "Born");
    }

    @Test
    void aJapaneseSpreadsheetIsReadAsOne() {
        byte[] bytes = "姓,名\n山田,太郎\n".getBytes(Charset.forName("windows-31j"));

        assertThat(fine(CsvFile.read(bytes, "JP")).rows()).containsExactly(new Row(2, List.of("山田", "太郎")));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theDelimiterIsTheOneThatCutsEvenly(String delimiter) {
        String table = """
                Name~Note
                "Smith, Anna; Mrs"~first
                "Jones, Bob; Mr"~second
                """;

        CsvFile file = read(table.replace("~", delimiter));

        assertThat(file.delimiter()).isEqualTo(delimiter.charAt(0));
        assertThat(file.header()).containsExactly("Name", "Note");
        assertThat(file.rows().getFirst().cells()).containsExactly("Smith, Anna; Mrs", "first");
    }

    @Test
    void quotedCellsMayHoldAnything() {
        String table = """
                Name,Note
                "Smith, Anna","two
                lines, and ""quotes\"""
                """;

        assertThat(read(table).rows())
                .containsExactly(new Row(2, List.of("Smith, Anna", "two\nlines, and \"quotes\"")));
    }

    @Test
    void rowsAreCountedAsASpreadsheetDoes() {
        assertThat(read("Name,Born\n\n,,\nAnna,1980\n").rows())
                .extracting(Row::line)
                .containsExactly(4);
    }

    @Test
    void shortRowsAreFilledAndNamelessColumnsNamed() {
        CsvFile file = read("Name,\nAnna\nBob,x,y\n");

        assertThat(file.header()).containsExactly("Name", "Column 2", "Column 3");
        assertThat(file.rows())
                .extracting(Row::cells)
                .containsExactly(List.of("Anna", "", ""), List.of("Bob", "x", "y"));
    }

    @Test
    void anApostropheThatKeptANumberFromBeingAFormulaIsTakenOff() {
        assertThat(read("Name,Mobile\nO'Brien,'+447400123456\n")
                        .rows()
                        .getFirst()
                        .cells())
                .containsExactly("O'Brien", "+447400123456");
    }

    @Test
    void whatCannotBeTakenIsRefusedWithAReason() {
        assertThat(refused("Name,Born\n".getBytes(StandardCharsets.UTF_8))).isEqualTo(FileRefusal.NO_ROWS);
        assertThat(refused("Name,Born\n\"Anna,1980\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(FileRefusal.BROKEN_QUOTES);
        assertThat(refused(new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0, 8, 0, 0, 0, 33}))
                .isEqualTo(FileRefusal.NOT_TEXT);
        assertThat(refused(("Name\n" + "Anna\n".repeat(10_001)).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(FileRefusal.TOO_MANY_ROWS);
        assertThat(refused(("x,".repeat(100) + "\n" + "x,".repeat(100)).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(FileRefusal.TOO_MANY_COLUMNS);
    }

    @Test
    void tenThousandRowsAreTaken() {
        assertThat(read("Name\n" + "Anna\n".repeat(10_000)).rows()).hasSize(10_000);
    }

    private static CsvFile read(String text) {
        return fine(CsvFile.read(text.getBytes(StandardCharsets.UTF_8), "GB"));
    }

    private static CsvFile fine(Reading reading) {
        return ((Reading.Fine) reading).file();
    }

    private static FileRefusal refused(byte[] bytes) {
        return ((Reading.Refused) CsvFile.read(bytes, "GB")).why();
    }
}
