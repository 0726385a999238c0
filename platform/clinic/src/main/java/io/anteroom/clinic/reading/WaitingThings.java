package io.anteroom.clinic.reading;

/** Things of one kind that wait for staff. A feature that has such says how many with one of these, and they are counted together. */
public interface WaitingThings {

    /** What they are called where they are counted, as {@code profile-changes}. */
    String kind();

    /** A query of one number, without parameters. */
    String count();
}
