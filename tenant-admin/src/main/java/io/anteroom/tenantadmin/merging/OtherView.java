package io.anteroom.tenantadmin.merging;

import io.anteroom.clinic.patient.PatientRow;
import io.anteroom.webkit.Pagination;
import java.util.List;

/**
 * The records to choose the other one from.
 *
 * @param record the address of the record one comes from
 * @param name its patient
 * @param typed what was searched for
 * @param rows what was found, without that record
 * @param pages the way through the pages
 */
public record OtherView(
        String record, String name, String typed, List<PatientRow> rows, Pagination pages, String country) {

    /** Copies the rows. */
    public OtherView {
        rows = List.copyOf(rows);
    }

    /** Where the two are compared. */
    public String url(PatientRow row) {
        return record + "/merge/" + row.id();
    }
}
