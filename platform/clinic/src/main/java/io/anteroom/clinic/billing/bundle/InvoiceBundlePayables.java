package io.anteroom.clinic.billing.bundle;

import io.anteroom.clinic.billing.InvoicePayables;
import io.anteroom.clinic.billing.bundle.InvoiceBundle.Item;
import io.anteroom.language.Words;
import io.anteroom.payments.Money;
import io.anteroom.payments.Payable;
import io.anteroom.payments.PayablePart;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.Payables;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.ledger.LedgerAccount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Several invoices as one thing to pay. What arrives counts on all of them, or on none where one could not take its part any more:
 * then all of it is for people to see to, as with a single invoice.
 */
@Component
class InvoiceBundlePayables implements Payables {

    private final InvoiceBundles bundles;
    private final InvoicePayables invoices;
    private final JdbcClient jdbc;

    InvoiceBundlePayables(InvoiceBundles bundles, InvoicePayables invoices, JdbcClient jdbc) {
        this.bundles = bundles;
        this.invoices = invoices;
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return InvoiceBundle.KIND;
    }

    @Override
    public LedgerAccount ledgerAccount() {
        return LedgerAccount.RECEIVABLE;
    }

    /** Open while each of them asks for just what it asked for when they were looked at. */
    @Override
    @Transactional(readOnly = true)
    public Optional<Payable> find(PayableRef ref) {
        return bundles.find(ref).map(bundle -> {
            Standing standing = standing(bundle);
            Money due = standing.asked()
                    ? bundle.total()
                    : new Money(0, bundle.total().currency());
            String description = Words.current().say("Invoices {numbers}", "numbers", standing.numbers());
            List<PayableRef> parts = bundle.items().stream().map(Item::ref).toList();
            return new Payable(ref, due, standing.asked(), description, parts);
        });
    }

    private record Standing(boolean asked, String numbers) {}

    private Standing standing(InvoiceBundle bundle) {
        return jdbc.sql("""
                        select bool_and(i.state in ('open', 'part_paid') and i.currency = b.currency
                                        and i.total_minor - i.credited_minor - i.paid_minor = t.amount_minor) as asked,
                               string_agg(cast(i.number as text), ', ' order by i.number) as numbers
                          from __tenant__.invoice_bundle b
                          join __tenant__.invoice_bundle_item t on t.bundle_id = b.id
                          join __tenant__.invoice i on i.id = t.invoice_id
                         where b.id = :id""")
                .param("id", bundle.id().value())
                .query((row, _) -> new Standing(row.getBoolean("asked"), row.getString("numbers")))
                .single();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Allocation settled(PayableRef ref, PaymentId payment, Money amount, Instant at) {
        Optional<InvoiceBundle> bundle = bundles.find(ref);
        if (bundle.isEmpty() || !bundle.get().total().equals(amount) || !isTaken(bundle.get())) {
            return Allocation.UNALLOCATED;
        }
        for (Item item : bundle.get().items()) {
            if (invoices.settled(item.ref(), payment, item.amount(), at) != Allocation.ALLOCATED) {
                throw new IllegalStateException("Invoice " + item.invoice() + " was locked and owed its part");
            }
        }
        return Allocation.ALLOCATED;
    }

    /** Locks them in the order in which everybody does, and says whether each still owes its part. */
    private boolean isTaken(InvoiceBundle bundle) {
        List<Long> owing =
                jdbc.sql("""
                        select i.id from __tenant__.invoice_bundle b
                          join __tenant__.invoice_bundle_item t on t.bundle_id = b.id
                          join __tenant__.invoice i on i.id = t.invoice_id
                         where b.id = :id and i.state in ('open', 'part_paid') and i.currency = b.currency
                           and i.total_minor - i.credited_minor - i.paid_minor >= t.amount_minor
                         order by i.id for update of i""").param("id", bundle.id().value()).query(Long.class).list();
        return owing.size() == bundle.items().size();
    }

    @Override
    public List<PayablePart> split(PayableRef ref, Money amount) {
        return bundles.find(ref).map(bundle -> bundle.split(amount)).orElseGet(() -> Payables.super.split(ref, amount));
    }

    /** Each invoice hears of what is its own, where that has changed. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void refunded(PayableRef ref, PaymentId payment, Money refunded) {
        Map<String, Long> known = jdbc
                .sql("select invoice_id, refunded_minor from __tenant__.invoice_payment where payment_id = :payment")
                .param("payment", payment.value())
                .query((row, _) -> Map.entry(row.getString("invoice_id"), row.getLong("refunded_minor")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        split(ref, refunded).stream()
                .filter(part ->
                        part.amount().minor() != known.getOrDefault(part.ref().id(), 0L))
                .forEach(part -> invoices.refunded(part.ref(), payment, part.amount()));
    }
}
