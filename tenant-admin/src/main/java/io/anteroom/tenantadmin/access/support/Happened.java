package io.anteroom.tenantadmin.access.support;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.support.TimelineEntry;
import org.jspecify.annotations.Nullable;

/** What happened at sign-in, in words. */
final class Happened {

    private Happened() {}

    static String words(TimelineEntry entry) {
        return switch (entry.what()) {
            case CODE_ASKED -> "Asked for a code by " + way(entry.channel()) + "; it is being made";
            case CODE_SENT -> "Asked for a code by " + way(entry.channel()) + wrong(entry);
            case CODE_UNKNOWN ->
                "Asked for a code by " + way(entry.channel()) + "; none was sent, since the address wasn’t set yet";
            case CODE_CAPPED ->
                "Asked for a code by " + way(entry.channel())
                        + "; none was sent, since too many were sent in that hour";
            case CODE_LATE -> "Asked for a code by " + way(entry.channel()) + "; it could not be sent in time";
            case MESSAGE_SENT -> "The code was delivered to the " + carrier(entry.channel());
            case MESSAGE_FAILED -> "The code could not be delivered" + because(entry.detail());
            case MESSAGE_DROPPED -> "The code was not sent: it could not be used any more";
            case UNLOCK_CODE_SENT ->
                "Asked for a code by " + way(entry.channel()) + " to open clinical records" + wrong(entry);
            case UNLOCK_MESSAGE_SENT ->
                "The code for clinical records was delivered to the " + carrier(entry.channel());
            case UNLOCK_MESSAGE_FAILED ->
                "The code for clinical records could not be delivered" + because(entry.detail());
            case UNLOCK_MESSAGE_DROPPED -> "The code for clinical records was not sent: it could not be used any more";
            case RECORDS_OPENED -> "Opened clinical records in " + entry.detail();
            case SIGN_IN_CODE_SENT_AGAIN -> entry.detail() + " had the code sent again";
            case SIGN_IN_UNLOCKED -> entry.detail() + " lifted the lock after ten wrong tries in a row";
            case LOCKED -> "Locked for a while after ten wrong codes in a row";
            case PASSWORD_WRONG -> "Entered a wrong password" + times(entry);
            case PASSWORD_LOCKED ->
                "Entered a wrong password" + times(entry)
                        + "; passwords were locked for a while, and a code still gets in";
            case PASSWORD_ASKED ->
                "Entered the right code by " + way(entry.channel()) + ", and was asked for the password";
            case STEP_WRONG -> "Entered a wrong password after a right code" + times(entry);
            case STEP_LOCKED ->
                "Entered a wrong password after a right code" + times(entry) + "; it was locked for a while";
            case PRINTED_WRONG -> "Entered a wrong printed code" + times(entry);
            case PRINTED_LOCKED ->
                "Printed codes were locked for a while after ten wrong ones in a row; a code that is sent still gets in";
            case PASSKEY_REFUSED ->
                "The passkey ‘" + entry.detail()
                        + "’ was refused: there may be a copy of it. Remove it with the patient";
            case PASSKEY_WRONG ->
                "What the passkey ‘" + entry.detail() + "’ should have signed was not right; it let nobody in";
            case SIGNED_IN -> "Signed in with " + entry.detail();
            case SIGNED_OUT -> "Signed out of " + entry.detail();
            case ENDED_BY_PATIENT -> "Ended the session of " + entry.detail();
            case ENDED_BY_STAFF -> "Staff ended the session of " + entry.detail();
            case CREDENTIAL_REMOVED -> "Session of " + entry.detail() + " ended: its credential was removed";
            case ACCOUNT_CLOSED -> "Session of " + entry.detail() + " ended: the account was closed";
            case PORTAL_OFF -> "Session of " + entry.detail() + " ended: the portal was switched off";
        };
    }

    private static String way(@Nullable CredentialChannel channel) {
        return channel == CredentialChannel.MOBILE ? "text message" : "email";
    }

    private static String carrier(@Nullable CredentialChannel channel) {
        return channel == CredentialChannel.MOBILE ? "phone network" : "mail server";
    }

    private static String because(@Nullable String reason) {
        return reason == null ? "" : ": " + reason;
    }

    private static String times(TimelineEntry entry) {
        return entry.wrongEntries() == 1 ? "" : ", " + entry.wrongEntries() + " times since the last right one";
    }

    private static String wrong(TimelineEntry entry) {
        return switch (entry.wrongEntries()) {
            case 0 -> "";
            case 1 -> "; a wrong code was entered once";
            case 2 -> "; a wrong code was entered twice";
            default -> "; burned after three wrong entries";
        };
    }
}
