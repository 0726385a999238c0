package io.anteroom.clinic.scheduling.news;

import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.messaging.Channel;
import io.anteroom.messaging.Message;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where messages about an appointment go: to the patient's contact details, or where there is no record yet to what the
 * account that booked it signs in with, as far as that is verified.
 */
@Component
@Transactional(readOnly = true)
public class AppointmentContacts {

    private final JdbcClient jdbc;

    AppointmentContacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An address that a message can be sent to, if there is one. */
    public Optional<String> of(Appointment appointment, Channel channel) {
        boolean email = channel == Channel.EMAIL;
        return found(appointment, email ? "email" : "mobile")
                .filter(email ? Message::isEmailAddress : Message::isPhoneNumber);
    }

    /** A patient's column is called like the channel of a credential. */
    private Optional<String> found(Appointment appointment, String kind) {
        var patient = appointment.patient();
        if (patient != null) {
            return jdbc.sql("select " + kind + " from __tenant__.patient where id = :id and " + kind + " is not null")
                    .param("id", patient.value())
                    .query(String.class)
                    .optional();
        }
        var account = appointment.account();
        return account == null
                ? Optional.empty()
                : jdbc.sql("""
                                select value from __tenant__.credential
                                 where account_id = :account and channel = :channel and verified_at is not null""")
                        .param("account", account.value())
                        .param("channel", kind)
                        .query(String.class)
                        .optional();
    }
}
