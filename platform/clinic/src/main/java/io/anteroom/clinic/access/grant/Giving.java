package io.anteroom.clinic.access.grant;

import io.anteroom.clinic.access.Holder;
import java.time.LocalDate;

/** The answer to whoever gives an account access to a record. */
public sealed interface Giving {

    /** The access holds as wanted, whether it was given now or before. */
    record Given(GrantId grant) implements Giving {}

    /**
     * The clinic lets an account open one record, and this one opens another.
     *
     * @param other the patient it opens
     */
    record AccountTaken(Holder other) implements Giving {}

    /**
     * The clinic lets a record be open to one account, and this one is open to another.
     *
     * @param other the name of who has that access
     */
    record RecordTaken(String other) implements Giving {}

    /**
     * By the clinic's rule of ages a parent's access to this record is over.
     *
     * @param since the day on which it ended
     */
    record PastAge(LocalDate since) implements Giving {}

    /** There is no such patient at this clinic. */
    record NoSuchPatient() implements Giving {}
}
