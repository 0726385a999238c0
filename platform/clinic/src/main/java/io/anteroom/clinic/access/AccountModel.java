package io.anteroom.clinic.access;

/** How many records one account may open. */
public enum AccountModel {
    /** One: every patient signs in with an address of their own. */
    ONE_PATIENT_PER_ACCOUNT,
    /** Several: a parent's one account opens the records of the children. */
    FAMILY_ACCOUNTS
}
