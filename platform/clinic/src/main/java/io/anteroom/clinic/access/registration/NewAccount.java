package io.anteroom.clinic.access.registration;

import io.anteroom.clinic.access.credential.Enrolled;

/** What became of somebody who said who they are and proved an address. */
public sealed interface NewAccount {

    /** An account of limited access was opened. */
    record Opened(Enrolled enrolled) implements NewAccount {}

    /** The address signs in to an account that is there; nothing of what was said is kept. */
    record Known(Enrolled enrolled) implements NewAccount {}

    /** The address stands on a record and nobody ever proved it there: it lets nobody in, and the record says so. */
    record NotProved() implements NewAccount {}
}
