package io.anteroom.clinic.access;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a clinic has decided about signing in (Settings > Patient Authentication).
 *
 * @param model how many records one account may open
 * @param oneAccountPerRecord whether a record is open to one account at most, in either model
 * @param codesTo where codes are sent, one or both: every other way in begins with a code
 * @param passwords whether a password may be set and used
 * @param shortPasswords whether a shorter one may be set that is asked for together with a code
 * @param passkeys whether passkeys may be added and used
 * @param selfRegistration whether strangers may open an account of limited access
 * @param elevation how long clinical records stay open after a fresh check, 5 to 60 minutes
 * @param session how long somebody stays signed in, 1 to 24 hours
 * @param patientsMayRevoke whether patients may end what others see of their own record
 * @param parents until what age of the child a parent's access holds
 */
public record AuthenticationSettings(
        AccountModel model,
        boolean oneAccountPerRecord,
        Set<CredentialChannel> codesTo,
        boolean passwords,
        boolean shortPasswords,
        boolean passkeys,
        boolean selfRegistration,
        Duration elevation,
        Duration session,
        boolean patientsMayRevoke,
        AgeRule parents) {

    /** Copies the channels. */
    public AuthenticationSettings {
        codesTo = Set.copyOf(codesTo);
        if (codesTo.isEmpty()) {
            throw new IllegalArgumentException("Codes have to go somewhere");
        }
    }

    /**
     * Until what age of the patient a parent's access holds: full, then limited, then over.
     *
     * @param limitedFrom the age in years, 1 to 25, from which on it is limited, or null if it never is
     * @param endsAt the age in years, 1 to 25 and above the other, at which it is over, or null if it never is
     */
    public record AgeRule(
            @Nullable Integer limitedFrom, @Nullable Integer endsAt) {

        /** Whether there is any such rule. */
        public boolean exists() {
            return limitedFrom != null || endsAt != null;
        }
    }
}
