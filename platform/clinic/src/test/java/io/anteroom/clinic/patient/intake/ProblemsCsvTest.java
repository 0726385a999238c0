package io.anteroom.clinic.patient.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsCsvTest {

    private static final List<StagedRow> ROWS = List.of(
            new StagedRow(
                    2, List.of("=HYPERLINK(\"http://evil.example\")", "+447400123456", "-1", "@x"), List.of("A", "B")),
            new StagedRow(7, List.of("O'Brien", "a,b", "", "x"), List.of()));

    @Test
    void nothingInItIsAFormula() {
        String csv = ProblemsCsv.write(List.of("=a", "b", "c", "d"), ',', ROWS);

        assertThat(csv.lines())
                .containsExactly(
                        "\ufeff'=a,b,c,d,Line,Problem",
                        "\"'=HYPERLINK(\"\"http://evil.example\"\")\",'+447400123456,'-1,'@x,2,A; B",
                        "O'Brien,\"a,b\",,x,7,");
    }

    @Test
    void mendedAndBroughtAgainItHoldsTheSameCells() {
        String csv = ProblemsCsv.write(List.of("a", "b", "c", "d"), ';', ROWS);

        CsvFile again = ((CsvFile.Reading.Fine) CsvFile.read(csv.getBytes(StandardCharsets.UTF_8), "GB")).file();

        assertThat(again.delimiter()).isEqualTo(';');
        assertThat(again.rows())
                .extracting(row -> row.cells().subList(0, 4))
                .containsExactly(ROWS.get(0).cells(), ROWS.get(1).cells());
    }
}
