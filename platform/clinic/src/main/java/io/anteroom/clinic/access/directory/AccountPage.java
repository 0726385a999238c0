package io.anteroom.clinic.access.directory;

import java.util.List;

/**
 * A page of the list of accounts.
 *
 * @param number which page, from 1
 * @param total how many accounts the whole list has
 */
public record AccountPage(List<AccountRow> rows, int number, long total) {

    /** How many rows a page has. */
    public static final int SIZE = 50;
}
