package io.anteroom.clinic.patient;

import java.util.List;

/**
 * A page of a list of patients.
 *
 * @param number which page, from 1
 * @param total how many patients the whole list has
 */
public record PatientPage(List<PatientRow> rows, int number, long total) {

    /** How many rows a page has. */
    public static final int SIZE = 50;
}
