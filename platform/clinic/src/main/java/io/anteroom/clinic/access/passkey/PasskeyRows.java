package io.anteroom.clinic.access.passkey;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.CredentialId;
import io.anteroom.clinic.access.session.SessionId;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The clinic's passkeys. */
@Component
class PasskeyRows {

    private static final int HANDLE_BYTES = 32;

    private final JdbcClient jdbc;
    private final SecureRandom random;

    PasskeyRows(JdbcClient jdbc, SecureRandom random) {
        this.jdbc = jdbc;
        this.random = random;
    }

    /** What devices know the account by: random bytes, drawn once, that say nothing of anybody. */
    byte[] handle(AccountId account) {
        var drawn = new byte[HANDLE_BYTES];
        random.nextBytes(drawn);
        return jdbc.sql("""
                        insert into __tenant__.passkey_holder (account_id, handle) values (:account, :handle)
                        on conflict (account_id) do update set account_id = excluded.account_id returning handle""")
                .param("account", account.value())
                .param("handle", drawn)
                .query((row, number) -> row.getBytes("handle"))
                .single();
    }

    List<Passkey> of(AccountId account) {
        return jdbc.sql("""
                        select id, name, added_at, last_used_at from __tenant__.passkey
                         where account_id = :account order by added_at, id""")
                .param("account", account.value())
                .query(PasskeyRows::passkey)
                .list();
    }

    /** What devices know the account's keys of that host by. */
    List<byte[]> credentialIds(AccountId account, String host) {
        return jdbc.sql("""
                        select credential_id from __tenant__.passkey
                         where account_id = :account and host = :host order by added_at, id""")
                .param("account", account.value())
                .param("host", host)
                .query((row, number) -> row.getBytes("credential_id"))
                .list();
    }

    /** Stores a key; false if it is somebody's already. */
    boolean add(AccountId account, String host, String name, PasskeyCeremony.NewKey key, Instant now) {
        return jdbc.sql("""
                        insert into __tenant__.passkey
                               (account_id, host, name, credential_id, attested, sign_count, backup_eligible, backed_up, added_at)
                        values (:account, :host, :name, :credential, :attested, :signs, :eligible, :backedUp, :now)
                        on conflict (credential_id) do nothing""")
                        .param("account", account.value())
                        .param("host", host)
                        .param("name", name)
                        .param("credential", key.credentialId())
                        .param("attested", key.attested())
                        .param("signs", key.signCount())
                        .param("eligible", key.backupEligible())
                        .param("backedUp", key.backedUp())
                        .param("now", sql(now))
                        .update()
                == 1;
    }

    /** Whose the key is that a device names. */
    Optional<AccountId> holder(byte[] credentialId) {
        return jdbc.sql("select account_id from __tenant__.passkey where credential_id = :credential")
                .param("credential", credentialId)
                .query((row, number) -> new AccountId(row.getLong("account_id")))
                .optional();
    }

    /** The key that a device names, if its account is open and the portal on; its account is locked. */
    Optional<StoredPasskey> find(byte[] credentialId) {
        return jdbc.sql("""
                        select p.id, p.account_id, p.name, p.host, p.attested, p.sign_count, p.backup_eligible, p.backed_up, h.handle
                          from __tenant__.passkey p
                          join __tenant__.passkey_holder h on h.account_id = p.account_id
                          join __tenant__.portal_account a on a.id = p.account_id and a.closed_at is null
                         where p.credential_id = :credential
                           and exists (select 1 from __tenant__.portal_settings where switched_on for share)""")
                .param("credential", credentialId)
                .query(PasskeyRows::stored)
                .optional();
    }

    /** The verified address that the account has had longest: a session lives no longer than it does. */
    Optional<CredentialId> address(AccountId account) {
        return jdbc.sql("""
                        select id from __tenant__.credential
                         where account_id = :account and verified_at is not null
                         order by verified_at, id limit 1""")
                .param("account", account.value())
                .query((row, number) -> new CredentialId(row.getLong("id")))
                .optional();
    }

    void used(PasskeyId id, PasskeyCeremony.Right use, Instant now) {
        jdbc.sql("""
                        update __tenant__.passkey set sign_count = :signs, backed_up = :backedUp, last_used_at = :now
                         where id = :id""")
                .param("signs", use.signCount())
                .param("backedUp", use.backedUp())
                .param("now", sql(now))
                .param("id", id.value())
                .update();
    }

    /** Notes which key began the session, which ends with it. */
    void began(SessionId session, PasskeyId id) {
        jdbc.sql("update __tenant__.portal_session set passkey_id = :id where id = :session")
                .param("id", id.value())
                .param("session", session.value())
                .update();
    }

    /** The sessions that the key began and that go on. */
    List<SessionId> sessions(PasskeyId id, Instant now) {
        return jdbc.sql("""
                        select id from __tenant__.portal_session
                         where passkey_id = :id and ended_at is null and expires_at > :now order by id""")
                .param("id", id.value())
                .param("now", sql(now))
                .query((row, number) -> new SessionId(row.getLong("id")))
                .list();
    }

    /** Removes the account's key of that id; its name, if there was one. */
    Optional<String> remove(AccountId account, PasskeyId id) {
        return jdbc.sql("delete from __tenant__.passkey where id = :id and account_id = :account returning name")
                .param("id", id.value())
                .param("account", account.value())
                .query(String.class)
                .optional();
    }

    /** Removes all keys of the account; their names. */
    List<String> removeAll(AccountId account) {
        return jdbc.sql("delete from __tenant__.passkey where account_id = :account returning name")
                .param("account", account.value())
                .query(String.class)
                .list();
    }

    private static Passkey passkey(ResultSet row, int number) throws SQLException {
        return new Passkey(
                new PasskeyId(row.getLong("id")),
                row.getString("name"),
                instant(row, "added_at"),
                instantOrNull(row, "last_used_at"));
    }

    private static StoredPasskey stored(ResultSet row, int number) throws SQLException {
        return new StoredPasskey(
                new PasskeyId(row.getLong("id")),
                new AccountId(row.getLong("account_id")),
                row.getString("name"),
                row.getString("host"),
                row.getBytes("attested"),
                row.getLong("sign_count"),
                row.getBoolean("backup_eligible"),
                row.getBoolean("backed_up"),
                row.getBytes("handle"));
    }
}
