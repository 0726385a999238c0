package io.anteroom.payments.wallet;

import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.PayerRef;
import io.anteroom.payments.card.SavedCard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clinic's saved cards; every method needs a transaction. */
final class CardStore {

    private static final String SELECT = "select id, account_id, customer_id, method_id, brand, last4, exp_month,"
            + " exp_year, name, preferred, added_at from __tenant__.saved_card"
            + " where payer_kind = :kind and payer_id = :payer and account_id = :account and removed_at is null ";

    private final JdbcClient jdbc;

    CardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The payer's cards on this account, the preferred first, then the newest. */
    List<StoredCard> of(PayerRef payer, String account) {
        return jdbc.sql(SELECT + "order by preferred desc, added_at desc, id")
                .param("kind", payer.kind())
                .param("payer", payer.id())
                .param("account", account)
                .query(CardStore::read)
                .list();
    }

    Optional<StoredCard> find(PayerRef payer, String account, CardId card) {
        return jdbc.sql(SELECT + "and id = :id")
                .param("kind", payer.kind())
                .param("payer", payer.id())
                .param("account", account)
                .param("id", card.value())
                .query(CardStore::read)
                .optional();
    }

    /** Whether the card is this payer's, or was before it was removed. */
    boolean owns(PayerRef payer, CardId card) {
        return jdbc.sql("select exists (select from __tenant__.saved_card where id = :id and payer_kind = :kind"
                        + " and payer_id = :payer)")
                .param("id", card.value())
                .param("kind", payer.kind())
                .param("payer", payer.id())
                .query(Boolean.class)
                .single();
    }

    boolean rename(PayerRef payer, String account, CardId card, @Nullable String name) {
        return jdbc.sql("update __tenant__.saved_card set name = :name where id = :id and payer_kind = :kind"
                                + " and payer_id = :payer and account_id = :account and removed_at is null")
                        .param("name", name, Types.VARCHAR)
                        .param("id", card.value())
                        .param("kind", payer.kind())
                        .param("payer", payer.id())
                        .param("account", account)
                        .update()
                == 1;
    }

    /** Records what Stripe said; the caller holds the owner. */
    void record(CardOwner owner, CardReading reading, Instant now) {
        jdbc.sql("update __tenant__.saved_card set preferred = false where payer_kind = :kind and payer_id = :payer"
                        + " and account_id = :account and preferred")
                .param("kind", owner.payer().kind())
                .param("payer", owner.payer().id())
                .param("account", owner.account())
                .update();
        reading.cards().forEach(card -> keep(owner, card, card.method().equals(reading.preferred())));
        jdbc.sql("""
                update __tenant__.saved_card set removed_at = :now, name = null
                where payer_kind = :kind and payer_id = :payer and account_id = :account and removed_at is null
                  and method_id <> all (cast(:methods as text[]))
                """)
                .param("now", utc(now))
                .param("kind", owner.payer().kind())
                .param("payer", owner.payer().id())
                .param("account", owner.account())
                .param(
                        "methods",
                        reading.cards().stream().map(CardReading.Card::method).toArray(String[]::new))
                .update();
        endConsents(owner, now);
    }

    /** For good, whatever becomes of a removed card: one that is listed again may be charged only by a new consent. */
    private void endConsents(CardOwner owner, Instant now) {
        jdbc.sql("""
                update __tenant__.card_consent set revoked_at = greatest(:now, given_at), revoked_by = 'card removed'
                where payer_kind = :kind and payer_id = :payer and revoked_at is null
                  and card_id in (select id from __tenant__.saved_card
                                   where payer_kind = :kind and payer_id = :payer and account_id = :account
                                     and removed_at is not null)
                """)
                .param("now", utc(now))
                .param("kind", owner.payer().kind())
                .param("payer", owner.payer().id())
                .param("account", owner.account())
                .update();
    }

    /** A card and whose it is. */
    record Owned(PayerRef payer, SavedCard card) {}

    /** The card, unless it was removed; held until the transaction ends. */
    Optional<Owned> toTell(CardId card) {
        return jdbc.sql("select payer_kind, payer_id, id, account_id, customer_id, method_id, brand, last4, exp_month,"
                        + " exp_year, name, preferred, added_at from __tenant__.saved_card"
                        + " where id = :id and removed_at is null for update")
                .param("id", card.value())
                .query((row, number) -> new Owned(
                        new PayerRef(row.getString("payer_kind"), row.getString("payer_id")),
                        read(row, number).shown()))
                .optional();
    }

    /** Notes that its owner is told of its last month; false where they were. */
    boolean told(CardId card, YearMonth until) {
        return jdbc.sql("update __tenant__.saved_card set told_of = :until"
                                + " where id = :id and told_of is distinct from :until")
                        .param("until", until.atDay(1))
                        .param("id", card.value())
                        .update()
                == 1;
    }

    private void keep(CardOwner owner, CardReading.Card card, boolean preferred) {
        jdbc.sql("""
                insert into __tenant__.saved_card (id, payer_kind, payer_id, account_id, customer_id, method_id, brand,
                    last4, exp_month, exp_year, preferred, added_at)
                values (:id, :kind, :payer, :account, :customer, :method, :brand, :last4, :month, :year, :preferred,
                    :added)
                on conflict (method_id) do update set exp_month = excluded.exp_month, exp_year = excluded.exp_year,
                    last4 = excluded.last4, brand = excluded.brand, preferred = excluded.preferred, removed_at = null
                """)
                .param("id", UUID.randomUUID())
                .param("kind", owner.payer().kind())
                .param("payer", owner.payer().id())
                .param("account", owner.account())
                .param("customer", String.valueOf(owner.customer()))
                .param("method", card.method())
                .param("brand", card.brand())
                .param("last4", card.last4())
                .param("month", card.until().getMonthValue())
                .param("year", card.until().getYear())
                .param("preferred", preferred)
                .param("added", utc(card.addedAt()))
                .update();
    }

    private static StoredCard read(ResultSet row, int number) throws SQLException {
        return new StoredCard(
                new SavedCard(
                        new CardId(row.getObject("id", UUID.class)),
                        row.getString("brand"),
                        row.getString("last4"),
                        YearMonth.of(row.getInt("exp_year"), row.getInt("exp_month")),
                        row.getString("name"),
                        row.getBoolean("preferred"),
                        row.getObject("added_at", OffsetDateTime.class).toInstant()),
                row.getString("account_id"),
                row.getString("customer_id"),
                row.getString("method_id"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
