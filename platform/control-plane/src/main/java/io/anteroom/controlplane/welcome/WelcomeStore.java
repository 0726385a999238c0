package io.anteroom.controlplane.welcome;

import io.anteroom.controlplane.organisation.EmailAddress;
import io.anteroom.controlplane.organisation.LinkToken;
import io.anteroom.controlplane.organisation.SignUpId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code control.owner_welcome}. Called in control transactions. */
class WelcomeStore {

    private static final String SELECT = """
            select whole.sign_up_id, whole.organisation_name, whole.slug, whole.owner_name, whole.owner_email,
                   whole.owner_subject, welcome.expires_at
            from control.owner_welcome welcome join control.provisioning whole using (sign_up_id)
            """;

    private final JdbcClient control;

    WelcomeStore(JdbcClient control) {
        this.control = control;
    }

    /** Stores the first link, unless there is one. Says whether it was the first. */
    boolean addFirst(SignUpId id, LinkToken token, Instant until, Instant now) {
        return control.sql("""
                        insert into control.owner_welcome (sign_up_id, key, expires_at, sent_at)
                        values (:id, :key, :until, :now)
                        on conflict (sign_up_id) do nothing
                        """)
                        .param("id", id.value())
                        .param("key", token.hash())
                        .param("until", at(until))
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /** A new link takes the place of the last one. */
    void replace(SignUpId id, LinkToken token, Instant until, Instant now) {
        control.sql("""
                        update control.owner_welcome set key = :key, expires_at = :until, sent_at = :now
                        where sign_up_id = :id
                        """)
                .param("id", id.value())
                .param("key", token.hash())
                .param("until", at(until))
                .param("now", at(now))
                .update();
    }

    Welcome get(SignUpId id) {
        return control.sql(SELECT + "where whole.sign_up_id = :id")
                .param("id", id.value())
                .query((row, number) -> welcome(row))
                .single();
    }

    /** The one whose latest link this is, expired or not. */
    Optional<Welcome> byToken(LinkToken token) {
        return control.sql(SELECT + "where welcome.key = :key")
                .param("key", token.hash())
                .query((row, number) -> welcome(row))
                .optional();
    }

    /** Whether the link of that fingerprint is still the latest, and good. */
    boolean good(SignUpId id, String fingerprint, Instant now) {
        return control.sql("""
                        select count(*) from control.owner_welcome
                        where sign_up_id = :id and expires_at > :now
                          and encode(key, 'hex') like :fingerprint || '%'
                        """)
                        .param("id", id.value())
                        .param("fingerprint", fingerprint)
                        .param("now", at(now))
                        .query(Long.class)
                        .single()
                == 1;
    }

    private static Welcome welcome(ResultSet row) throws SQLException {
        return new Welcome(
                new SignUpId(row.getObject("sign_up_id", UUID.class)),
                row.getString("organisation_name"),
                row.getString("slug"),
                row.getString("owner_name"),
                new EmailAddress(row.getString("owner_email")),
                row.getString("owner_subject"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
