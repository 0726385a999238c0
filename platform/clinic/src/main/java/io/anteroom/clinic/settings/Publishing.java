package io.anteroom.clinic.settings;

/** What came of publishing. */
public sealed interface Publishing {

    /** Patients see it now. */
    record Published() implements Publishing {}

    /** There was nothing to publish. */
    record NothingNew() implements Publishing {}

    /** Nothing was published: somebody else saved another design meanwhile. */
    record Meanwhile() implements Publishing {}

    /**
     * A colour cannot be told from the page; it can stay a draft, but not be published.
     *
     * @param main what is wrong with the main colour, if it does not pass
     * @param accent what is wrong with the second colour, if it does not pass
     */
    record TooFaint(ContrastCheck main, ContrastCheck accent) implements Publishing {}
}
