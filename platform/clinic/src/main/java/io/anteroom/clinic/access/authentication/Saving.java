package io.anteroom.clinic.access.authentication;

/** What came of saving settings. */
public sealed interface Saving {

    /** They hold now. */
    record Saved() implements Saving {}

    /** They held already. */
    record NothingNew() implements Saving {}

    /** Nothing was saved: somebody else saved others since the form was opened. */
    record Meanwhile() implements Saving {}

    /** Nothing was saved: somebody would lose something, which has to be agreed to first. */
    record ToConfirm(Consequences consequences) implements Saving {}
}
