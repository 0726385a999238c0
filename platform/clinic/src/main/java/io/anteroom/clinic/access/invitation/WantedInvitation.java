package io.anteroom.clinic.access.invitation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as staff want it, as typed.
 *
 * @param byEmail whether the link is to be sent by email
 * @param bySms whether a text message is to say that an email came, or to carry the link where none is sent by email
 * @param email where the email goes
 * @param mobile where the text message goes; without a prefix it is read as a number of the clinic's country
 * @param other who is invited to look after the record, or null for the patient
 */
public record WantedInvitation(
        boolean byEmail,
        boolean bySms,
        String email,
        String mobile,
        @Nullable Other other) {

    /** Whether any is to be sent. Who names somebody else wants one, and has perhaps forgotten to say how. */
    public boolean isWanted() {
        return byEmail || bySms || other != null;
    }

    /**
     * Somebody other than the patient, as typed.
     *
     * @param relationship {@code parent}, {@code carer} or {@code nominated}
     * @param level {@code full} or {@code limited}
     * @param scopes stored words of the parts to open
     * @param until the last day of access, ISO 8601, or blank for no end
     */
    public record Other(String name, String relationship, String level, Set<String> scopes, String until) {

        /** Copies the scopes. */
        public Other {
            scopes = Set.copyOf(scopes);
        }
    }

    /** Names nobody, since logs are no place for one. */
    @Override
    public String toString() {
        return "WantedInvitation[]";
    }
}
