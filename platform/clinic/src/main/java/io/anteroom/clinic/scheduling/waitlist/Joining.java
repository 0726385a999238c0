package io.anteroom.clinic.scheduling.waitlist;

/** The answer to somebody who wants to wait for a time. */
public sealed interface Joining {

    /** They wait, now or since the same form was sent before. */
    record Joined(WaitlistEntryId entry) implements Joining {}

    /** They wait for that service already; nothing was changed. */
    record Already(WaitlistEntryId entry) implements Joining {}

    /** They wait for as much as one can. */
    record TooMany(int most) implements Joining {}

    /** Nothing of the kind can be waited for by this person. */
    record NotOffered() implements Joining {}
}
