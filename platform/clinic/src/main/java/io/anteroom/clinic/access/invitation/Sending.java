package io.anteroom.clinic.access.invitation;

import java.util.List;

/** The answer to staff who send an invitation. */
public sealed interface Sending {

    /** It is on its way, and what was open for that person has ended. */
    record Sent(InvitationId invitation) implements Sending {}

    /** Nothing was sent or changed, for these reasons, at least one. */
    record Refused(List<Refusal> reasons) implements Sending {

        /** Copies the list. */
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /** There is no such patient, or no such invitation that may be sent anew. */
    record Gone() implements Sending {}
}
