package io.anteroom.clinic.document;

/** What came of deciding about a document. */
public sealed interface Reviewing {

    /** It is decided. */
    record Done(Document document) implements Reviewing {}

    /** Somebody decided before, or it was taken back. */
    record Before() implements Reviewing {}

    /** Its file waits for the scanner, and nobody files what nobody could look at. */
    record NotScanned() implements Reviewing {}

    /** Nobody has matched its sender with a record on which it could be filed. */
    record NoRecord() implements Reviewing {}
}
