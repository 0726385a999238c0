package io.anteroom.clinic.billing;

import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.language.Words;
import io.anteroom.payments.Money;
import io.anteroom.payments.Payable;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.Payables;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.ledger.LedgerAccount;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells payments what an invoice still asks for, and credits to it what was paid. */
@Component
public class InvoicePayables implements Payables {

    static final String KIND = "invoice";

    private final Invoices invoices;
    private final InvoiceMail mail;
    private final InvoicePostings postings;
    private final BillingAudit audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    InvoicePayables(
            Invoices invoices,
            InvoiceMail mail,
            InvoicePostings postings,
            BillingAudit audit,
            JdbcClient jdbc,
            Clock clock) {
        this.invoices = invoices;
        this.mail = mail;
        this.postings = postings;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How payments refer to an invoice. */
    public static PayableRef ref(InvoiceId id) {
        return new PayableRef(KIND, id.toString());
    }

    /** The invoice that payments refer to so, or nothing if it is not one. */
    static Optional<InvoiceId> id(PayableRef ref) {
        return KIND.equals(ref.kind()) && ref.id().matches("[0-9]{1,18}")
                ? Optional.of(new InvoiceId(Long.parseLong(ref.id())))
                : Optional.empty();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public LedgerAccount ledgerAccount() {
        return LedgerAccount.RECEIVABLE;
    }

    /** Described in the language of whoever pays, as the payment page is. */
    @Override
    @Transactional(readOnly = true)
    public Optional<Payable> find(PayableRef ref) {
        return id(ref).flatMap(id -> jdbc.sql(
                        "select number, state, currency, total_minor - credited_minor - paid_minor as due_minor"
                                + " from __tenant__.invoice where id = :id and number is not null")
                .param("id", id.value())
                .query((row, _) -> {
                    boolean open = InvoiceState.of(row.getString("state")).awaitsPayment();
                    long due = open ? row.getLong("due_minor") : 0;
                    return new Payable(
                            ref,
                            new Money(due, Currency.getInstance(row.getString("currency"))),
                            open,
                            Words.current().say("Invoice {number}", "number", row.getString("number")));
                })
                .optional());
    }

    /** Under the invoice's row lock, so that of two payments at once the second sees what the first left to pay. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Allocation settled(PayableRef ref, PaymentId payment, Money amount, Instant at) {
        Optional<Invoice> credited = credited(ref, payment, amount, at);
        credited.ifPresent(invoice -> mail.receipt(invoice, payment, amount));
        return credited.isPresent() ? Allocation.ALLOCATED : Allocation.UNALLOCATED;
    }

    /** The same of its own part of a payment for several, for which whoever put them together thanks. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Allocation settledWithOthers(PayableRef ref, PaymentId payment, Money amount, Instant at) {
        return credited(ref, payment, amount, at).isPresent() ? Allocation.ALLOCATED : Allocation.UNALLOCATED;
    }

    private Optional<Invoice> credited(PayableRef ref, PaymentId payment, Money amount, Instant at) {
        Optional<Invoice> found =
                id(ref).flatMap(id -> invoices.lock(id.value())).filter(invoice -> invoice.credit(amount, at));
        found.ifPresent(invoice -> {
            remember(payment, invoice, amount, at);
            audit.paid(invoice, payment, amount);
        });
        return found;
    }

    /** The invoice keeps its state: whether it is to be paid again is for people to decide, and they see what was given back. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void refunded(PayableRef ref, PaymentId payment, Money refunded) {
        hear(ref, payment, refunded).ifPresent(heard -> {
            audit.refunded(heard.invoice, payment, refunded);
            // Whose money counted towards nothing hears of it from whoever gives it back.
            if (heard.more != 0) {
                mail.givenBack(heard.invoice, payment, new Money(heard.more, refunded.currency()));
            }
        });
    }

    /** Whoever gave it back has heard nothing, so that its payer is told by us, whatever it counted towards. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void cameBack(PayableRef ref, PaymentId payment, Money refunded, Money returned) {
        hear(ref, payment, refunded).ifPresent(heard -> {
            audit.returned(heard.invoice, payment, refunded);
            mail.givenBack(heard.invoice, payment, new Money(-returned.minor(), returned.currency()));
        });
    }

    /**
     * That the total given back of a payment has changed.
     *
     * @param more by how much, of what counts towards the invoice
     */
    private record Heard(Invoice invoice, long more) {}

    private Optional<Heard> hear(PayableRef ref, PaymentId payment, Money refunded) {
        return id(ref).flatMap(id -> hear(id, payment, refunded));
    }

    /** So much of what a payment brought to that invoice was given back; others that it paid are none of this. */
    private Optional<Heard> hear(InvoiceId id, PaymentId payment, Money refunded) {
        Instant now = clock.instant();
        Optional<Invoice> invoice = invoices.lock(id.value());
        long before = jdbc.sql("select refunded_minor from __tenant__.invoice_payment"
                        + " where payment_id = :payment and invoice_id = :invoice")
                .param("payment", payment.value())
                .param("invoice", id.value())
                .query(Long.class)
                .optional()
                .orElse(refunded.minor());
        jdbc.sql("""
                        insert into __tenant__.invoice_refund (payment_id, invoice_id, amount_minor, heard_at)
                        select payment_id, invoice_id, :refunded - refunded_minor, :at
                          from __tenant__.invoice_payment
                         where payment_id = :payment and invoice_id = :invoice and refunded_minor <> :refunded""")
                .param("refunded", refunded.minor())
                .param("at", sql(now))
                .param("invoice", id.value())
                .param("payment", payment.value())
                .update();
        jdbc.sql("update __tenant__.invoice_payment set refunded_minor = :refunded"
                        + " where payment_id = :payment and invoice_id = :invoice")
                .param("refunded", refunded.minor())
                .param("invoice", id.value())
                .param("payment", payment.value())
                .update();
        invoice.ifPresent(found -> postings.givenBack(found.id(), now));
        return invoice.map(found -> new Heard(found, refunded.minor() - before));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void posted(PayableRef ref) {
        id(ref).flatMap(id -> invoices.lock(id.value()))
                .ifPresent(found -> postings.givenBack(found.id(), clock.instant()));
    }

    /** Only while something is due: what was paid meanwhile needs nobody. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void payerWanted(PayableRef ref, PaymentId payment, Money amount) {
        id(ref).flatMap(id -> invoices.lock(id.value()))
                .filter(invoice -> invoice.dueMinor() > 0)
                .ifPresent(invoice -> {
                    audit.payerWanted(invoice, payment, amount);
                    mail.payerWanted(invoice, payment, amount);
                });
    }

    private void remember(PaymentId payment, Invoice invoice, Money amount, Instant at) {
        jdbc.sql("insert into __tenant__.invoice_payment (payment_id, invoice_id, amount_minor, received_at)"
                        + " values (:payment, :invoice, :amount, :at)")
                .param("payment", payment.value())
                .param("invoice", invoice.id().value())
                .param("amount", amount.minor())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
