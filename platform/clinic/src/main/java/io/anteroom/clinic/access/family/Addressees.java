package io.anteroom.clinic.access.family;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.messaging.Message;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where those are reached whom news of access concerns. */
@Component
class Addressees {

    private final JdbcClient jdbc;

    Addressees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The email address a patient signs in with, else the one on the record. */
    Optional<String> ofPatient(PatientId patient) {
        return jdbc.sql("""
                        select coalesce(
                                 (select c.value from __tenant__.access_grant g
                                    join __tenant__.portal_account a on a.id = g.account_id and a.closed_at is null
                                    join __tenant__.credential c on c.account_id = a.id and c.channel = 'email'
                                   where g.patient_id = p.id and g.relationship = 'self' and g.ended_at is null
                                   order by g.id limit 1),
                                 p.email, '') as address
                          from __tenant__.patient p where p.id = :patient""")
                .param("patient", patient.value())
                .query(String.class)
                .optional()
                .filter(Message::isEmailAddress);
    }

    /** The email address an account signs in with. */
    Optional<String> email(AccountId account) {
        return value(account, "email");
    }

    /** The mobile number an account signs in with. */
    Optional<String> mobile(AccountId account) {
        return value(account, "mobile");
    }

    private Optional<String> value(AccountId account, String channel) {
        return jdbc.sql("select value from __tenant__.credential where account_id = :account and channel = :channel")
                .param("account", account.value())
                .param("channel", channel)
                .query(String.class)
                .optional();
    }
}
