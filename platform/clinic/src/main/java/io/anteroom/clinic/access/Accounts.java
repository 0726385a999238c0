package io.anteroom.clinic.access;

import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.patient.PatientId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts of patients who sign in for themselves. */
@Component
class Accounts {

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the patient's record, so that two staff don't give one patient two accounts; false if there is none. */
    boolean hold(PatientId patient) {
        return jdbc.sql("select id from __tenant__.patient where id = :patient for update")
                .param("patient", patient.value())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** The account with which the patient signs in, if one was ever set up. */
    Optional<AccountId> of(PatientId patient) {
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

    /** Opens an account that sees all of that one patient. */
    AccountId open(PatientId patient, String by, Instant now) {
        var account = jdbc.sql("insert into __tenant__.portal_account (created_at) values (:now) returning id")
                .param("now", sql(now))
                .query((row, number) -> new AccountId(row.getLong("id")))
                .single();
        jdbc.sql("""
                        insert into __tenant__.access_grant
                               (account_id, patient_id, relationship, level, scope, granted_at, granted_by)
                        values (:account, :patient, 'self', 'full', array['bookings', 'money', 'clinical'], :now, :by)""")
                .param("account", account.value())
                .param("patient", patient.value())
                .param("now", sql(now))
                .param("by", by)
                .update();
        return account;
    }

    /** Who an account is: the patient it belongs to, else the first it may see. */
    Person person(AccountId account) {
        return jdbc.sql("""
                        select p.id, btrim(p.given_name || ' ' || p.family_name) as name
                          from __tenant__.access_grant g
                          join __tenant__.patient p on p.id = g.patient_id
                         where g.account_id = :account and g.ended_at is null
                         order by g.relationship = 'self' desc, g.granted_at, g.id limit 1""")
                .param("account", account.value())
                .query((row, number) -> new Person(account, row.getString("name"), new PatientId(row.getLong("id"))))
                .optional()
                .orElseGet(() -> new Person(account, "Account " + account, null));
    }
}
