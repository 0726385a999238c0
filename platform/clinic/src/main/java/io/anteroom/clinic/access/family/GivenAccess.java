package io.anteroom.clinic.access.family;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.Holder;
import io.anteroom.clinic.access.grant.GrantId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to staff who give somebody access to a record, or change it. */
public sealed interface GivenAccess {

    /** It holds as wanted. */
    record Given(GrantId grant) implements GivenAccess {}

    /** Nothing was changed, for these reasons, at least one. */
    record Refused(List<Reason> reasons) implements GivenAccess {

        /** Copies the reasons. */
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /** There is no such patient, or no such access any more. */
    record NotThere() implements GivenAccess {}

    /** Why it can't be as they wanted. */
    sealed interface Reason {

        /** The person has no name, or one longer than 200 characters. */
        record NoName() implements Reason {}

        /** It isn't an email address, or isn't a mobile number. */
        record Unreadable(CredentialChannel channel) implements Reason {}

        /** Neither was given, and without one the person can't sign in. */
        record NoAddress() implements Reason {}

        /** Staff didn't say that they checked with the person. */
        record NotVerified() implements Reason {}

        /** It is what the patient signs in with: that access is the patient's own. */
        record ThePatients(CredentialChannel channel) implements Reason {}

        /**
         * Somebody of another name signs in with it.
         *
         * @param who that name, or null where none is known
         */
        record SomebodyElses(
                CredentialChannel channel, @Nullable String who) implements Reason {}

        /** Who signs in with the other address doesn't sign in with this one. */
        record NotTheirs(CredentialChannel channel) implements Reason {}

        /** The one is of one account, and the other of another. */
        record TwoPeople() implements Reason {}

        /** It would be over before it began. */
        record Over() implements Reason {}

        /** The patient is past the age at which a parent's access ends by the clinic's rule, since that day. */
        record PastAge(LocalDate since) implements Reason {}

        /** The clinic lets an account open one record, and this person's opens another patient's. */
        record OpensAnother(Holder patient) implements Reason {}

        /**
         * The clinic lets a record be open to one account, and this one is open to somebody's.
         *
         * @param who that person's name
         */
        record OpenToAnother(String who) implements Reason {}
    }
}
