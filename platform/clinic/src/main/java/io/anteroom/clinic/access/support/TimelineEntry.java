package io.anteroom.clinic.access.support;

import io.anteroom.clinic.access.CredentialChannel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened while a patient signed in or was signed in.
 *
 * @param at when
 * @param what what happened
 * @param channel how the code was to travel, or null where it isn't about a code
 * @param detail of a session what the browser calls itself, and how it signed in; of a passkey its name; of a message why it failed; of an act of staff who it was;
 *     else null
 * @param wrongEntries how often something else was entered than the code, 0 to 3; of passwords and printed codes, how
 *     often in a row
 */
public record TimelineEntry(
        Instant at,
        What what,
        @Nullable CredentialChannel channel,
        @Nullable String detail,
        int wrongEntries) {

    /** What can happen. */
    public enum What {
        /** A code was asked for and the worker has not come to it. */
        CODE_ASKED,
        /** A code was made and put into the outbox. */
        CODE_SENT,
        /** A code was asked for, but the address signed nobody in at the time. */
        CODE_UNKNOWN,
        /** A code was asked for, but a cap on messages was reached. */
        CODE_CAPPED,
        /** A code was asked for, but its time was over before it could be sent. */
        CODE_LATE,
        /** The mail server or gateway took the message with a code. */
        MESSAGE_SENT,
        /** The mail server or gateway refused it, or could not be reached in time. */
        MESSAGE_FAILED,
        /** It was not sent, since the code could not be entered any more. */
        MESSAGE_DROPPED,
        /** A code that opens clinical records was made and put into the outbox. */
        UNLOCK_CODE_SENT,
        /** The mail server or gateway took the message with it. */
        UNLOCK_MESSAGE_SENT,
        /** The mail server or gateway refused that, or could not be reached in time. */
        UNLOCK_MESSAGE_FAILED,
        /** It was not sent, since the code could not be entered any more. */
        UNLOCK_MESSAGE_DROPPED,
        /** Clinical records were opened with such a code. */
        RECORDS_OPENED,
        /** Staff had a code sent again. */
        SIGN_IN_CODE_SENT_AGAIN,
        /** Staff lifted a lock. */
        SIGN_IN_UNLOCKED,
        /** Ten wrong codes in a row locked the address. */
        LOCKED,
        /** Wrong passwords were entered since the last right one. */
        PASSWORD_WRONG,
        /** Ten wrong passwords in a row locked the address to passwords. */
        PASSWORD_LOCKED,
        /** A right code was entered, and the password asked for that goes with it. */
        PASSWORD_ASKED,
        /** Wrong passwords were entered after a right code, since the last right one. */
        STEP_WRONG,
        /** Ten wrong passwords after a right code locked the account for a while. */
        STEP_LOCKED,
        /** Wrong printed codes were entered since the last right one. */
        PRINTED_WRONG,
        /** Ten wrong printed codes in a row locked the address to them. */
        PRINTED_LOCKED,
        /** A passkey was refused, since there may be two of it. */
        PASSKEY_REFUSED,
        /** A passkey was named, and what came with it was not signed by it, or not for this portal. */
        PASSKEY_WRONG,
        /** A browser signed in. */
        SIGNED_IN,
        /** The person signed out. */
        SIGNED_OUT,
        /** The person ended the session from another browser. */
        ENDED_BY_PATIENT,
        /** Staff ended the session. */
        ENDED_BY_STAFF,
        /** The session ended with its credential. */
        CREDENTIAL_REMOVED,
        /** The session ended with the account. */
        ACCOUNT_CLOSED,
        /** The session ended when the portal was switched off. */
        PORTAL_OFF
    }
}
