package io.anteroom.clinic.access.grant;

import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.messaging.Channel;
import java.sql.Types;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where an account is written to about what it did itself: what it signs in with, as far as that is verified. */
@Component
@Transactional(readOnly = true)
public class AccountContacts {

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountContacts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The address or number, if there is one and the account is open.
     *
     * @param patient whom it is about, and whose bookings and forms the account has to see; null as long as there is no record
     */
    public Optional<String> of(AccountId account, @Nullable PatientId patient, Channel channel) {
        return jdbc.sql("""
                        select c.value from __tenant__.credential c
                          join __tenant__.portal_account a on a.id = c.account_id and a.closed_at is null
                         where c.account_id = :account and c.channel = :channel and c.verified_at is not null
                           and (cast(:patient as bigint) is null
                                or exists (select from __tenant__.access_grant g
                                            where g.account_id = a.id and g.patient_id = :patient
                                              and 'bookings' = any(g.scope) and""" + " " + Grants.IN_FORCE + "))")
                .param("account", account.value())
                .param("channel", channel == Channel.EMAIL ? "email" : "mobile")
                .param("patient", patient == null ? null : patient.value(), Types.BIGINT)
                .param("now", sql(clock.instant()))
                .query(String.class)
                .optional();
    }
}
