package io.anteroom.clinic.scheduling.news;

import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.grant.Grants;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.messaging.Channel;
import io.anteroom.messaging.Message;
import java.sql.Types;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where messages about an appointment go: to the patient's contact details, or where the clinic has none, or no record yet, to
 * what the account that booked it signs in with, as far as that is verified and the account may still see it.
 */
@Component
@Transactional(readOnly = true)
public class AppointmentContacts {

    private final JdbcClient jdbc;
    private final Clock clock;

    AppointmentContacts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An address that a message can be sent to, if there is one. */
    public Optional<String> of(Appointment appointment, Channel channel) {
        boolean email = channel == Channel.EMAIL;
        Predicate<String> usable = email ? Message::isEmailAddress : Message::isPhoneNumber;
        String kind = email ? "email" : "mobile";
        return ofPatient(appointment, kind)
                .filter(usable)
                .or(() -> ofAccount(appointment, kind).filter(usable));
    }

    /** The column is called like the channel of a credential. */
    private Optional<String> ofPatient(Appointment appointment, String kind) {
        var patient = appointment.patient();
        return patient == null
                ? Optional.empty()
                : jdbc.sql("select " + kind + " from __tenant__.patient where id = :id and " + kind + " is not null")
                        .param("id", patient.value())
                        .query(String.class)
                        .optional();
    }

    private Optional<String> ofAccount(Appointment appointment, String kind) {
        var account = appointment.account();
        var patient = appointment.patient();
        return account == null
                ? Optional.empty()
                : jdbc.sql("""
                                select c.value from __tenant__.credential c
                                  join __tenant__.portal_account a on a.id = c.account_id and a.closed_at is null
                                 where c.account_id = :account and c.channel = :channel and c.verified_at is not null
                                   and (cast(:patient as bigint) is null
                                        or exists (select from __tenant__.access_grant g
                                                    where g.account_id = a.id and g.patient_id = :patient
                                                      and 'bookings' = any(g.scope) and""" + " " + Grants.IN_FORCE + "))")
                        .param("account", account.value())
                        .param("channel", kind)
                        .param("patient", patient == null ? null : patient.value(), Types.BIGINT)
                        .param("now", sql(clock.instant()))
                        .query(String.class)
                        .optional();
    }
}
