package io.anteroom.clinic.questionnaire.message;

import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.grant.AccountContacts;
import io.anteroom.clinic.access.grant.Grants;
import io.anteroom.clinic.questionnaire.assignment.Assignment;
import io.anteroom.messaging.Channel;
import io.anteroom.messaging.Message;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where messages about a form go: what the account signs in with that it was given to; else to the patient's contact details, or where the
 * clinic has none, to what the patient signs in with. Only verified sign-in addresses count.
 */
@Component
class FormContacts {

    private final JdbcClient jdbc;
    private final AccountContacts accounts;
    private final Clock clock;

    FormContacts(JdbcClient jdbc, AccountContacts accounts, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.clock = clock;
    }

    Optional<String> email(Assignment form) {
        return of(form, Channel.EMAIL).filter(Message::isEmailAddress);
    }

    Optional<String> mobile(Assignment form) {
        return of(form, Channel.SMS).filter(Message::isPhoneNumber);
    }

    private Optional<String> of(Assignment form, Channel channel) {
        var account = form.account();
        var patient = form.patient();
        if (account != null) {
            return accounts.of(account, patient, channel);
        }
        String kind = channel == Channel.EMAIL ? "email" : "mobile";
        return patient == null
                ? Optional.empty()
                : jdbc.sql("""
                                select coalesce(case :channel when 'email' then p.email else p.mobile end,
                                                (select max(c.value) from __tenant__.access_grant g
                                                   join __tenant__.portal_account a on a.id = g.account_id and a.closed_at is null
                                                   join __tenant__.credential c on c.account_id = a.id and c.channel = :channel
                                                        and c.verified_at is not null
                                                  where g.patient_id = p.id and g.relationship = 'self' and""" + " " + Grants.IN_FORCE + """
                                                )) as value
                                  from __tenant__.patient p where p.id = :patient""")
                        .param("patient", patient.value())
                        .param("channel", kind)
                        .param("now", sql(clock.instant()))
                        .query((row, _) -> Optional.ofNullable(row.getString("value")))
                        .optional()
                        .flatMap(value -> value);
    }
}
