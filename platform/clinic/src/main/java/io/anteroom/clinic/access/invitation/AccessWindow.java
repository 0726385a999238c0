package io.anteroom.clinic.access.invitation;

import static io.anteroom.clinic.access.SqlTimes.instant;

import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.credential.OnlineAccess;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.patient.PatientId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * A record's window of access: what the patient signs in with, and an invitation, changed together. Until Save it is all a
 * draft in the form; then all of it takes effect, or none.
 */
@Component
public class AccessWindow {

    private static final List<String> ACTS = Stream.of(
                    AuditAction.CREDENTIAL_SET,
                    AuditAction.CREDENTIAL_REMOVED,
                    AuditAction.INVITATION_SENT,
                    AuditAction.INVITATION_REVOKED)
            .map(AuditAction::code)
            .toList();

    private final Accounts accounts;
    private final OnlineAccess access;
    private final Invitations invitations;
    private final InvitationPost post;
    private final JdbcClient jdbc;
    private final Clock clock;

    AccessWindow(
            Accounts accounts,
            OnlineAccess access,
            Invitations invitations,
            InvitationPost post,
            JdbcClient jdbc,
            Clock clock) {
        this.accounts = accounts;
        this.access = access;
        this.invitations = invitations;
        this.post = post;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Names what stands there now: another name later means that somebody saved meanwhile. */
    @Transactional(readOnly = true)
    public String seen(PatientId patient) {
        return jdbc.sql("""
                        select coalesce((select string_agg(c.channel || c.id, '.' order by c.channel)
                                           from __tenant__.credential c
                                          where c.account_id = (select g.account_id from __tenant__.access_grant g
                                                 where g.patient_id = :patient and g.relationship = 'self'
                                                   and g.ended_at is null order by g.id limit 1)), 'none')
                               || '.i' || coalesce(max(i.id), 0)
                               || '.r' || count(*) filter (where i.ended_because = 'revoked')
                          from __tenant__.invitation i where i.patient_id = :patient""")
                .param("patient", patient.value())
                .query(String.class)
                .single();
    }

    /** Does all that the draft says, or nothing. */
    @Transactional
    public WindowSaved save(PatientId patient, AccessDraft draft, Actor.Staff by) {
        if (!accounts.hold(patient)) {
            return new WindowSaved.NoSuchPatient();
        }
        var before = seen(patient);
        if (!before.equals(draft.seen())) {
            return meanwhile(patient);
        }
        var refusals = new ArrayList<Refusal>();
        access.apply(patient, draft.credentials(), draft.removed(), by).stream()
                .map(Refusal.OfCredentials::new)
                .forEach(refusals::add);
        if (refusals.isEmpty() && draft.isEmpty()) {
            refusals.add(new Refusal.NothingToDo());
        }
        if (refusals.isEmpty() && !seen(patient).equals(before)) {
            invitations.endWhatIsElsewhere(patient, by);
        }
        var sent = refusals.isEmpty() && draft.invitation().isWanted()
                ? invitations
                        .read(patient, draft.invitation(), refusals)
                        .map(invitee -> post.send(patient, invitee, by))
                        .orElse(null)
                : null;
        if (refusals.isEmpty()) {
            return new WindowSaved.Saved(sent);
        }
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return new WindowSaved.Refused(refusals);
    }

    private WindowSaved meanwhile(PatientId patient) {
        return jdbc.sql("""
                        select actor_name, at from __tenant__.audit_entry
                         where patient_id = :patient and action in (:acts) order by id desc limit 1""")
                .param("patient", patient.value())
                .param("acts", ACTS)
                .query((row, number) -> new WindowSaved.Meanwhile(row.getString("actor_name"), instant(row, "at")))
                .optional()
                .orElseGet(() -> new WindowSaved.Meanwhile("Somebody else", clock.instant()));
    }
}
