package io.anteroom.clinic.access.invitation;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;
import static io.anteroom.clinic.access.SqlTimes.sqlOrNull;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.GrantTerms;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The invitations of a clinic. */
@Component
class InvitationRows {

    private static final String READ = """
            select id, patient_id, person_name, relationship, level, scope, access_until, email, mobile, by_email, by_sms,
                   proved_by, sent_at, sent_by, sent_by_id, expires_at, opened_at, used_at, account_id, ended_at, ended_because
              from __tenant__.invitation""";
    private static final String OPEN = " and used_at is null and ended_at is null";

    private final JdbcClient jdbc;

    InvitationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    InvitationId add(
            PatientId patient, Invitee invitee, InvitationToken token, Actor.Staff by, Instant now, Instant until) {
        var terms = invitee.terms();
        return jdbc.sql("""
                        insert into __tenant__.invitation
                               (patient_id, token_hash, person_name, relationship, level, scope, access_until, email, mobile,
                                by_email, by_sms, proved_by, sent_at, sent_by, sent_by_id, expires_at)
                        values (:patient, :token, :name, :relationship, :level, :scope, :accessUntil, :email, :mobile,
                                :byEmail, :bySms, :provedBy, :now, :by, :byId, :until) returning id""")
                .param("patient", patient.value())
                .param("token", token.hash())
                .param("name", invitee.name())
                .param("relationship", terms.relationship().stored())
                .param("level", terms.level().stored())
                .param("scope", terms.storedScopes())
                .param("accessUntil", sqlOrNull(terms.expiresAt()))
                .param("email", value(invitee.email()))
                .param("mobile", value(invitee.mobile()))
                .param("byEmail", invitee.byEmail())
                .param("bySms", invitee.bySms())
                .param("provedBy", invitee.provedBy().stored())
                .param("now", sql(now))
                .param("by", by.name())
                .param("byId", by.id())
                .param("until", sql(until))
                .query((row, number) -> new InvitationId(row.getLong("id")))
                .single();
    }

    Optional<Invitation> find(InvitationToken token) {
        return jdbc.sql(READ + " where token_hash = :token")
                .param("token", token.hash())
                .query(InvitationRows::invitation)
                .optional();
    }

    Optional<Invitation> find(InvitationId id) {
        return jdbc.sql(READ + " where id = :id")
                .param("id", id.value())
                .query(InvitationRows::invitation)
                .optional();
    }

    /** The patient's newest invitations, the newest first. */
    List<Invitation> newest(PatientId patient, int most) {
        return jdbc.sql(READ + " where patient_id = :patient order by id desc limit :most")
                .param("patient", patient.value())
                .param("most", most)
                .query(InvitationRows::invitation)
                .list();
    }

    /** The patient's invitations that were neither used nor ended, whether or not their time is over. */
    List<Invitation> open(PatientId patient) {
        return jdbc.sql(READ + " where patient_id = :patient" + OPEN + " order by id")
                .param("patient", patient.value())
                .query(InvitationRows::invitation)
                .list();
    }

    /** Notes that it was opened; false if that was noted before. */
    boolean opened(InvitationId id, Instant now) {
        return jdbc.sql("update __tenant__.invitation set opened_at = :now where id = :id and opened_at is null" + OPEN)
                        .param("now", sql(now))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    void used(InvitationId id, AccountId account, Instant now) {
        jdbc.sql("""
                        update __tenant__.invitation
                           set used_at = :now, account_id = :account, opened_at = coalesce(opened_at, :now)
                         where id = :id""" + OPEN)
                .param("now", sql(now))
                .param("account", account.value())
                .param("id", id.value())
                .update();
    }

    /** Ends an open one; false if it was used or had ended. */
    boolean end(InvitationId id, boolean replaced, String by, Instant now) {
        return jdbc.sql("""
                        update __tenant__.invitation set ended_at = :now, ended_by = :by, ended_because = :because
                         where id = :id""" + OPEN)
                        .param("now", sql(now))
                        .param("by", by)
                        .param("because", replaced ? "replaced" : "revoked")
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private static @Nullable String value(@Nullable SignInAddress address) {
        return address == null ? null : address.value();
    }

    private static Invitation invitation(ResultSet row, int number) throws SQLException {
        var account = row.getObject("account_id", Long.class);
        var ended = instantOrNull(row, "ended_at");
        return new Invitation(
                new InvitationId(row.getLong("id")),
                new PatientId(row.getLong("patient_id")),
                invitee(row),
                new Actor.Staff(row.getString("sent_by_id"), row.getString("sent_by")),
                instant(row, "sent_at"),
                instant(row, "expires_at"),
                instantOrNull(row, "opened_at"),
                instantOrNull(row, "used_at"),
                account == null ? null : new AccountId(account),
                ended == null ? null : new Invitation.Ended(ended, "replaced".equals(row.getString("ended_because"))));
    }

    private static Invitee invitee(ResultSet row) throws SQLException {
        return new Invitee(
                row.getString("person_name"),
                new GrantTerms(
                        Relationship.of(row.getString("relationship")),
                        AccessLevel.of(row.getString("level")),
                        AccessScope.ofStored(row.getArray("scope")),
                        instantOrNull(row, "access_until")),
                address(CredentialChannel.EMAIL, row.getString("email")),
                address(CredentialChannel.MOBILE, row.getString("mobile")),
                row.getBoolean("by_email"),
                row.getBoolean("by_sms"),
                CredentialChannel.of(row.getString("proved_by")));
    }

    private static @Nullable SignInAddress address(CredentialChannel channel, @Nullable String value) {
        return value == null ? null : new SignInAddress(channel, value);
    }
}
