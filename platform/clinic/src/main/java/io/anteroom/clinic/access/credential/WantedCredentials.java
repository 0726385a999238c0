package io.anteroom.clinic.access.credential;

import io.anteroom.clinic.access.CredentialChannel;

/**
 * What staff want a patient to sign in with, as typed.
 *
 * @param email blank for none
 * @param mobile blank for none; without a prefix it is read as a number of the clinic's country
 * @param verifiedWithPatient whether staff say they checked both with the patient
 */
public record WantedCredentials(String email, String mobile, boolean verifiedWithPatient) {

    /** Whether there is none. */
    public boolean isEmpty() {
        return email.isBlank() && mobile.isBlank();
    }

    /** What was typed for that channel, stripped. */
    public String typed(CredentialChannel channel) {
        return switch (channel) {
            case EMAIL -> email.strip();
            case MOBILE -> mobile.strip();
        };
    }
}
