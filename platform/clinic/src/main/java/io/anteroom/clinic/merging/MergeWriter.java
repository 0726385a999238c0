package io.anteroom.clinic.merging;

import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.grant.Giving;
import io.anteroom.clinic.access.grant.GrantEnd;
import io.anteroom.clinic.access.grant.GrantId;
import io.anteroom.clinic.access.grant.Grants;
import io.anteroom.clinic.access.invitation.InvitationId;
import io.anteroom.clinic.access.invitation.Invitations;
import io.anteroom.clinic.access.link.PatientLinks;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.merging.MergeSide.Opening;
import io.anteroom.clinic.patient.MergedRecords;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.patient.PatientId;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Carries a plan out, in the transaction that made it and has locked both records. */
@Component
class MergeWriter {

    private final Grants grants;
    private final Invitations invitations;
    private final PatientLinks links;
    private final MergedRecords records;
    private final MergeAudit audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    MergeWriter(
            Grants grants,
            Invitations invitations,
            PatientLinks links,
            MergedRecords records,
            MergeAudit audit,
            JdbcClient jdbc,
            Clock clock) {
        this.grants = grants;
        this.invitations = invitations;
        this.links = links;
        this.records = records;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void write(MergePlan plan, Patient stays, Patient goes, Actor.Staff by) {
        revokeInvitations(goes.id(), by);
        links.revoke(goes.id(), by);
        endGrants(plan, by);
        closeAccount(plan);
        endSessions(plan);
        moveReferences(plan);
        takePreferences(plan);
        records.merge(stays, goes, plan.details(), by);
        plan.moving().forEach(opening -> give(opening, stays.id(), by));
        audit.merged(plan, by);
    }

    private void revokeInvitations(PatientId goes, Actor.Staff by) {
        jdbc.sql("""
                        select id from __tenant__.invitation
                         where patient_id = :goes and used_at is null and ended_at is null order by id""")
                .param("goes", goes.value())
                .query(Long.class)
                .list()
                .forEach(id -> invitations.revoke(goes, new InvitationId(id), by));
    }

    /** All of the record that goes, those of closed accounts included, and on the other that of the account that closes. */
    private void endGrants(MergePlan plan, Actor.Staff by) {
        var goes = plan.goes().id();
        grants.endWhatRanOut(goes);
        jdbc.sql("select id from __tenant__.access_grant where patient_id = :goes and ended_at is null order by id")
                .param("goes", goes.value())
                .query(Long.class)
                .list()
                .forEach(id -> grants.end(new GrantId(id), goes, GrantEnd.MERGED, by));
        plan.stays().openings().stream()
                .filter(opening -> plan.account().closes(opening.account()))
                .forEach(opening -> grants.end(opening.grant(), plan.stays().id(), GrantEnd.MERGED, by));
    }

    private void closeAccount(MergePlan plan) {
        var closes = plan.account().closes();
        var keeps = plan.account().keeps();
        if (closes == null || keeps == null) {
            return;
        }
        plan.account()
                .freed()
                .forEach(credential -> jdbc.sql("delete from __tenant__.credential where id = :id")
                        .param("id", credential.id())
                        .update());
        plan.account()
                .moving()
                .forEach(credential -> jdbc.sql("update __tenant__.credential set account_id = :keeps where id = :id")
                        .param("keeps", keeps.account().value())
                        .param("id", credential.id())
                        .update());
        jdbc.sql("update __tenant__.portal_account set closed_at = :now where id = :closes")
                .param("now", sql(clock.instant()))
                .param("closes", closes.account().value())
                .update();
    }

    private void endSessions(MergePlan plan) {
        for (var account : plan.touched()) {
            jdbc.sql("""
                            update __tenant__.portal_session set ended_at = :now, ended_because = :because
                             where account_id = :account and ended_at is null and expires_at > :now""")
                    .param("now", sql(clock.instant()))
                    .param("because", plan.account().closes(account) ? "account-closed" : "ended-by-staff")
                    .param("account", account.value())
                    .update();
        }
        jdbc.sql("update __tenant__.portal_session set acting_for = null where acting_for = :goes and ended_at is null")
                .param("goes", plan.goes().id().value())
                .update();
    }

    /** Who said nothing on one record may have said it on the other. */
    private void takePreferences(MergePlan plan) {
        jdbc.sql("""
                        insert into __tenant__.patient_preferences
                            (patient_id, reminders, news, quiet_from, quiet_until, version, changed_at, changed_by)
                        select :stays, reminders, news, quiet_from, quiet_until, version, changed_at, changed_by
                          from __tenant__.patient_preferences where patient_id = :goes
                        on conflict (patient_id) do nothing""")
                .param("stays", plan.stays().id().value())
                .param("goes", plan.goes().id().value())
                .update();
    }

    private void moveReferences(MergePlan plan) {
        PatientReference.ALL.stream()
                .filter(reference -> reference.rule() == PatientReference.Rule.MOVES)
                .forEach(reference -> jdbc.sql("update __tenant__.%1$s set %2$s = :stays where %2$s = :goes"
                                .formatted(reference.table(), reference.column()))
                        .param("stays", plan.stays().id().value())
                        .param("goes", plan.goes().id().value())
                        .update());
    }

    private void give(Opening opening, PatientId stays, Actor.Staff by) {
        AccountId account = opening.account();
        if (!(grants.give(account, stays, opening.terms(), by) instanceof Giving.Given)) {
            throw new IllegalStateException("Access that may move was refused: grant " + opening.grant());
        }
    }
}
