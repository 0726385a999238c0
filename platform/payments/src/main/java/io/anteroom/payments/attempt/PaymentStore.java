package io.anteroom.payments.attempt;

import io.anteroom.payments.Payable;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.Payables.Allocation;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.PaymentState;
import io.anteroom.payments.attempt.StoredPayment.Order;
import io.anteroom.payments.attempt.StoredPayment.Page;
import io.anteroom.payments.attempt.StoredPayment.Saved;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clinic's payments; every method needs a transaction. */
public final class PaymentStore {

    private static final String SELECT = PaymentRow.SELECT;

    private final JdbcClient jdbc;
    private final PaymentClaims claims;
    private final PaymentParts parts;

    PaymentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.claims = new PaymentClaims(jdbc);
        this.parts = new PaymentParts(jdbc);
    }

    /** What payments of several things are made of. */
    PaymentParts parts() {
        return parts;
    }

    /** Writes a new attempt at it, unless one at any of what it claims is still open: then nothing is written. */
    public boolean add(PaymentId id, Order order, Payable payable, Instant now) {
        if (!claims.take(id, payable.claims())) {
            return false;
        }
        boolean added = add(id, order, now);
        if (added) {
            parts.add(id, payable.parts());
        } else {
            claims.letGo(id);
        }
        return added;
    }

    private boolean add(PaymentId id, Order order, Instant now) {
        Saved saved = order.saved();
        return jdbc.sql("""
                insert into __tenant__.payment (id, payable_kind, payable_id, amount_minor, currency, description,
                    payer_email, locale, paid_url, left_url, state, account_id, session_expires_at, created_at,
                    changed_at, card_id, customer_id, method_id, consent_id)
                values (:id, :kind, :ref, :amount, :currency, :description, :email, :locale, :paid, :left, 'created',
                    :account, :expires, :now, :now, :card, :customer, :method,
                    :consent)
                on conflict do nothing
                """)
                        .param("id", id.value())
                        .param("kind", order.payable().kind())
                        .param("ref", order.payable().id())
                        .param("amount", order.amount().minor())
                        .param("currency", order.amount().currency().getCurrencyCode())
                        .param("description", order.description())
                        .param("email", order.payerEmail(), Types.VARCHAR)
                        .param("locale", order.locale())
                        .param("paid", order.paidUrl())
                        .param("left", order.leftUrl())
                        .param("account", order.account())
                        .param("expires", utc(order.expiresAt()))
                        .param("now", utc(now))
                        .param("card", saved == null ? null : saved.card().value(), Types.OTHER)
                        .param("consent", saved == null ? null : saved.consent(), Types.OTHER)
                        .param("customer", saved == null ? null : saved.customer(), Types.VARCHAR)
                        .param("method", saved == null ? null : saved.method(), Types.VARCHAR)
                        .update()
                == 1;
    }

    /** The payment, if this clinic has it. */
    public Optional<StoredPayment> find(PaymentId id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query(PaymentRow::read)
                .optional();
    }

    /** The payment, kept from changing until the transaction ends. */
    Optional<StoredPayment> lock(PaymentId id) {
        return jdbc.sql(SELECT + "where id = :id for update")
                .param("id", id.value())
                .query(PaymentRow::read)
                .optional();
    }

    /** The attempts at any of these that are not over, also those at something that one of these is a part of. */
    public List<StoredPayment> open(Collection<PayableRef> claimed) {
        return jdbc.sql(SELECT + """
                        where id in (select c.payment_id from __tenant__.payment_claim c
                                      where (c.payable_kind, c.payable_id) in (:claimed))
                        order by created_at, id""")
                .param(
                        "claimed",
                        claimed.stream()
                                .map(each -> new Object[] {each.kind(), each.id()})
                                .toList())
                .query(PaymentRow::read)
                .list();
    }

    /** All attempts at one payable, the newest first; of those that are for others too, only its own part is shown. */
    public List<Payment> of(PayableRef payable) {
        return jdbc
                .sql(SELECT + """
                        where id in (select p.id from __tenant__.payment p
                                      where p.payable_kind = :kind and p.payable_id = :ref
                                     union all
                                     select t.payment_id from __tenant__.payment_part t
                                      where t.payable_kind = :kind and t.payable_id = :ref)
                        order by created_at desc, id""")
                .param("kind", payable.kind())
                .param("ref", payable.id())
                .query(PaymentRow::read)
                .list()
                .stream()
                .map(found -> found.order().payable().equals(payable) ? found.shown() : parts.shown(found, payable))
                .toList();
    }

    /** Money that no payable could take, and that was neither given back nor settled in another way, nor is on its way. */
    public List<StoredPayment> unallocated() {
        return jdbc.sql(SELECT
                        + "where allocation = 'unallocated' and give_back_at is null and refunded_minor + (select"
                        + " coalesce(sum(r.amount_minor), 0) from __tenant__.payment_refund r"
                        + " where r.payment_id = payment.id and r.settled_at is not null) < amount_minor"
                        + " order by settled_at, id")
                .query(PaymentRow::read)
                .list();
    }

    /** The payment that a Stripe object belongs to, by its own id, its payment intent's, or the id that we had it carry. */
    public Optional<PaymentId> belongingTo(String objectId, String intentId, @Nullable UUID carried) {
        return jdbc.sql("select id from __tenant__.payment where session_id = :object or payment_intent_id in"
                        + " (:object, :intent) or id = :carried limit 1")
                .param("object", objectId)
                .param("intent", intentId)
                .param("carried", carried, Types.OTHER)
                .query((row, _) -> new PaymentId(row.getObject("id", UUID.class)))
                .optional();
    }

    /** The page exists. False where the attempt was given up meanwhile: then nobody may be sent there. */
    boolean opened(PaymentId id, Page page, Instant now) {
        return jdbc.sql("update __tenant__.payment set state = 'open', session_id = :session, session_url = :url,"
                                + " changed_at = :now where id = :id and state = 'created'")
                        .param("session", page.id())
                        .param("url", page.url(), Types.VARCHAR)
                        .param("now", utc(now))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** What an attempt that was given up has at Stripe after all. */
    void found(PaymentId id, Page page) {
        jdbc.sql("update __tenant__.payment set session_id = :session where id = :id and session_id is null")
                .param("session", page.id())
                .param("id", id.value())
                .update();
    }

    /** The attempt ends before anybody could pay; false, and nothing is done, if it is further by now. */
    boolean giveUp(PaymentId id, PaymentState end, String reason, Instant now) {
        return jdbc.sql("update __tenant__.payment set state = :state, failure = :reason, changed_at = :now"
                                + " where id = :id and state = 'created'")
                        .param("state", end.word())
                        .param("reason", reason)
                        .param("now", utc(now))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Records what Stripe said; the caller holds the row's lock and has seen that it is a step forward, or none. */
    void record(PaymentId id, Reading reading, @Nullable Allocation allocation, Instant now) {
        jdbc.sql("""
                update __tenant__.payment set state = :state, payment_intent_id = coalesce(:intent, payment_intent_id),
                    allocation = :allocation, failure = :failure, card = :card, settled_at = :settled, changed_at = :now
                where id = :id
                """)
                .param("state", reading.state().word())
                .param("intent", reading.intent(), Types.VARCHAR)
                .param(
                        "allocation",
                        allocation == null ? null : allocation.name().toLowerCase(Locale.ROOT),
                        Types.VARCHAR)
                .param("failure", reading.failure(), Types.VARCHAR)
                .param("card", reading.card(), Types.VARCHAR)
                .param("settled", reading.at() == null ? null : utc(reading.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", utc(now))
                .param("id", id.value())
                .update();
    }

    /**
     * So much is given back by now; the caller holds the row's lock. Gives how many times that has changed, or nothing if it is
     * what is known, or if it has changed since it was known to have changed {@code known} times.
     *
     * <p>Where it falls, money came back that was given back. What was to be given back by us is for people then: asked again
     * under the same key, Stripe would answer with the refund that came back.
     */
    Optional<Integer> refunded(PaymentId id, long minor, int known, Instant now) {
        return jdbc.sql("""
                        update __tenant__.payment
                           set refunded_minor = :minor, refund_changes = refund_changes + 1, changed_at = :now,
                               allocation = case when refunded_minor > :minor and give_back_at is not null
                                   then 'unallocated' else allocation end,
                               give_back_refusals = give_back_refusals + case when refunded_minor > :minor then 1 else 0 end,
                               give_back_at = case when refunded_minor > :minor then null else give_back_at end
                         where id = :id and refunded_minor <> :minor and refund_changes = :known
                        returning refund_changes""")
                .param("minor", minor)
                .param("known", known)
                .param("now", utc(now))
                .param("id", id.value())
                .query(Integer.class)
                .optional();
    }

    /** The total given back has changed once more, by what only the ledger did not know; gives how many times that is. */
    int refundsChanged(PaymentId id) {
        return jdbc.sql("update __tenant__.payment set refund_changes = refund_changes + 1 where id = :id"
                        + " returning refund_changes")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    /** All that is left of it is to be given back. False where that was asked before, or nothing is left. */
    public boolean askBack(PaymentId id, Instant now) {
        return jdbc.sql("update __tenant__.payment set give_back_at = :now, changed_at = :now where id = :id"
                                + " and state = 'succeeded' and refunded_minor < amount_minor and give_back_at is null")
                        .param("now", utc(now))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Stripe said no; the next question is another one, with another key. */
    public void giveBackRefused(PaymentId id) {
        jdbc.sql("update __tenant__.payment set give_back_refusals = give_back_refusals + 1 where id = :id")
                .param("id", id.value())
                .update();
    }

    /** It is no longer tried: the money counts towards nothing and is for people to give back. */
    public void giveBackFailed(PaymentId id, Instant now) {
        jdbc.sql("update __tenant__.payment set give_back_at = null, allocation = 'unallocated', changed_at = :now"
                        + " where id = :id and refunded_minor < amount_minor")
                .param("now", utc(now))
                .param("id", id.value())
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
