package io.anteroom.clinic.billing;

/** What came of writing a draft anew. */
public sealed interface Revising {

    /** It says what was written. */
    record Revised() implements Revising {}

    /** Somebody changed it after it was looked at; nothing was written. */
    record Meanwhile() implements Revising {}

    /** It is not a draft any more. */
    record NotADraft() implements Revising {}
}
