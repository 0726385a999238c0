package io.anteroom.payments.attempt;

import io.anteroom.payments.Money;
import io.anteroom.payments.PayablePart;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.Payables.Allocation;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.PaymentState;
import io.anteroom.payments.attempt.StoredPayment.Order;
import io.anteroom.payments.attempt.StoredPayment.Page;
import io.anteroom.payments.attempt.StoredPayment.Saved;
import io.anteroom.payments.attempt.StoredPayment.Standing;
import io.anteroom.payments.card.CardId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a payment's row is read. */
final class PaymentRow {

    /** What {@link #read} needs; a part's values are separated by what no text holds. */
    static final String SELECT = "select id, payable_kind, payable_id, amount_minor, currency, description,"
            + " payer_email, locale, paid_url, left_url, state, account_id, session_id, session_url, session_expires_at,"
            + " allocation, failure, card, created_at, settled_at, refunded_minor, payment_intent_id, give_back_at,"
            + " give_back_refusals, refund_changes, card_id, customer_id, method_id, consent_id,"
            + " array(select concat_ws(chr(31), t.payable_kind, t.payable_id, t.amount_minor, t.description)"
            + " from __tenant__.payment_part t where t.payment_id = payment.id order by t.position) as parts"
            + " from __tenant__.payment ";

    private static final String BETWEEN = "\u001f";

    private PaymentRow() {}

    static StoredPayment read(ResultSet row, int number) throws SQLException {
        String session = row.getString("session_id");
        return new StoredPayment(
                new PaymentId(row.getObject("id", UUID.class)),
                new Order(
                        new PayableRef(row.getString("payable_kind"), row.getString("payable_id")),
                        Money.of(row.getLong("amount_minor"), row.getString("currency")),
                        row.getString("description"),
                        row.getString("payer_email"),
                        row.getString("locale"),
                        row.getString("paid_url"),
                        row.getString("left_url"),
                        row.getString("account_id"),
                        instant(row, "session_expires_at"),
                        saved(row),
                        parts(row)),
                standing(row),
                session == null ? null : new Page(session, row.getString("session_url")));
    }

    private static @Nullable Saved saved(ResultSet row) throws SQLException {
        UUID card = row.getObject("card_id", UUID.class);
        return card == null
                ? null
                : new Saved(
                        new CardId(card),
                        row.getString("customer_id"),
                        row.getString("method_id"),
                        row.getObject("consent_id", UUID.class));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        String allocation = row.getString("allocation");
        return new Standing(
                PaymentState.of(row.getString("state")),
                allocation == null ? null : Allocation.valueOf(allocation.toUpperCase(Locale.ROOT)),
                row.getString("failure"),
                row.getString("card"),
                instant(row, "created_at"),
                row.getObject("settled_at") == null ? null : instant(row, "settled_at"),
                row.getLong("refunded_minor"),
                row.getString("payment_intent_id"),
                row.getObject("give_back_at") == null ? null : instant(row, "give_back_at"),
                row.getInt("give_back_refusals"),
                row.getInt("refund_changes"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<PayablePart> parts(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return Stream.of((String[]) row.getArray("parts").getArray())
                .map(text -> text.split(BETWEEN, 4))
                .map(part -> new PayablePart(
                        new PayableRef(part[0], part[1]), new Money(Long.parseLong(part[2]), currency), part[3]))
                .toList();
    }
}
