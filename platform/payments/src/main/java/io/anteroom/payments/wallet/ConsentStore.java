package io.anteroom.payments.wallet;

import io.anteroom.payments.card.CardConsent;
import io.anteroom.payments.card.CardConsents;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.ConsentWording;
import io.anteroom.payments.card.PayerRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Consents, in the clinic's own tables. */
final class ConsentStore implements CardConsents {

    private static final String SELECT =
            "select id, payer_kind, payer_id, about, card_id, version, wording, language, given_at, given_by,"
                    + " revoked_at, revoked_by from __tenant__.card_consent where ";
    private static final String OF_PAYER = SELECT + "payer_kind = :kind and payer_id = :payer ";
    private static final String STANDS = "and revoked_at is null and exists (select from __tenant__.saved_card"
            + " where saved_card.id = card_id and removed_at is null) ";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ConsentStore(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Optional<CardConsent> give(PayerRef payer, String about, CardId card, ConsentWording wording, String by) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            hold(payer);
            boolean theirs = jdbc.sql("select exists (select from __tenant__.saved_card where id = :card"
                            + " and payer_kind = :kind and payer_id = :payer and removed_at is null)")
                    .param("card", card.value())
                    .param("kind", payer.kind())
                    .param("payer", payer.id())
                    .query(Boolean.class)
                    .single();
            if (!theirs) {
                return Optional.empty();
            }
            var _ = revoke(payer, about, by);
            add(payer, about, card, wording, by);
            return standing(payer, about);
        }));
    }

    @Override
    public Optional<CardConsent> standing(PayerRef payer, String about) {
        return Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(OF_PAYER + "and about = :about " + STANDS)
                .param("kind", payer.kind())
                .param("payer", payer.id())
                .param("about", about)
                .query(ConsentStore::read)
                .optional()));
    }

    @Override
    public List<CardConsent> standing(String about) {
        return Objects.requireNonNull(transaction.execute(
                _ -> jdbc.sql(SELECT + "about = :about " + STANDS + "order by given_at desc, id limit 20")
                        .param("about", about)
                        .query(ConsentStore::read)
                        .list()));
    }

    @Override
    public boolean revoke(PayerRef payer, String about, String by) {
        return Boolean.TRUE.equals(transaction.execute(_ -> jdbc.sql(
                                "update __tenant__.card_consent set revoked_at = :now, revoked_by = :by where payer_kind = :kind"
                                        + " and payer_id = :payer and about = :about and revoked_at is null")
                        .param("now", utc(clock.instant()))
                        .param("by", by)
                        .param("kind", payer.kind())
                        .param("payer", payer.id())
                        .param("about", about)
                        .update()
                > 0));
    }

    @Override
    public List<CardConsent> of(PayerRef payer) {
        return Objects.requireNonNull(transaction.execute(
                _ -> jdbc.sql(OF_PAYER + "order by revoked_at is not null, given_at desc, revoked_at desc limit 200")
                        .param("kind", payer.kind())
                        .param("payer", payer.id())
                        .query(ConsentStore::read)
                        .list()));
    }

    /** Of two given at once the second takes the first's place, and none is given while the payer's cards are recorded. */
    private void hold(PayerRef payer) {
        var _ = jdbc.sql("select account_id from __tenant__.card_owner where payer_kind = :kind and payer_id = :payer"
                        + " order by account_id for update")
                .param("kind", payer.kind())
                .param("payer", payer.id())
                .query(String.class)
                .list();
    }

    private void add(PayerRef payer, String about, CardId card, ConsentWording wording, String by) {
        jdbc.sql("""
                insert into __tenant__.card_consent (id, payer_kind, payer_id, about, card_id, version, wording, language,
                    given_at, given_by)
                values (:id, :kind, :payer, :about, :card, :version, :wording, :language, :now, :by)
                """)
                .param("id", UUID.randomUUID())
                .param("kind", payer.kind())
                .param("payer", payer.id())
                .param("about", about)
                .param("card", card.value())
                .param("version", wording.version())
                .param("wording", wording.text())
                .param("language", wording.language().toLanguageTag())
                .param("now", utc(clock.instant()))
                .param("by", by)
                .update();
    }

    private static CardConsent read(ResultSet row, int number) throws SQLException {
        OffsetDateTime revoked = row.getObject("revoked_at", OffsetDateTime.class);
        return new CardConsent(
                row.getObject("id", UUID.class),
                new PayerRef(row.getString("payer_kind"), row.getString("payer_id")),
                row.getString("about"),
                new CardId(row.getObject("card_id", UUID.class)),
                row.getInt("version"),
                row.getString("wording"),
                row.getString("language"),
                row.getObject("given_at", OffsetDateTime.class).toInstant(),
                row.getString("given_by"),
                revoked == null ? null : revoked.toInstant(),
                row.getString("revoked_by"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
