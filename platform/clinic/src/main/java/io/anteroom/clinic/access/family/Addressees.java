package io.anteroom.clinic.access.family;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.messaging.Message;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where those are reached whom news of access concerns, the best first: email before a text message. */
@Component
class Addressees {

    private static final String OF_PATIENT = """
            select to_use.channel, to_use.value
              from __tenant__.patient p
              left join lateral (
                   select max(c.value) filter (where c.channel = 'email') as email,
                          max(c.value) filter (where c.channel = 'mobile') as mobile
                     from __tenant__.access_grant g
                     join __tenant__.portal_account a on a.id = g.account_id and a.closed_at is null
                     join __tenant__.credential c on c.account_id = a.id
                    where g.patient_id = p.id and g.relationship = 'self' and g.ended_at is null) own on true
             cross join lateral (values ('email', coalesce(own.email, p.email)),
                                        ('mobile', coalesce(own.mobile, p.mobile))) to_use (channel, value)
             where p.id = :patient and to_use.value is not null order by to_use.channel""";

    private final JdbcClient jdbc;

    Addressees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of each kind what a patient signs in with, else what stands on the record. */
    List<SignInAddress> ofPatient(PatientId patient) {
        return jdbc.sql(OF_PATIENT).param("patient", patient.value()).query(Addressees::address).list().stream()
                .filter(address ->
                        address.channel() == CredentialChannel.MOBILE || Message.isEmailAddress(address.value()))
                .toList();
    }

    /** What an account signs in with. */
    List<SignInAddress> of(AccountId account) {
        return jdbc.sql("select channel, value from __tenant__.credential where account_id = :account order by channel")
                .param("account", account.value())
                .query(Addressees::address)
                .list();
    }

    private static SignInAddress address(ResultSet row, int number) throws SQLException {
        return new SignInAddress(CredentialChannel.of(row.getString("channel")), row.getString("value"));
    }
}
