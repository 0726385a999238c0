package io.anteroom.clinic.billing.part;

import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.payments.Money;
import io.anteroom.payments.TypedAmount;
import io.anteroom.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Currency;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether a clinic's patients may pay in parts. Until it says so they pay all. */
@Component
public class PartPayments {

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    PartPayments(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** The rule of the current clinic, in its currency; one statement. */
    @Transactional(readOnly = true)
    public PartRule rule() {
        var currency = CurrentTenant.get().currency();
        return jdbc.sql("select allowed, least_minor from __tenant__.part_payment_setting")
                .query((row, _) ->
                        new PartRule(row.getBoolean("allowed"), new Money(row.getLong("least_minor"), currency)))
                .optional()
                .orElseGet(() -> new PartRule(false, firstLeast(currency)));
    }

    /** What the settings offer as the least part until a clinic has said another: ten, a hundred, or what else a card pays. */
    private static Money firstLeast(Currency currency) {
        return Stream.iterate(BigDecimal.TEN, each -> each.multiply(BigDecimal.TEN))
                .limit(8)
                .map(major -> Money.ofMajor(major, currency))
                .filter(Money::fitsACard)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Sets the rule.
     *
     * @throws IllegalArgumentException if it {@linkplain PartRule#canBeLeast cannot be} the least part, or is of another currency
     *     than the clinic's
     */
    @Transactional
    public void set(PartRule rule, Actor.Staff by) {
        if (!PartRule.canBeLeast(rule.least())
                || !rule.least().currency().equals(CurrentTenant.get().currency())) {
            throw new IllegalArgumentException("No card pays that");
        }
        jdbc.sql("""
                        insert into __tenant__.part_payment_setting (sole, allowed, least_minor, changed_at, changed_by)
                        values (true, :allowed, :least, :now, :by)
                        on conflict (sole) do update set allowed = excluded.allowed, least_minor = excluded.least_minor,
                            changed_at = excluded.changed_at, changed_by = excluded.changed_by""")
                .param("allowed", rule.allowed())
                .param("least", rule.least().minor())
                .param("now", sql(clock.instant()))
                .param("by", by.name())
                .update();
        audit.record(
                by,
                AuditEntry.of(AuditAction.PAYMENTS_SETUP_CHANGED, "settings", "payments")
                        .with("Paying in parts", rule.allowed() ? "from " + rule.least() : "off"));
    }

    /** Reads what somebody typed, in the language of the page on which they did, as an amount to pay of what is due. */
    @Transactional(readOnly = true)
    public PartAmount read(String typed, Money due, Locale locale) {
        return switch (Money.parse(typed, due.currency(), locale)) {
            case TypedAmount.Understood(Money amount) -> rule().judge(amount, due);
            case TypedAmount.NotUnderstood(TypedAmount.Reason reason) -> new PartAmount.NotUnderstood(reason);
        };
    }
}
