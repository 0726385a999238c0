package io.anteroom.payments.wallet;

import io.anteroom.payments.card.PayerRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clinic's payers as Stripe's customers; every method needs a transaction. */
final class OwnerStore {

    private static final String SELECT = "select payer_kind, payer_id, account_id, attempt_id, customer_id, begun_at"
            + " from __tenant__.card_owner ";

    private final JdbcClient jdbc;

    OwnerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes down that a customer is wanted, unless that was done before. */
    void begin(PayerRef payer, String account, Instant now) {
        jdbc.sql("""
                insert into __tenant__.card_owner (payer_kind, payer_id, account_id, attempt_id, begun_at)
                values (:kind, :payer, :account, :attempt, :now)
                on conflict do nothing
                """)
                .param("kind", payer.kind())
                .param("payer", payer.id())
                .param("account", account)
                .param("attempt", UUID.randomUUID())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<CardOwner> find(PayerRef payer, String account) {
        return jdbc.sql(SELECT + "where payer_kind = :kind and payer_id = :payer and account_id = :account")
                .param("kind", payer.kind())
                .param("payer", payer.id())
                .param("account", account)
                .query(OwnerStore::read)
                .optional();
    }

    Optional<CardOwner> ofCustomer(String customer) {
        return jdbc.sql(SELECT + "where customer_id = :customer")
                .param("customer", customer)
                .query(OwnerStore::read)
                .optional();
    }

    /** The customer exists, unless that became known otherwise. */
    void made(CardOwner owner, String customer) {
        jdbc.sql("update __tenant__.card_owner set customer_id = :customer where attempt_id = :attempt"
                        + " and customer_id is null")
                .param("customer", customer)
                .param("attempt", owner.attempt())
                .update();
    }

    /** There surely is no customer of this attempt, or none any more: the next one has a key of its own. */
    void startOver(CardOwner owner, Instant now) {
        jdbc.sql("update __tenant__.card_owner set attempt_id = :next, customer_id = null, begun_at = :now"
                        + " where attempt_id = :attempt")
                .param("next", UUID.randomUUID())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("attempt", owner.attempt())
                .update();
    }

    /** Holds the owner until the transaction ends; false where something asked of Stripe later was recorded already. */
    boolean reading(CardOwner owner, Instant asked) {
        return jdbc.sql("update __tenant__.card_owner set read_at = :asked where attempt_id = :attempt"
                                + " and (read_at is null or read_at <= :asked)")
                        .param("asked", asked.atOffset(ZoneOffset.UTC))
                        .param("attempt", owner.attempt())
                        .update()
                == 1;
    }

    private static CardOwner read(ResultSet row, int number) throws SQLException {
        return new CardOwner(
                new PayerRef(row.getString("payer_kind"), row.getString("payer_id")),
                row.getString("account_id"),
                row.getObject("attempt_id", UUID.class),
                row.getString("customer_id"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant());
    }
}
