package io.anteroom.tenantadmin.access;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.credential.PatientAccess;
import io.anteroom.clinic.access.invitation.WindowSaved;

/**
 * That somebody else saved while this draft was made.
 *
 * @param email what is there now, in words
 * @param mobile the same
 */
public record DraftConflict(String who, String when, String email, String mobile) {

    static DraftConflict of(WindowSaved.Meanwhile meanwhile, PatientAccess now) {
        return new DraftConflict(
                meanwhile.who(),
                Words.moment(meanwhile.when()),
                there(now, CredentialChannel.EMAIL),
                there(now, CredentialChannel.MOBILE));
    }

    private static String there(PatientAccess now, CredentialChannel channel) {
        return now.credential(channel).map(Words::address).orElse("none");
    }
}
