package io.anteroom.payments.wallet;

import io.anteroom.payments.card.CardSetup.State;
import io.anteroom.payments.card.CardSetupId;
import io.anteroom.payments.card.PayerRef;
import io.anteroom.payments.wallet.StoredSetup.Order;
import io.anteroom.payments.wallet.StoredSetup.Page;
import io.anteroom.payments.wallet.StoredSetup.Reading;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attempts at adding a card; every method needs a transaction. */
final class SetupStore {

    private static final String SELECT = "select id, payer_kind, payer_id, account_id, customer_id, locale, done_url,"
            + " left_url, state, session_id, session_url, expires_at, method_id, failure, created_at"
            + " from __tenant__.card_setup ";

    private final JdbcClient jdbc;

    SetupStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes a new attempt, unless one of the same payer is still open: then nothing is written. */
    boolean add(CardSetupId id, Order order, Instant now) {
        return jdbc.sql("""
                insert into __tenant__.card_setup (id, payer_kind, payer_id, account_id, customer_id, locale, done_url,
                    left_url, state, expires_at, created_at, changed_at)
                values (:id, :kind, :payer, :account, :customer, :locale, :done, :left, 'created', :expires, :now, :now)
                on conflict do nothing
                """)
                        .param("id", id.value())
                        .param("kind", order.payer().kind())
                        .param("payer", order.payer().id())
                        .param("account", order.account())
                        .param("customer", order.customer())
                        .param("locale", order.locale())
                        .param("done", order.doneUrl())
                        .param("left", order.leftUrl())
                        .param("expires", utc(order.expiresAt()))
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    Optional<StoredSetup> find(CardSetupId id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query(SetupStore::read)
                .optional();
    }

    /** The attempt, kept from changing until the transaction ends. */
    StoredSetup lock(CardSetupId id) {
        return jdbc.sql(SELECT + "where id = :id for update")
                .param("id", id.value())
                .query(SetupStore::read)
                .single();
    }

    /** The one attempt that is not over. */
    Optional<StoredSetup> open(PayerRef payer) {
        return jdbc.sql(SELECT + "where payer_kind = :kind and payer_id = :payer and state in ('created', 'open')")
                .param("kind", payer.kind())
                .param("payer", payer.id())
                .query(SetupStore::read)
                .optional();
    }

    /** The page exists; nothing where the attempt was given up meanwhile: then nobody may be sent there. */
    void opened(CardSetupId id, Page page, Instant now) {
        jdbc.sql("update __tenant__.card_setup set state = 'open', session_id = :session, session_url = :url,"
                        + " changed_at = :now where id = :id and state = 'created'")
                .param("session", page.id())
                .param("url", page.url(), Types.VARCHAR)
                .param("now", utc(now))
                .param("id", id.value())
                .update();
    }

    /** The attempt ends before it had a page; nothing if it is further by now. */
    void giveUp(CardSetupId id, State end, String reason, Instant now) {
        jdbc.sql("update __tenant__.card_setup set state = :state, failure = :reason, changed_at = :now"
                        + " where id = :id and state = 'created'")
                .param("state", end.word())
                .param("reason", reason)
                .param("now", utc(now))
                .param("id", id.value())
                .update();
    }

    /** Records what Stripe said; the caller holds the row's lock and has seen that it is news. */
    void record(CardSetupId id, Reading reading, Instant now) {
        jdbc.sql("update __tenant__.card_setup set state = :state, method_id = :method, failure = :failure,"
                        + " changed_at = :now where id = :id")
                .param("state", reading.state().word())
                .param("method", reading.method(), Types.VARCHAR)
                .param("failure", reading.failure(), Types.VARCHAR)
                .param("now", utc(now))
                .param("id", id.value())
                .update();
    }

    private static StoredSetup read(ResultSet row, int number) throws SQLException {
        return new StoredSetup(
                new CardSetupId(row.getObject("id", UUID.class)),
                new Order(
                        new PayerRef(row.getString("payer_kind"), row.getString("payer_id")),
                        row.getString("account_id"),
                        row.getString("customer_id"),
                        row.getString("locale"),
                        row.getString("done_url"),
                        row.getString("left_url"),
                        instant(row, "expires_at")),
                State.of(row.getString("state")),
                instant(row, "created_at"),
                row.getString("session_id"),
                row.getString("session_url"),
                row.getString("method_id"),
                row.getString("failure"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
