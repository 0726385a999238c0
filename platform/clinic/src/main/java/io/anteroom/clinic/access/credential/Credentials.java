package io.anteroom.clinic.access.credential;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.CredentialId;
import io.anteroom.clinic.access.Holder;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.patient.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The credentials of the clinic's accounts. */
@Component
public class Credentials {

    private final JdbcClient jdbc;

    Credentials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The credential with that address, if an open account has it, codes go to such addresses and the portal is on. */
    public Optional<CredentialId> find(SignInAddress address) {
        return jdbc.sql("""
                        select c.id from __tenant__.credential c
                          join __tenant__.portal_account a on a.id = c.account_id
                          join __tenant__.portal_settings p on p.switched_on
                          join __tenant__.authentication_settings s
                            on case c.channel when 'email' then s.email_codes else s.mobile_codes end
                         where c.channel = :channel and c.value = :value and a.closed_at is null""")
                .param("channel", address.channel().stored())
                .param("value", address.value())
                .query((row, number) -> new CredentialId(row.getLong("id")))
                .optional();
    }

    /** The open account that signs in with it. */
    public Optional<AccountId> account(SignInAddress address) {
        return jdbc.sql("""
                        select c.account_id from __tenant__.credential c
                          join __tenant__.portal_account a on a.id = c.account_id and a.closed_at is null
                         where c.channel = :channel and c.value = :value""")
                .param("channel", address.channel().stored())
                .param("value", address.value())
                .query((row, number) -> new AccountId(row.getLong("account_id")))
                .optional();
    }

    List<Credential> of(AccountId account, Instant now) {
        return jdbc.sql("""
                        select c.channel, c.value, c.added_at, c.verified_at, l.locked_until
                          from __tenant__.credential c
                          left join __tenant__.sign_in_limit l
                            on l.channel = c.channel and l.typed = c.value and l.locked_until > :now
                         where c.account_id = :account order by c.channel""")
                .param("now", sql(now))
                .param("account", account.value())
                .query(Credentials::credential)
                .list();
    }

    /**
     * Adds a credential, unless somebody in the organisation has it. Whoever is adding the same one at this moment goes
     * first, and this waits. A closed account has nothing that it could keep from others.
     */
    boolean add(AccountId account, SignInAddress address, String by, Instant now) {
        jdbc.sql("""
                        delete from __tenant__.credential c using __tenant__.portal_account a
                         where c.channel = :channel and c.value = :value
                           and a.id = c.account_id and a.closed_at is not null""")
                .param("channel", address.channel().stored())
                .param("value", address.value())
                .update();
        return jdbc.sql("""
                        insert into __tenant__.credential (account_id, channel, value, added_at, added_by)
                        values (:account, :channel, :value, :now, :by)
                        on conflict (channel, value) do nothing""")
                        .param("account", account.value())
                        .param("channel", address.channel().stored())
                        .param("value", address.value())
                        .param("now", sql(now))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** Who signs in with an address, and to whose record. */
    Optional<Holder> holder(SignInAddress address) {
        return jdbc.sql("""
                        select p.id,
                        """ + Accounts.NAME + """
                               as name
                          from __tenant__.credential c
                          join __tenant__.portal_account a on a.id = c.account_id
                          join __tenant__.access_grant g on g.account_id = c.account_id and g.ended_at is null
                          join __tenant__.patient p on p.id = g.patient_id
                         where c.channel = :channel and c.value = :value
                         order by g.relationship = 'self' desc, g.granted_at, g.id limit 1""")
                .param("channel", address.channel().stored())
                .param("value", address.value())
                .query((row, number) -> new Holder(new PatientId(row.getLong("id")), row.getString("name")))
                .optional();
    }

    /**
     * Locks what the account has and what it wants, whoever has it, always in the same order: of two staff who give two
     * patients each other's addresses one waits here, before either has taken anything away.
     */
    void holdAll(AccountId account, @Nullable SignInAddress email, @Nullable SignInAddress mobile) {
        jdbc.sql("""
                        select id from __tenant__.credential
                         where account_id = :account
                            or (channel = 'email' and value = cast(:email as text))
                            or (channel = 'mobile' and value = cast(:mobile as text))
                         order by id for update""")
                .param("account", account.value())
                .param("email", email == null ? null : email.value())
                .param("mobile", mobile == null ? null : mobile.value())
                .query(Long.class)
                .list();
    }

    /** What an open account signs in with, found by the address; locked until it is removed. */
    Optional<Enrolled> holdWith(SignInAddress address) {
        return jdbc.sql("""
                        select c.id, c.account_id, c.verified_at is not null as verified
                          from __tenant__.credential c
                          join __tenant__.portal_account a on a.id = c.account_id
                         where c.channel = :channel and c.value = :value and a.closed_at is null
                           for update of c""")
                .param("channel", address.channel().stored())
                .param("value", address.value())
                .query((row, number) -> new Enrolled(
                        new AccountId(row.getLong("account_id")),
                        new CredentialId(row.getLong("id")),
                        row.getBoolean("verified")))
                .optional();
    }

    /** Whether the portal is on; who switches it off at this moment waits. */
    public boolean portalStaysOn() {
        return jdbc.sql("select sole from __tenant__.portal_settings where switched_on for share")
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    /** The account's credential of that kind, locked until it is removed: whoever is signing in with it goes first. */
    Optional<Held> hold(AccountId account, CredentialChannel channel) {
        return jdbc.sql("""
                        select id, channel, value, added_at, verified_at, null::timestamptz as locked_until from __tenant__.credential
                         where account_id = :account and channel = :channel for update""")
                .param("account", account.value())
                .param("channel", channel.stored())
                .query((row, number) -> new Held(new CredentialId(row.getLong("id")), credential(row, number)))
                .optional();
    }

    void remove(CredentialId credential) {
        jdbc.sql("delete from __tenant__.credential where id = :id")
                .param("id", credential.value())
                .update();
    }

    /**
     * Notes that a code sent to it was entered; nothing if it was removed, its account closed or the portal switched off
     * meanwhile. Who switches the portal off at this moment waits, and then ends the session this leads to.
     */
    public Optional<Proved> prove(CredentialId credential, Instant now) {
        return jdbc.sql("""
                        update __tenant__.credential c set verified_at = coalesce(c.verified_at, :now)
                          from __tenant__.portal_account a
                         where c.id = :id and a.id = c.account_id and a.closed_at is null
                           and exists (select 1 from __tenant__.portal_settings where switched_on for share)
                        returning c.account_id, c.channel, c.verified_at = :now as first_time""")
                .param("now", sql(now))
                .param("id", credential.value())
                .query((row, number) -> new Proved(
                        credential,
                        new AccountId(row.getLong("account_id")),
                        CredentialChannel.of(row.getString("channel")),
                        row.getBoolean("first_time")))
                .optional();
    }

    private static Credential credential(ResultSet row, int number) throws SQLException {
        return new Credential(
                new SignInAddress(CredentialChannel.of(row.getString("channel")), row.getString("value")),
                instant(row, "added_at"),
                instantOrNull(row, "verified_at"),
                instantOrNull(row, "locked_until"));
    }

    /** A credential about to be removed. */
    record Held(CredentialId id, Credential credential) {}

    /** A credential that proved to be its holder's, and whether for the first time. */
    public record Proved(CredentialId credential, AccountId account, CredentialChannel channel, boolean firstTime) {}
}
