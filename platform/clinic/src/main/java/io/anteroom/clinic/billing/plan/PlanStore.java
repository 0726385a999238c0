package io.anteroom.clinic.billing.plan;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.card.CardConsent;
import io.anteroom.tenancy.EnumCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The current clinic's plans. Within this package only. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PlanStore {

    private static final String READ = """
            select p.id, p.invoice_id, p.token, p.state as plan_state, p.reason, p.currency, p.offered_by, p.offered_at,
                   p.account_id, p.accepted_at, i.number, i.due_on, i.amount_minor, i.state, i.tries, i.refusals, i.next_at,
                   i.noticed_at, i.attempt_id, i.attempt_minor, i.payment_id, i.paid_minor
              from __tenant__.payment_plan p join __tenant__.payment_plan_instalment i on i.plan_id = p.id
             where\s""";
    private static final String IN_ORDER = " order by p.id, i.number";

    private final JdbcClient jdbc;

    PlanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The plan that is not ended, or else the last one. */
    Optional<PaymentPlan> of(InvoiceId invoice) {
        return first(jdbc.sql(READ + """
                        p.id = (select l.id from __tenant__.payment_plan l where l.invoice_id = :invoice
                                 order by l.state = 'ended', l.id desc limit 1)""" + IN_ORDER).param("invoice", invoice.value()));
    }

    Optional<PaymentPlan> byToken(UUID token) {
        return first(jdbc.sql(READ + "p.token = :token" + IN_ORDER).param("token", token));
    }

    /** The plan, its row locked until the transaction ends. */
    Optional<PaymentPlan> lock(PlanId id) {
        List<Long> locked = jdbc.sql("select id from __tenant__.payment_plan where id = :id for update")
                .param("id", id.value())
                .query(Long.class)
                .list();
        return locked.isEmpty()
                ? Optional.empty()
                : first(jdbc.sql(READ + "p.id = :id" + IN_ORDER).param("id", id.value()));
    }

    /** The plans that charge a card of that account's. */
    List<PlanId> runningFor(AccountId account) {
        return jdbc.sql(
                        "select id from __tenant__.payment_plan where account_id = :account and state = 'running' order by id")
                .param("account", account.value())
                .query((row, _) -> new PlanId(row.getLong("id")))
                .list();
    }

    /** Offers a plan; nothing where the invoice has one that is not ended. */
    Optional<PlanId> add(InvoiceId invoice, UUID token, List<Planned> parts, String by, Instant now) {
        Optional<PlanId> added = jdbc.sql("""
                        insert into __tenant__.payment_plan (invoice_id, token, state, currency, offered_at, offered_by, changed_at)
                        values (:invoice, :token, 'offered', :currency, :now, :by, :now)
                        on conflict do nothing returning id""")
                .param("invoice", invoice.value())
                .param("token", token)
                .param("currency", parts.getFirst().amount().currency().getCurrencyCode())
                .param("now", sql(now))
                .param("by", by)
                .query((row, _) -> new PlanId(row.getLong("id")))
                .optional();
        added.ifPresent(id -> parts.forEach(part -> jdbc.sql("""
                        insert into __tenant__.payment_plan_instalment (plan_id, number, due_on, amount_minor, state, next_at)
                        values (:plan, :number, :day, :amount, 'due', :next)""")
                .param("plan", id.value())
                .param("number", part.number())
                .param("day", part.day())
                .param("amount", part.amount().minor())
                .param("next", sql(PlanDays.charge(part.day())))
                .update()));
        return added;
    }

    /** It runs from now on, with what is still to be paid on those days. */
    void accepted(PlanId id, AccountId by, CardConsent consent, List<Planned> parts, Instant now) {
        jdbc.sql("""
                        update __tenant__.payment_plan
                           set state = 'running', reason = null, account_id = :account, consent_id = :consent,
                               accepted_at = :now, changed_at = :now
                         where id = :id""")
                .param("account", by.value())
                .param("consent", consent.id())
                .param("now", sql(now))
                .param("id", id.value())
                .update();
        parts.forEach(part -> jdbc.sql("""
                        update __tenant__.payment_plan_instalment
                           set state = 'due', refusals = 0, due_on = :day, next_at = :next,
                               noticed_at = case when cast(:notice as timestamptz) <= :now then :now end
                         where plan_id = :plan and number = :number and attempt_id is null""")
                .param("day", part.day())
                .param("next", sql(PlanDays.charge(part.day())))
                .param("notice", sql(PlanDays.notice(part.day())))
                .param("now", sql(now))
                .param("plan", id.value())
                .param("number", part.number())
                .update());
        payUntil(id, parts.getLast().day());
    }

    /** The last day that its invoice is paid in instalments; nothing where it is not, or not any more. */
    private void payUntil(PlanId id, @Nullable LocalDate day) {
        jdbc.sql("update __tenant__.invoice set instalments_until = :day"
                        + " where id = (select p.invoice_id from __tenant__.payment_plan p where p.id = :id)")
                .param("day", day, Types.DATE)
                .param("id", id.value())
                .update();
    }

    void become(PlanId id, PlanState state, PlanReason reason, Instant now) {
        jdbc.sql(
                        "update __tenant__.payment_plan set state = :state, reason = :reason, changed_at = :now where id = :id")
                .param("state", EnumCode.of(state))
                .param("reason", EnumCode.of(reason))
                .param("now", sql(now))
                .param("id", id.value())
                .update();
        payUntil(id, null);
    }

    void noticed(PlanId id, int number, Instant now) {
        change(id, number, "noticed_at = :now", now);
    }

    /** Written before Stripe is asked. */
    void begun(PlanId id, int number, PaymentId attempt, Money amount) {
        jdbc.sql("""
                        update __tenant__.payment_plan_instalment
                           set attempt_id = :attempt, attempt_minor = :amount, tries = tries + 1
                         where plan_id = :plan and number = :number""")
                .param("attempt", attempt.value())
                .param("amount", amount.minor())
                .param("plan", id.value())
                .param("number", number)
                .update();
    }

    void paid(PlanId id, int number, PaymentId payment, Money amount) {
        jdbc.sql("""
                        update __tenant__.payment_plan_instalment
                           set state = 'paid', attempt_id = null, attempt_minor = null, payment_id = :payment, paid_minor = :amount
                         where plan_id = :plan and number = :number""")
                .param("payment", payment.value())
                .param("amount", amount.minor())
                .param("plan", id.value())
                .param("number", number)
                .update();
    }

    /** The bank refused it; it is tried again then. */
    void refused(PlanId id, int number, Instant next) {
        change(id, number, "attempt_id = null, attempt_minor = null, refusals = refusals + 1, next_at = :now", next);
    }

    /** The bank refused it for the last time. */
    void failed(PlanId id, int number, Instant now) {
        change(
                id,
                number,
                "state = 'failed', attempt_id = null, attempt_minor = null, refusals = refusals + 1, next_at = :now",
                now);
    }

    void skipped(PlanId id, int number, Instant now) {
        change(id, number, "state = 'skipped', attempt_id = null, attempt_minor = null, next_at = :now", now);
    }

    /** What was begun came to nothing; it is tried then. */
    void postponed(PlanId id, int number, Instant next) {
        change(id, number, "attempt_id = null, attempt_minor = null, next_at = :now", next);
    }

    /** What became of the try is asked then. */
    void askedAgain(PlanId id, int number, Instant next) {
        change(id, number, "next_at = :now", next);
    }

    private void change(PlanId id, int number, String what, Instant then) {
        jdbc.sql("update __tenant__.payment_plan_instalment set " + what
                        + " where plan_id = :plan and number = :number")
                .param("now", sql(then))
                .param("plan", id.value())
                .param("number", number)
                .update();
    }

    private static Optional<PaymentPlan> first(JdbcClient.StatementSpec statement) {
        return statement.query(PlanStore::read);
    }

    private static Optional<PaymentPlan> read(ResultSet row) throws SQLException {
        PaymentPlan plan = null;
        List<Instalment> instalments = new ArrayList<>();
        while (row.next()) {
            Currency currency = Currency.getInstance(row.getString("currency"));
            instalments.add(instalment(row, currency));
            plan = plan == null ? plan(row, currency) : plan;
        }
        return plan == null ? Optional.empty() : Optional.of(plan.with(instalments));
    }

    private static PaymentPlan plan(ResultSet row, Currency currency) throws SQLException {
        String reason = row.getString("reason");
        Long account = row.getObject("account_id", Long.class);
        return new PaymentPlan(
                new PlanId(row.getLong("id")),
                new InvoiceId(row.getLong("invoice_id")),
                row.getObject("token", UUID.class),
                EnumCode.read(PlanState.class, row.getString("plan_state")),
                reason == null ? null : EnumCode.read(PlanReason.class, reason),
                currency,
                row.getString("offered_by"),
                instant(row, "offered_at"),
                account == null ? null : new AccountId(account),
                instantOrNull(row, "accepted_at"),
                List.of());
    }

    private static Instalment instalment(ResultSet row, Currency currency) throws SQLException {
        return new Instalment(
                row.getInt("number"),
                row.getObject("due_on", LocalDate.class),
                new Money(row.getLong("amount_minor"), currency),
                EnumCode.read(InstalmentState.class, row.getString("state")),
                row.getInt("tries"),
                row.getInt("refusals"),
                instant(row, "next_at"),
                row.getObject("noticed_at") != null,
                payment(row, "attempt_id"),
                money(row, "attempt_minor", currency),
                payment(row, "payment_id"),
                money(row, "paid_minor", currency));
    }

    private static @Nullable PaymentId payment(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new PaymentId(id);
    }

    private static @Nullable Money money(ResultSet row, String column, Currency currency) throws SQLException {
        Long minor = row.getObject(column, Long.class);
        return minor == null ? null : new Money(minor, currency);
    }
}
