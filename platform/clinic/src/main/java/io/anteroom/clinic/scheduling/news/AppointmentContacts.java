package io.anteroom.clinic.scheduling.news;

import io.anteroom.clinic.access.grant.AccountContacts;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.messaging.Channel;
import io.anteroom.messaging.Message;
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
    private final AccountContacts accounts;

    AppointmentContacts(JdbcClient jdbc, AccountContacts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** An address that a message can be sent to, if there is one. */
    public Optional<String> of(Appointment appointment, Channel channel) {
        boolean email = channel == Channel.EMAIL;
        Predicate<String> usable = email ? Message::isEmailAddress : Message::isPhoneNumber;
        String kind = email ? "email" : "mobile";
        return ofPatient(appointment, kind)
                .filter(usable)
                .or(() -> ofAccount(appointment, channel).filter(usable));
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

    private Optional<String> ofAccount(Appointment appointment, Channel channel) {
        var account = appointment.account();
        return account == null ? Optional.empty() : accounts.of(account, appointment.patient(), channel);
    }
}
