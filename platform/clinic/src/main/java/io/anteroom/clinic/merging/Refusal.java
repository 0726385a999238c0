package io.anteroom.clinic.merging;

import java.time.Instant;
import java.util.List;

/** Why two records cannot be merged as they are. Each can be put right by staff, or ends by itself, or shows two people. */
public sealed interface Refusal {

    /** The birth dates differ: either they are two people, or one of the dates is a slip that is corrected first. */
    record OtherBirthDate() implements Refusal {}

    /** Each record has an account of its own that somebody uses: nobody here can tell that they are one person. */
    record BothSignIn() implements Refusal {}

    /**
     * One account is the patient's own on one record, and somebody else's on the other: they are two people.
     *
     * @param name whose account
     */
    record OneActsForTheOther(String name) implements Refusal {}

    /**
     * The account that would be closed opens further records.
     *
     * @param patients whose
     */
    record ClosedAccountOpensOthers(List<String> patients) implements Refusal {

        /** Copies the names. */
        public ClosedAccountOpensOthers {
            patients = List.copyOf(patients);
        }
    }

    /**
     * The clinic opens a record to one account at most, and this one would be open to these.
     *
     * @param names whose accounts
     */
    record TooManyAccounts(List<String> names) implements Refusal {

        /** Copies the names. */
        public TooManyAccounts {
            names = List.copyOf(names);
        }
    }

    /**
     * Somebody is paying an invoice of one of the records.
     *
     * @param until when that ends at the latest, unless the money is on its way by then
     */
    record PaymentUnderway(Instant until) implements Refusal {}

    /** The alerts of both have to stay in sight, and don't fit together. */
    record AlertsTooLong() implements Refusal {}
}
