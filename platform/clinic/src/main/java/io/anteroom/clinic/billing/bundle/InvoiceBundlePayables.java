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
import java.util.ArrayList;
import java.util.List;
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
    private final BundleMail mail;
    private final JdbcClient jdbc;

    InvoiceBundlePayables(InvoiceBundles bundles, InvoicePayables invoices, BundleMail mail, JdbcClient jdbc) {
        this.bundles = bundles;
        this.invoices = invoices;
        this.mail = mail;
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
            List<Numbered> invoices = numbered(bundle);
            boolean asked = invoices.stream().allMatch(Numbered::asked);
            Money due = asked ? bundle.total() : new Money(0, bundle.total().currency());
            Words words = Words.current();
            List<PayablePart> parts = new ArrayList<>();
            for (int at = 0; at < invoices.size(); at++) {
                Item item = bundle.items().get(at);
                String name =
                        words.say("Invoice {number}", "number", invoices.get(at).number());
                parts.add(new PayablePart(item.ref(), item.amount(), name));
            }
            String numbers = invoices.stream().map(Numbered::number).collect(Collectors.joining(", "));
            return new Payable(ref, due, asked, words.say("Invoices {numbers}", "numbers", numbers), parts);
        });
    }

    private record Numbered(String number, boolean asked) {}

    /** In the order of the bundle's items. */
    private List<Numbered> numbered(InvoiceBundle bundle) {
        return jdbc.sql("""
                        select i.number, i.state in ('open', 'part_paid') and i.currency = b.currency
                               and i.total_minor - i.credited_minor - i.paid_minor = t.amount_minor as asked
                          from __tenant__.invoice_bundle b
                          join __tenant__.invoice_bundle_item t on t.bundle_id = b.id
                          join __tenant__.invoice i on i.id = t.invoice_id
                         where b.id = :id order by i.id""")
                .param("id", bundle.id().value())
                .query((row, _) -> new Numbered(row.getString("number"), row.getBoolean("asked")))
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Allocation settled(PayableRef ref, PaymentId payment, Money amount, Instant at) {
        Optional<InvoiceBundle> found = bundles.find(ref)
                .filter(bundle -> bundle.total().equals(amount))
                .filter(this::isTaken);
        if (found.isEmpty()) {
            return Allocation.UNALLOCATED;
        }
        for (Item item : found.get().items()) {
            if (invoices.settledWithOthers(item.ref(), payment, item.amount(), at) != Allocation.ALLOCATED) {
                throw new IllegalStateException("Invoice " + item.invoice() + " was locked and owed its part");
            }
        }
        mail.receipt(found.get(), payment);
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

    /** Only of money that counted on none of them: what counts is each invoice's own, which hears of it itself. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void refunded(PayableRef ref, PaymentId payment, Money refunded) {
        bundles.find(ref)
                .ifPresent(bundle -> bundle.items().forEach(item -> invoices.refunded(item.ref(), payment, refunded)));
    }

    /** Of the same money; whoever paid is told once, by the invoice made first. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void cameBack(PayableRef ref, PaymentId payment, Money refunded, Money returned) {
        bundles.find(ref)
                .map(bundle -> bundle.items().getFirst())
                .ifPresent(item -> invoices.cameBack(item.ref(), payment, refunded, returned));
    }

    /** Each invoice's own entries. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void posted(PayableRef ref) {
        bundles.find(ref).ifPresent(bundle -> bundle.items().forEach(item -> invoices.posted(item.ref())));
    }
}
