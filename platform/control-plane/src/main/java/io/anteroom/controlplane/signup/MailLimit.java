package io.anteroom.controlplane.signup;

import io.anteroom.controlplane.organisation.EmailAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many mails of sign-ups one address gets in an hour. Anybody can type anybody's address, so this is counted where the
 * mails are, in the outbox: neither more replicas nor a restart send a stranger more.
 */
class MailLimit {

    private static final Duration WINDOW = Duration.ofHours(1);

    private final JdbcClient control;
    private final int mailsPerHour;
    private final Clock clock;

    MailLimit(JdbcClient control, int mailsPerHour, Clock clock) {
        this.control = control;
        this.mailsPerHour = mailsPerHour;
        this.clock = clock;
    }

    /** Whether one more mail may go to {@code address}. */
    boolean allows(EmailAddress address) {
        long lately = control.sql("""
                        select count(*) from control.platform_message
                        where recipient = :address and created_at > :since and about_kind like 'sign-up-%'
                        """)
                .param("address", address.value())
                .param("since", clock.instant().minus(WINDOW).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        return lately < mailsPerHour;
    }
}
