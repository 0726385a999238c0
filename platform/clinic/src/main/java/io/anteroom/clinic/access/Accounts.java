package io.anteroom.clinic.access;

import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.patient.PatientId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts of patients who sign in for themselves. */
@Component
public class Accounts {

    /** SQL for the name of whoever holds the account {@code a}, or null where none is known. */
    public static final String HOLDER = """
            coalesce((select btrim(own.given_name || ' ' || own.family_name)
                        from __tenant__.access_grant og join __tenant__.patient own on own.id = og.patient_id
                       where og.account_id = a.id and og.relationship = 'self' and og.ended_at is null
                       order by og.id limit 1), a.holder_name)
            """;

    /** SQL for what staff call that holder: where no name is known, that of the patient {@code p} whose record it opens. */
    public static final String NAME = "coalesce(" + HOLDER + ", btrim(p.given_name || ' ' || p.family_name))";

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Locks the patient's record, so that two staff don't give one patient two accounts; false if there is none, or it went
     * into another. The
     * clinic's account model and rule of ages stay as they are until the transaction ends: whoever is changing them goes
     * first, and this waits.
     */
    public boolean hold(PatientId patient) {
        return jdbc.sql("""
                        select p.id from __tenant__.patient p cross join __tenant__.authentication_settings s
                         where p.id = :patient and not p.merged for update of p for key share of s""")
                .param("patient", patient.value())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** The account with which the patient signs in, if one was ever set up. */
    public Optional<AccountId> of(PatientId patient) {
        return jdbc.sql("""
                        select a.id from __tenant__.access_grant g
                          join __tenant__.portal_account a on a.id = g.account_id
                         where g.patient_id = :patient and g.relationship = 'self' and g.ended_at is null
                           and a.closed_at is null
                         order by g.id limit 1""")
                .param("patient", patient.value())
                .query((row, number) -> new AccountId(row.getLong("id")))
                .optional();
    }

    /**
     * Opens an account, which sees nothing yet.
     *
     * @param holder the name of the person it is of, or null for a patient's own
     */
    public AccountId open(AccountOrigin origin, @Nullable String holder, Instant now) {
        return jdbc.sql("""
                        insert into __tenant__.portal_account (created_at, origin, holder_name)
                        values (:now, :origin, :holder) returning id""")
                .param("now", sql(now))
                .param("origin", origin.stored())
                .param("holder", holder)
                .query((row, number) -> new AccountId(row.getLong("id")))
                .single();
    }

    /** Deletes an account that never saw anything, with what it signs in with. */
    public void takeBack(AccountId account) {
        jdbc.sql("delete from __tenant__.credential where account_id = :account")
                .param("account", account.value())
                .update();
        jdbc.sql("delete from __tenant__.portal_account where id = :account")
                .param("account", account.value())
                .update();
    }

    /** The patient of that number, by name. */
    public Holder holder(PatientId patient) {
        return jdbc.sql("""
                        select btrim(given_name || ' ' || family_name) as name from __tenant__.patient where id = :patient""")
                .param("patient", patient.value())
                .query((row, number) -> new Holder(patient, row.getString("name")))
                .single();
    }

    /** The name of whoever holds an account: of the patient it belongs to, else what the clinic calls its holder. */
    public Optional<String> nameOf(AccountId account) {
        return jdbc.sql("select " + HOLDER + " as name from __tenant__.portal_account a where a.id = :account")
                .param("account", account.value())
                .query((row, number) -> Optional.ofNullable(row.getString("name")))
                .optional()
                .flatMap(name -> name);
    }

    /** The patient whose own account it is; nothing where it is somebody else's. */
    public Optional<PatientId> ownPatient(AccountId account) {
        return jdbc.sql("""
                        select patient_id from __tenant__.access_grant
                         where account_id = :account and relationship = 'self' and ended_at is null
                         order by id limit 1""")
                .param("account", account.value())
                .query((row, number) -> new PatientId(row.getLong("patient_id")))
                .optional();
    }

    /** Who an account is: the patient it belongs to, else its holder by name, else the first patient it may see. */
    public Person person(AccountId account) {
        return jdbc.sql("""
                        select p.id, case when g.relationship <> 'self' and a.holder_name is not null then a.holder_name
                                          else btrim(p.given_name || ' ' || p.family_name) end as name
                          from __tenant__.access_grant g
                          join __tenant__.patient p on p.id = g.patient_id
                          join __tenant__.portal_account a on a.id = g.account_id
                         where g.account_id = :account and g.ended_at is null
                         order by g.relationship = 'self' desc, g.granted_at, g.id limit 1""")
                .param("account", account.value())
                .query((row, number) -> new Person(account, row.getString("name"), new PatientId(row.getLong("id"))))
                .optional()
                .orElseGet(() -> new Person(account, nameOf(account).orElse("Account " + account), null));
    }
}
