package io.anteroom.clinic.access.invitation;

import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.access.RandomTokens;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Sends invitations that nothing stands against, to records that are locked. */
@Component
class InvitationPost {

    /** How long a link works. */
    static final Duration LIFE = Duration.ofDays(7);

    private final InvitationRows rows;
    private final InvitationMessages messages;
    private final InvitationAudit audit;
    private final Authentication authentication;
    private final RandomTokens tokens;
    private final Clock clock;

    InvitationPost(
            InvitationRows rows,
            InvitationMessages messages,
            InvitationAudit audit,
            Authentication authentication,
            RandomTokens tokens,
            Clock clock) {
        this.rows = rows;
        this.messages = messages;
        this.audit = audit;
        this.authentication = authentication;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Sends it, and ends what it takes the place of. */
    InvitationId send(PatientId patient, Invitee invitee, Actor.Staff by) {
        var now = clock.instant();
        boolean oneOnly = authentication.settings().oneAccountPerRecord();
        rows.open(patient).stream()
                .filter(open -> oneOnly || samePerson(open.invitee(), invitee))
                .forEach(open -> rows.end(open.id(), true, by.name(), now));
        var token = new InvitationToken(tokens.draw());
        var until = now.plus(LIFE);
        var id = rows.add(patient, invitee, token, by, now, until);
        messages.send(id, patient, invitee, token, until);
        audit.sent(id, patient, invitee, by);
        return id;
    }

    /** The same as the index that keeps two from being open at once. */
    private static boolean samePerson(Invitee one, Invitee other) {
        return one.isThePatient()
                ? other.isThePatient()
                : !other.isThePatient()
                        && one.addresses().findFirst().equals(other.addresses().findFirst());
    }
}
