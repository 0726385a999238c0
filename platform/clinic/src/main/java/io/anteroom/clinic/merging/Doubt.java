package io.anteroom.clinic.merging;

/** What two records of one person may differ in, and two people's mostly do: twins have one birth date and one address. */
public enum Doubt {
    OTHER_GIVEN_NAME,
    OTHER_FAMILY_NAME,
    OTHER_GENDER
}
