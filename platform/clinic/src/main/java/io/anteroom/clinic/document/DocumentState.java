package io.anteroom.clinic.document;

/** Where a document stands. Names are stored. */
public enum DocumentState {
    /** Nobody has decided about it. */
    WAITING,
    /** It is on the record. */
    FILED,
    /** The clinic doesn't want it; its file is gone. */
    REFUSED,
    /** Who sent it took it back before it was looked at; its file is gone, and nobody sees it any more. */
    TAKEN_BACK
}
