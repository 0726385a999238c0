package io.anteroom.clinic.document;

/**
 * Which documents staff want to see.
 *
 * @param show of which state
 * @param search part of a patient's or a file's name, perhaps empty
 * @param page from 1 on
 */
public record DocumentQuery(Show show, String search, int page) {

    /** Documents on a page. */
    public static final int PAGE_SIZE = 50;

    /** Groups of documents. */
    public enum Show {
        /** Nobody has decided about them. */
        WAITING,
        /** They are on a record. */
        FILED,
        /** They were refused. */
        REFUSED
    }
}
