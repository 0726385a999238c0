package io.anteroom.messaging;

import java.util.Locale;

/** Where a message stands. Everything but {@link #QUEUED} is final. */
public enum MessageState {
    /** Waiting for the worker, or for the next try. */
    QUEUED,
    /** Taken by the mail server or the SMS gateway. Whether it arrived nobody tells us. */
    SENT,
    /** Refused for good, or given up after the last try. */
    FAILED,
    /** Not sent, since what it says no longer held. */
    DROPPED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MessageState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
