package io.anteroom.clinic.record.reading;

import io.anteroom.clinic.access.session.VisiblePatient;
import java.util.List;

/**
 * A page of a patient's entries of one kind.
 *
 * @param number how many there are on all pages
 */
public record SharedPage(VisiblePatient patient, List<SharedRow> rows, long number) {

    /** How many are on a page. */
    public static final int SIZE = 20;

    /** Copies the list. */
    public SharedPage {
        rows = List.copyOf(rows);
    }
}
