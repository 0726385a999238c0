package io.anteroom.clinic.access.registration;

import io.anteroom.clinic.access.AccountOrigin;
import io.anteroom.clinic.access.Digests;
import io.anteroom.clinic.access.SignInAddress;
import java.util.HexFormat;

/**
 * What somebody said who wants an account, until the code is entered.
 *
 * @param origin where the person comes from
 */
record Draft(Applicant applicant, AccountOrigin origin) {

    /**
     * Names it by a hash of itself and the address it was said with: the same said again is the same, the name tells
     * nothing, and nobody who says the same with another address touches it.
     */
    String ref(SignInAddress contact) {
        var said = String.join(
                "\n",
                applicant.givenName(),
                applicant.familyName(),
                applicant.birthDate().toString(),
                origin.name(),
                contact.value());
        return HexFormat.of().formatHex(Digests.sha256(said));
    }
}
