package io.anteroom.clinic.patient.intake;

import java.util.List;

/**
 * A row of the file and what was found about it.
 *
 * @param line where it stands in the file, the header being 1
 * @param cells as they came
 * @param problems in plain words, each with the field it is about
 */
public record StagedRow(int line, List<String> cells, List<String> problems) {

    /** Names no content: it is personal. */
    @Override
    public String toString() {
        return "StagedRow[" + line + "]";
    }
}
