package io.anteroom.clinic.access.registration;

import io.anteroom.clinic.access.AccountOrigin;
import io.anteroom.clinic.access.Digests;
import java.util.HexFormat;

/**
 * What somebody said who wants an account, until the code is entered.
 *
 * @param origin where the person comes from
 */
record Draft(Applicant applicant, AccountOrigin origin) {

    /** Names it by a hash of itself: the same said again is the same, and the name tells nothing. */
    String ref() {
        var said = String.join(
                "\n",
                applicant.givenName(),
                applicant.familyName(),
                applicant.birthDate().toString(),
                origin.name());
        return HexFormat.of().formatHex(Digests.sha256(said));
    }
}
