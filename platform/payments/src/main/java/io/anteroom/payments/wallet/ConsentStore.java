package io.anteroom.payments.wallet;

import io.anteroom.payments.card.CardConsent;
import io.anteroom.payments.card.CardConsents;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.PayerRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Consents, in the clinic's own tables. */
final class ConsentStore implements CardConsents {

    private static final String SELECT =
            "select id, payer_kind, payer_id, card_id, wording, language, given_at, given_by,"
                    + " revoked_at, revoked_by from __tenant__.card_consent where payer_kind = :kind and payer_id = :payer ";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ConsentStore(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Optional<CardConsent> give(PayerRef payer, CardId card, String wording, Locale language, String by) {
        return Objects.requireNonNull(transaction.execute(_ -> {
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
            var _ = revoke(payer, by);
            add(payer, card, wording, language, by);
            return standing(payer);
        }));
    }

    @Override
    public Optional<CardConsent> standing(PayerRef payer) {
        return Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(SELECT
                        + "and revoked_at is null and exists (select from __tenant__.saved_card"
                        + " where saved_card.id = card_id and removed_at is null)")
                .param("kind", payer.kind())
                .param("payer", payer.id())
                .query(ConsentStore::read)
                .optional()));
    }

    @Override
    public boolean revoke(PayerRef payer, String by) {
        return Boolean.TRUE.equals(transaction.execute(_ -> jdbc.sql(
                                "update __tenant__.card_consent set revoked_at = :now, revoked_by = :by where payer_kind = :kind"
                                        + " and payer_id = :payer and revoked_at is null")
                        .param("now", utc(clock.instant()))
                        .param("by", by)
                        .param("kind", payer.kind())
                        .param("payer", payer.id())
                        .update()
                > 0));
    }

    @Override
    public List<CardConsent> of(PayerRef payer) {
        return Objects.requireNonNull(
                transaction.execute(_ -> jdbc.sql(SELECT + "order by given_at desc, revoked_at desc nulls first")
                        .param("kind", payer.kind())
                        .param("payer", payer.id())
                        .query(ConsentStore::read)
                        .list()));
    }

    private void add(PayerRef payer, CardId card, String wording, Locale language, String by) {
        jdbc.sql("""
                insert into __tenant__.card_consent (id, payer_kind, payer_id, card_id, wording, language, given_at,
                    given_by)
                values (:id, :kind, :payer, :card, :wording, :language, :now, :by)
                """)
                .param("id", UUID.randomUUID())
                .param("kind", payer.kind())
                .param("payer", payer.id())
                .param("card", card.value())
                .param("wording", wording)
                .param("language", language.toLanguageTag())
                .param("now", utc(clock.instant()))
                .param("by", by)
                .update();
    }

    private static CardConsent read(ResultSet row, int number) throws SQLException {
        OffsetDateTime revoked = row.getObject("revoked_at", OffsetDateTime.class);
        return new CardConsent(
                row.getObject("id", UUID.class),
                new PayerRef(row.getString("payer_kind"), row.getString("payer_id")),
                new CardId(row.getObject("card_id", UUID.class)),
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
