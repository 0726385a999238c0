package io.anteroom.clinic.access.errand;

import io.anteroom.clinic.access.credential.Enrolled;

/** What came of running a {@link SignInErrand}. */
public sealed interface ErrandResult {

    /**
     * It was run, now or before.
     *
     * @param enrolled what the person signs in with from now on
     */
    record Done(Enrolled enrolled) implements ErrandResult {}

    /** The address signs somebody else in, or did; another address may still do. */
    record AddressTaken() implements ErrandResult {}

    /** It can't be run any more. */
    record Ended() implements ErrandResult {}
}
