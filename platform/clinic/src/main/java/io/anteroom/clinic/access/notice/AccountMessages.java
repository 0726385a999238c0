package io.anteroom.clinic.access.notice;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.Message;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.Outbox;
import io.anteroom.messaging.SmsContent;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes to whoever holds an account, at what they sign in with and nowhere else: by mail, or where there is no verified address by text. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AccountMessages {

    private final Outbox outbox;
    private final JdbcClient jdbc;

    AccountMessages(Outbox outbox, JdbcClient jdbc) {
        this.outbox = outbox;
        this.jdbc = jdbc;
    }

    /** Sends it with the caller's transaction; nothing where the account is closed or has no verified address. */
    public void send(AccountId account, MessageAbout about, Supplier<EmailContent> mail, Supplier<SmsContent> text) {
        address(account, "email")
                .filter(Message::isEmailAddress)
                .map(address -> Message.email(address, about, mail.get()))
                .or(() -> address(account, "mobile")
                        .filter(Message::isPhoneNumber)
                        .map(number -> Message.sms(number, about, text.get())))
                .ifPresent(outbox::send);
    }

    private Optional<String> address(AccountId account, String channel) {
        return jdbc.sql("""
                        select c.value from __tenant__.credential c
                          join __tenant__.portal_account a on a.id = c.account_id and a.closed_at is null
                         where c.account_id = :account and c.channel = :channel and c.verified_at is not null""")
                .param("account", account.value())
                .param("channel", channel)
                .query(String.class)
                .optional();
    }
}
