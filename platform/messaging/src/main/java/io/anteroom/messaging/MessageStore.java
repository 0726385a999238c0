package io.anteroom.messaging;

import io.anteroom.messaging.SecretBox.SealBroken;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of one outbox. The clinics' table and the platform's have the same shape, so one class serves both; every
 * method needs the caller's transaction.
 */
final class MessageStore {

    /** Stands where the secret was, in what is kept for people to look at. */
    static final String DOTS = "\u2022\u2022\u2022\u2022\u2022\u2022";

    private static final String COLUMNS =
            "id, channel, recipient, about_kind, about_ref, content, state, reason, created_at, state_at";

    private final JdbcClient jdbc;
    private final String table;
    private final Supplier<String> owner;
    private final SecretBox secrets;
    private final JsonMapper json = new JsonMapper();

    /**
     * @param table qualified with the tenant marker or {@code control}
     * @param owner whose secrets these are: the current tenant's id, or one fixed word for the platform
     */
    MessageStore(JdbcClient jdbc, String table, Supplier<String> owner, SecretBox secrets) {
        this.jdbc = jdbc;
        this.table = table;
        this.owner = owner;
        this.secrets = secrets;
    }

    /** A message taken for one attempt to send it, with its secret in place. */
    record Taken(MessageId id, Message message, int attempt, Instant addedAt) {}

    MessageId add(Message message, Instant now) {
        var id = new MessageId(UUID.randomUUID());
        String secret = message.content().secret();
        jdbc.sql("insert into " + table + " (id, channel, recipient, about_kind, about_ref, content, secret,"
                        + " state, attempts, created_at, state_at) values (:id, :channel, :recipient, :kind, :ref,"
                        + " cast(:content as jsonb), :secret, 'queued', 0, :now, :now)")
                .param("id", id.value())
                .param("channel", message.channel().word())
                .param("recipient", message.recipient())
                .param("kind", message.about().kind())
                .param("ref", message.about().ref())
                .param("content", json.writeValueAsString(message.content().withoutSecret()))
                .param("secret", secret == null ? null : secrets.seal(secret, owner.get(), id), Types.BINARY)
                .param("now", utc(now))
                .update();
        return id;
    }

    /** Counts an attempt and gives the message; nothing if it is not queued any more. */
    Optional<Taken> take(MessageId id, Instant now) throws SealBroken {
        Optional<Sealed> sealed = jdbc.sql(
                        "update " + table + " set attempts = attempts + 1, tried_at = :now"
                                + " where id = :id and state = 'queued'"
                                + " returning id, channel, recipient, about_kind, about_ref, content, secret, attempts, created_at")
                .param("id", id.value())
                .param("now", utc(now))
                .query((row, _) -> new Sealed(
                        taken(row), Optional.ofNullable(row.getBytes("secret")).map(ByteBuffer::wrap)))
                .optional();
        return sealed.isEmpty() ? Optional.empty() : Optional.of(opened(sealed.get()));
    }

    /** Undoes the count of an attempt that was none. */
    void giveBack(MessageId id) {
        jdbc.sql("update " + table
                        + " set attempts = attempts - 1 where id = :id and state = 'queued' and attempts > 0")
                .param("id", id.value())
                .update();
    }

    /** Ends a queued message and erases its secret; a message that has ended stays as it is. Gives the channel of one that ended now. */
    Optional<Channel> end(MessageId id, MessageState state, @Nullable String reason, Instant now) {
        return jdbc.sql("update " + table + " set state = :state, reason = :reason, state_at = :now, secret = null"
                        + " where id = :id and state = 'queued' returning channel")
                .param("state", state.word())
                .param("reason", reason, Types.VARCHAR)
                .param("now", utc(now))
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(Channel::of);
    }

    List<MessageRecord> about(MessageAbout about, int most) {
        return jdbc.sql("select " + COLUMNS + " from " + table
                        + " where about_kind = :kind and about_ref = :ref order by created_at desc, id limit :most")
                .param("kind", about.kind())
                .param("ref", about.ref())
                .param("most", most)
                .query((row, _) -> read(row))
                .list();
    }

    List<MessageRecord> all(Collection<MessageId> ids) {
        return jdbc.sql("select " + COLUMNS + " from " + table
                        + " where id = any(cast(:ids as uuid[])) order by created_at desc, id")
                .param("ids", ids.stream().map(MessageId::toString).toArray(String[]::new))
                .query((row, _) -> read(row))
                .list();
    }

    Optional<MessageRecord> find(MessageId id) {
        return jdbc.sql("select " + COLUMNS + " from " + table + " where id = :id")
                .param("id", id.value())
                .query((row, _) -> read(row))
                .optional();
    }

    private record Sealed(Taken taken, Optional<ByteBuffer> secret) {}

    private Taken opened(Sealed sealed) throws SealBroken {
        Taken taken = sealed.taken();
        if (sealed.secret().isEmpty()) {
            return taken;
        }
        String secret = secrets.open(sealed.secret().get().array(), owner.get(), taken.id());
        Message hidden = taken.message();
        return new Taken(
                taken.id(),
                new Message(
                        hidden.channel(),
                        hidden.recipient(),
                        hidden.about(),
                        hidden.content().revealing(secret)),
                taken.attempt(),
                taken.addedAt());
    }

    private Taken taken(ResultSet row) throws SQLException {
        Channel channel = Channel.of(row.getString("channel"));
        return new Taken(
                id(row),
                new Message(channel, row.getString("recipient"), aboutOf(row), content(channel, row)),
                row.getInt("attempts"),
                instant(row, "created_at"));
    }

    private MessageRecord read(ResultSet row) throws SQLException {
        Channel channel = Channel.of(row.getString("channel"));
        return new MessageRecord(
                id(row),
                channel,
                row.getString("recipient"),
                aboutOf(row),
                content(channel, row).revealing(DOTS),
                MessageState.of(row.getString("state")),
                row.getString("reason"),
                instant(row, "created_at"),
                instant(row, "state_at"));
    }

    private MessageContent content(Channel channel, ResultSet row) throws SQLException {
        String text = row.getString("content");
        return switch (channel) {
            case EMAIL -> json.readValue(text, EmailContent.class);
            case SMS -> json.readValue(text, SmsContent.class);
        };
    }

    private static MessageId id(ResultSet row) throws SQLException {
        return new MessageId(row.getObject("id", UUID.class));
    }

    private static MessageAbout aboutOf(ResultSet row) throws SQLException {
        return new MessageAbout(row.getString("about_kind"), row.getString("about_ref"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
