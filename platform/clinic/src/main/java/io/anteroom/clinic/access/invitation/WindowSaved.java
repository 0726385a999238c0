package io.anteroom.clinic.access.invitation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to staff who save a record's window of access. */
public sealed interface WindowSaved {

    /**
     * All of it is as they wanted.
     *
     * @param invitation what was sent, or null for none
     */
    record Saved(@Nullable InvitationId invitation) implements WindowSaved {}

    /** Nothing was changed or sent, for these reasons, at least one. */
    record Refused(List<Refusal> reasons) implements WindowSaved {

        /** Copies the list. */
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Nothing was changed or sent: somebody else saved since the window was opened.
     *
     * @param who the other's name
     * @param when when that was
     */
    record Meanwhile(String who, Instant when) implements WindowSaved {}

    /** There is no such patient at this clinic. */
    record NoSuchPatient() implements WindowSaved {}
}
