package io.anteroom.clinic.document;

import java.time.Duration;

/**
 * How much one account may send in a day. What was taken back counts too.
 *
 * @param documents how many
 * @param bytes of how many bytes together
 */
record DocumentLimits(int documents, long bytes) {

    static final Duration DAY = Duration.ofHours(24);

    static final DocumentLimits A_DAY = new DocumentLimits(30, 150L * 1024 * 1024);

    /** What was sent within a day. */
    record Sent(int documents, long bytes) {}

    boolean reached(Sent sent) {
        return sent.documents() >= documents || sent.bytes() >= bytes;
    }
}
