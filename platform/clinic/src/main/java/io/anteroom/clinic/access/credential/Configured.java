package io.anteroom.clinic.access.credential;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.Holder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to staff who set what a patient signs in with. */
public sealed interface Configured {

    /** It is as they wanted; what is new is unverified. */
    record Saved() implements Configured {}

    /** Nothing was changed, for these reasons, at least one. */
    record Refused(List<Reason> reasons) implements Configured {

        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /** Nothing was changed, since somebody else has changed it after it was looked at. */
    record ChangedMeanwhile() implements Configured {}

    /** There is no such patient at this clinic. */
    record NoSuchPatient() implements Configured {}

    /** Why it can't be as they wanted. */
    sealed interface Reason {

        /** It isn't an email address, or isn't a mobile number. */
        record Unreadable(CredentialChannel channel) implements Reason {}

        /**
         * Somebody in the organisation signs in with it.
         *
         * @param holder who, or null if that account sees no patient any more
         */
        record Taken(CredentialChannel channel, @Nullable Holder holder) implements Reason {}

        /**
         * The clinic lets a record be open to one account, and this one is open to somebody else's.
         *
         * @param who that person's name
         */
        record OpenToAnother(String who) implements Reason {}

        /** The patient has one and the field was emptied: removing is an act of its own. */
        record Emptied(CredentialChannel channel) implements Reason {}

        /** Neither was given. */
        record Nothing() implements Reason {}

        /** Staff didn't say that they checked with the patient. */
        record NotVerifiedWithPatient() implements Reason {}
    }
}
