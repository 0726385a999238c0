package io.anteroom.clinic.access.authentication;

/** What came of switching the account model. */
public sealed interface Switching {

    /** It holds now. */
    record Switched() implements Switching {}

    /** It held already. */
    record NothingNew() implements Switching {}

    /** Nothing was switched: somebody else switched to another model since the page was opened. */
    record Meanwhile() implements Switching {}

    /** Nothing was switched: accounts or records contradict it. */
    record Contradicted() implements Switching {}
}
