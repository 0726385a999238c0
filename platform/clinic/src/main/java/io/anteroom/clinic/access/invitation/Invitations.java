package io.anteroom.clinic.access.invitation;

import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.access.credential.Enrolment;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What staff do about invitations: send, send anew, revoke. */
@Component
public class Invitations {

    private final Accounts accounts;
    private final Enrolment enrolment;
    private final InvitationCheck check;
    private final InvitationPost post;
    private final InvitationRows rows;
    private final InvitationAudit audit;
    private final Authentication authentication;
    private final Clock clock;

    Invitations(
            Accounts accounts,
            Enrolment enrolment,
            InvitationCheck check,
            InvitationPost post,
            InvitationRows rows,
            InvitationAudit audit,
            Authentication authentication,
            Clock clock) {
        this.accounts = accounts;
        this.enrolment = enrolment;
        this.check = check;
        this.post = post;
        this.rows = rows;
        this.audit = audit;
        this.authentication = authentication;
        this.clock = clock;
    }

    /** Why it could not be sent to, or for, a patient about to be added. Nothing is sent. */
    @Transactional
    public List<Refusal> refusals(WantedInvitation wanted) {
        var refusals = new ArrayList<Refusal>();
        read(null, wanted, refusals);
        return refusals;
    }

    /** Sends an invitation; what was open for the same person to the same record ends. */
    @Transactional
    public Sending send(PatientId patient, WantedInvitation wanted, Actor.Staff by) {
        if (!accounts.hold(patient)) {
            return new Sending.Gone();
        }
        var refusals = new ArrayList<Refusal>();
        return read(patient, wanted, refusals)
                .<Sending>map(invitee -> new Sending.Sent(post.send(patient, invitee, by)))
                .orElseGet(() -> new Sending.Refused(refusals));
    }

    /**
     * Sends an open or expired invitation anew, with a new link and the same terms, in the place of the old. Done twice, the
     * second finds it gone.
     */
    @Transactional
    public Sending resend(PatientId patient, InvitationId id, Actor.Staff by) {
        var now = clock.instant();
        var found = accounts.hold(patient)
                ? rows.find(id).filter(one -> one.patient().equals(patient)).filter(Invitation::isResendable)
                : Optional.<Invitation>empty();
        return found.<Sending>map(invitation -> {
                    var invitee = invitation.invitee();
                    var refusals = new ArrayList<>(check.refusals(patient, invitee, now));
                    if (isOver(invitee)) {
                        refusals.add(new Refusal.Over());
                    }
                    return refusals.isEmpty()
                            ? new Sending.Sent(post.send(patient, invitee, by))
                            : new Sending.Refused(refusals);
                })
                .orElseGet(Sending.Gone::new);
    }

    /** Takes an open invitation back; false if there is none of that number, or it was used or had ended. */
    @Transactional
    public boolean revoke(PatientId patient, InvitationId id, Actor.Staff by) {
        var found = accounts.hold(patient)
                ? rows.find(id).filter(one -> one.patient().equals(patient))
                : Optional.<Invitation>empty();
        return found.filter(one -> rows.end(id, false, by.name(), clock.instant()))
                .map(one -> {
                    audit.revoked(one, "staff took it back", by);
                    return one;
                })
                .isPresent();
    }

    /** Whether the record has, or had, an invitation of that number. */
    @Transactional(readOnly = true)
    public boolean exists(PatientId patient, InvitationId id) {
        return rows.find(id).filter(one -> one.patient().equals(patient)).isPresent();
    }

    /** Ends open invitations to the patient at an address that is no longer the patient's. */
    void endWhatIsElsewhere(PatientId patient, Actor.Staff by) {
        var addresses = accounts.of(patient).map(enrolment::addresses).orElseGet(List::of);
        rows.open(patient).stream()
                .filter(open -> open.invitee().isThePatient()
                        && !addresses.contains(open.invitee().address()))
                .filter(open -> rows.end(open.id(), false, by.name(), clock.instant()))
                .forEach(open -> audit.revoked(open, "the sign-in address changed", by));
    }

    /** Who is wanted, if nothing stands against it; else why, in {@code refusals}. */
    Optional<Invitee> read(@Nullable PatientId patient, WantedInvitation wanted, List<Refusal> refusals) {
        var reader = new InviteeReader(authentication.settings().codesTo(), clock.instant());
        var read = reader.read(wanted);
        refusals.addAll(reader.refusals());
        read.ifPresent(invitee -> refusals.addAll(check.refusals(patient, invitee, clock.instant())));
        return read.filter(invitee -> refusals.isEmpty());
    }

    private boolean isOver(Invitee invitee) {
        var until = invitee.terms().expiresAt();
        return until != null && !clock.instant().isBefore(until);
    }
}
