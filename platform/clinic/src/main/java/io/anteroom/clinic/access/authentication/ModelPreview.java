package io.anteroom.clinic.access.authentication;

import io.anteroom.clinic.access.Holder;
import java.util.List;

/**
 * Who would be affected by another account model.
 *
 * @param accounts how many accounts open any record
 * @param patients how many records are open to any account
 * @param manyRecords the accounts that open more records than it allows
 * @param manyAccounts the records that are open to more accounts than it allows
 */
public record ModelPreview(long accounts, long patients, Part<Opens> manyRecords, Part<OpenTo> manyAccounts) {

    /** How many are on a page of either list. */
    public static final int PAGE_SIZE = 50;

    /** Whether it can't be switched to. */
    public boolean contradicted() {
        return manyRecords.total() + manyAccounts.total() > 0;
    }

    /**
     * A page of a list.
     *
     * @param total how many there are on all pages
     * @param number which page it is, from 1
     */
    public record Part<T>(long total, int number, List<T> rows) {

        /** Copies the rows. */
        public Part {
            rows = List.copyOf(rows);
        }

        static <T> Part<T> none() {
            return new Part<>(0, 1, List.of());
        }
    }

    /**
     * An account and the records it opens.
     *
     * @param name whose account it is
     * @param records by name, the first twenty of them
     * @param total how many there are
     */
    public record Opens(String name, List<Holder> records, long total) {

        /** Copies the records. */
        public Opens {
            records = List.copyOf(records);
        }
    }

    /**
     * A record and who opens it.
     *
     * @param accounts the names, the first twenty of them
     * @param total how many there are
     */
    public record OpenTo(Holder record, List<String> accounts, long total) {

        /** Copies the names. */
        public OpenTo {
            accounts = List.copyOf(accounts);
        }
    }
}
