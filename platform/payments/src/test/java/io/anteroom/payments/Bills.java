package io.anteroom.payments;

import io.anteroom.payments.ledger.LedgerAccount;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is paid in these tests. What was settled is noted in the clinic's audit log, so that it commits or falls with the
 * payment, and what is due is worked out from it.
 */
final class Bills implements Payables {

    private record Key(String tenant, PayableRef ref) {}

    private record Bill(Money total, boolean open) {}

    /** One call of {@code settled}. */
    record Settled(String payment, long minor) {}

    private final Map<Key, Bill> bills = new ConcurrentHashMap<>();
    private final Set<Key> posted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger crashes = new AtomicInteger();
    private final AtomicReference<Runnable> onceLookedAt = new AtomicReference<>();
    private final JdbcClient jdbc;

    Bills(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void reset() {
        bills.clear();
        posted.clear();
        crashes.set(0);
        onceLookedAt.set(null);
    }

    PayableRef add(String id, Money total) {
        var ref = new PayableRef("invoice", id);
        bills.put(key(ref), new Bill(total, true));
        return ref;
    }

    void withdraw(PayableRef ref) {
        bills.compute(key(ref), (_, bill) -> new Bill(bill == null ? Money.of(0, "GBP") : bill.total, false));
    }

    /** The next times, recording the money breaks in the middle. */
    void crash(int times) {
        crashes.set(times);
    }

    /** The next time that somebody has looked at a bill, this happens before they go on. */
    void onceLookedAt(Runnable meanwhile) {
        onceLookedAt.set(meanwhile);
    }

    @Override
    public String kind() {
        return "invoice";
    }

    @Override
    public LedgerAccount ledgerAccount() {
        return LedgerAccount.RECEIVABLE;
    }

    @Override
    public Optional<Payable> find(PayableRef ref) {
        Optional<Payable> found = Optional.ofNullable(bills.get(key(ref))).map(bill -> {
            Money due = new Money(bill.total.minor() - paid(ref), bill.total.currency());
            return new Payable(ref, due, bill.open && due.isPositive(), "Invoice " + ref.id());
        });
        Optional.ofNullable(onceLookedAt.getAndSet(null)).ifPresent(Runnable::run);
        return found;
    }

    @Override
    public Allocation settled(PayableRef ref, PaymentId payment, Money amount, Instant at) {
        Payable payable = find(ref).orElseThrow();
        if (!payable.open() || amount.compareTo(payable.due()) > 0) {
            return Allocation.UNALLOCATED;
        }
        jdbc.sql("""
                insert into __tenant__.audit_entry (at, actor_kind, actor_id, actor_name, action, subject_kind,
                    subject_id, detail, request_id)
                values (:at, 'system', :payment, 'Test', 'settled', 'invoice', :id,
                    jsonb_build_object('minor', cast(:minor as bigint)), 'r')
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("payment", payment.toString())
                .param("id", ref.id())
                .param("minor", amount.minor())
                .update();
        if (crashes.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("Crashed while recording the money");
        }
        return Allocation.ALLOCATED;
    }

    @Override
    public void refunded(PayableRef ref, PaymentId payment, Money refunded) {
        jdbc.sql("""
                insert into __tenant__.audit_entry (at, actor_kind, actor_id, actor_name, action, subject_kind,
                    subject_id, detail, request_id)
                values (now(), 'system', :payment, 'Test', 'refunded', 'invoice', :id,
                    jsonb_build_object('minor', cast(:minor as bigint)), 'r')
                """)
                .param("payment", payment.toString())
                .param("id", ref.id())
                .param("minor", refunded.minor())
                .update();
    }

    @Override
    public void posted(PayableRef ref) {
        posted.add(key(ref));
    }

    /** Whether it was told that the ledger was given what it lacked. */
    boolean isPosted(PayableRef ref) {
        return posted.contains(key(ref));
    }

    @Override
    public void payerWanted(PayableRef ref, PaymentId payment, Money amount) {
        jdbc.sql("""
                insert into __tenant__.audit_entry (at, actor_kind, actor_id, actor_name, action, subject_kind,
                    subject_id, detail, request_id)
                values (now(), 'system', :payment, 'Test', 'wanted', 'invoice', :id,
                    jsonb_build_object('minor', cast(:minor as bigint)), 'r')
                """)
                .param("payment", payment.toString())
                .param("id", ref.id())
                .param("minor", amount.minor())
                .update();
    }

    /** Every payment whose payer is to be asked to pay it themselves; needs a transaction. */
    List<String> payersWanted(PayableRef ref) {
        return jdbc.sql("select actor_id from __tenant__.audit_entry where action = 'wanted' and subject_id = :id"
                        + " order by id")
                .param("id", ref.id())
                .query(String.class)
                .list();
    }

    /** Every total of which it was told that it was given back; needs a transaction. */
    List<Long> refunded(PayableRef ref) {
        return jdbc.sql("select cast(detail ->> 'minor' as bigint) from __tenant__.audit_entry"
                        + " where action = 'refunded' and subject_id = :id order by id")
                .param("id", ref.id())
                .query(Long.class)
                .list();
    }

    /** Every time money was credited to it; needs a transaction. */
    List<Settled> settled(PayableRef ref) {
        return jdbc.sql("select actor_id, cast(detail ->> 'minor' as bigint) as minor from __tenant__.audit_entry"
                        + " where action = 'settled' and subject_id = :id order by id")
                .param("id", ref.id())
                .query((row, _) -> new Settled(row.getString("actor_id"), row.getLong("minor")))
                .list();
    }

    private long paid(PayableRef ref) {
        return settled(ref).stream().mapToLong(Settled::minor).sum();
    }

    private static Key key(PayableRef ref) {
        return new Key(CurrentTenant.get().id().value(), ref);
    }
}
