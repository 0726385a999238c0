package io.anteroom.clinic.access.family;

import io.anteroom.clinic.access.CredentialChannel;

/**
 * The person who is to have access, as staff typed it.
 *
 * @param name what the clinic calls the person
 * @param email what the person signs in with, blank for none
 * @param mobile the same; without a prefix it is read as a number of the clinic's country
 * @param verified whether staff say they checked both with the person
 */
public record WantedPerson(String name, String email, String mobile, boolean verified) {

    /** Takes away what was typed around them. */
    public WantedPerson {
        name = name.strip();
        email = email.strip();
        mobile = mobile.strip();
    }

    String typed(CredentialChannel channel) {
        return switch (channel) {
            case EMAIL -> email;
            case MOBILE -> mobile;
        };
    }
}
