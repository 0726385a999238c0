package io.anteroom.clinic.access.family;

/** On what occasion somebody was given access to a record. */
public enum GivenHow {
    /** Staff gave it on the record. */
    BY_STAFF,
    /** The person accepted an invitation of the clinic. */
    INVITATION,
    /** The person used a link that the clinic had made from the record. */
    LINK,
    /** The person opened an account, and staff linked it to the record. */
    REGISTRATION
}
