package io.anteroom.clinic.billing.bundle;

import static io.anteroom.clinic.access.SqlTimes.sql;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.bundle.Chosen.Reason;
import io.anteroom.clinic.billing.bundle.InvoiceBundle.Item;
import io.anteroom.payments.Money;
import io.anteroom.payments.PayableRef;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts invoices together to be paid with one payment. */
@Component
public class InvoiceBundles {

    /** So many at most are paid at once, which the payment page can still name. */
    static final int MOST = 12;

    /** One is paid by itself. */
    static final int LEAST = 2;

    private final JdbcClient jdbc;
    private final Clock clock;

    InvoiceBundles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Puts together all that is due on them; the same choice again is the same bundle.
     *
     * @param invoices as the person who chose them sees them
     * @throws IllegalArgumentException if they are not all of one patient
     */
    @Transactional
    public Chosen choose(List<InvoiceView> invoices) {
        List<InvoiceView> chosen = invoices.stream()
                .collect(Collectors.toMap(InvoiceView::id, Function.identity(), (one, _) -> one))
                .values()
                .stream()
                .toList();
        if (chosen.stream().map(InvoiceView::patient).distinct().count() > 1) {
            throw new IllegalArgumentException("Invoices of one patient are paid together");
        }
        if (chosen.size() < LEAST) {
            return new Chosen.Refused(Reason.TOO_FEW);
        }
        if (chosen.size() > MOST) {
            return new Chosen.Refused(Reason.TOO_MANY);
        }
        if (!chosen.stream()
                .allMatch(each -> each.state().awaitsPayment() && each.due().isPositive())) {
            return new Chosen.Refused(Reason.NOTHING_DUE);
        }
        if (chosen.stream().map(InvoiceView::currency).distinct().count() > 1) {
            return new Chosen.Refused(Reason.OTHER_CURRENCY);
        }
        return new Chosen.Together(write(chosen.stream()
                        .map(each -> new Item(each.id(), each.due()))
                        .toList())
                .id());
    }

    /** The one that payments refer to so. */
    @Transactional(readOnly = true)
    public Optional<InvoiceBundle> find(PayableRef ref) {
        return ref.kind().equals(InvoiceBundle.KIND) ? BundleId.parse(ref.id()).flatMap(this::find) : Optional.empty();
    }

    /** The one with that id. */
    @Transactional(readOnly = true)
    public Optional<InvoiceBundle> find(BundleId id) {
        List<Item> items = jdbc.sql("""
                        select t.invoice_id, t.amount_minor, b.currency
                          from __tenant__.invoice_bundle b join __tenant__.invoice_bundle_item t on t.bundle_id = b.id
                         where b.id = :id""")
                .param("id", id.value())
                .query((row, _) -> new Item(
                        new InvoiceId(row.getLong("invoice_id")),
                        Money.of(row.getLong("amount_minor"), row.getString("currency"))))
                .list();
        return items.isEmpty() ? Optional.empty() : Optional.of(new InvoiceBundle(id, items));
    }

    private InvoiceBundle write(List<Item> items) {
        InvoiceBundle bundle = named(items);
        String currency = bundle.total().currency().getCurrencyCode();
        boolean first = jdbc.sql("insert into __tenant__.invoice_bundle (id, currency, created_at)"
                                + " values (:id, :currency, :now) on conflict do nothing")
                        .param("id", bundle.id().value())
                        .param("currency", currency)
                        .param("now", sql(clock.instant()))
                        .update()
                == 1;
        if (first) {
            jdbc.sql("""
                            insert into __tenant__.invoice_bundle_item (bundle_id, invoice_id, amount_minor)
                            select :id, t.invoice, t.minor
                              from unnest(cast(:invoices as bigint[]), cast(:minors as bigint[])) as t (invoice, minor)""")
                    .param("id", bundle.id().value())
                    .param(
                            "invoices",
                            bundle.items().stream()
                                    .map(item -> item.invoice().value())
                                    .toArray(Long[]::new))
                    .param(
                            "minors",
                            bundle.items().stream()
                                    .map(item -> item.amount().minor())
                                    .toArray(Long[]::new))
                    .update();
        }
        return bundle;
    }

    /** Its id is made of what is in it, so that a form sent twice, or two tabs with the same choice, mean one thing. */
    private static InvoiceBundle named(List<Item> items) {
        var unnamed = new InvoiceBundle(new BundleId(new UUID(0, 0)), items);
        String content = unnamed.items().stream()
                .map(item -> item.invoice() + ":" + item.amount().minor())
                .collect(Collectors.joining(" ", unnamed.total().currency() + " ", ""));
        return new InvoiceBundle(new BundleId(UUID.nameUUIDFromBytes(content.getBytes(UTF_8))), unnamed.items());
    }
}
