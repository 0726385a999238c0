package io.anteroom.clinic.billing;

import io.anteroom.payments.Money;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.ledger.EntryKind;
import io.anteroom.payments.ledger.Ledger;
import io.anteroom.payments.ledger.LedgerAccount;
import io.anteroom.payments.ledger.Posting;
import java.time.Instant;
import java.util.Currency;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What invoices write into the ledger, in the transaction that changes them. What patients owe by it is always what invoices
 * say: due less to give back.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class InvoicePostings {

    private final Ledger ledger;
    private final JdbcClient jdbc;

    InvoicePostings(Ledger ledger, JdbcClient jdbc) {
        this.ledger = ledger;
        this.jdbc = jdbc;
    }

    void sent(Invoice invoice, Instant at) {
        charged(
                Posting.of("invoice-sent:" + invoice.id(), EntryKind.INVOICE_SENT, at),
                invoice.id(),
                invoice.currency(),
                invoice.netMinor(),
                invoice.taxMinor());
    }

    void voided(Invoice invoice, Instant at) {
        charged(
                Posting.of("invoice-voided:" + invoice.id(), EntryKind.INVOICE_VOIDED, at),
                invoice.id(),
                invoice.currency(),
                -invoice.netMinor(),
                -invoice.taxMinor());
    }

    /** A credit note takes that much off an invoice, whose row is locked and says so already. */
    public void credited(InvoiceId invoice, String note, Currency currency, long netMinor, long taxMinor, Instant at) {
        charged(
                Posting.of("credit-note:" + note, EntryKind.INVOICE_CREDITED, at),
                invoice,
                currency,
                -netMinor,
                -taxMinor);
        givenBack(invoice, at);
    }

    /**
     * What was given back beyond what credit notes took off is no longer owed by anybody: it was given back. Called under the
     * invoice's lock whenever either has changed.
     */
    void givenBack(InvoiceId invoice, Instant at) {
        PayableRef ref = InvoicePayables.ref(invoice);
        jdbc.sql("""
                        select i.currency,
                               greatest(0, r.refunded - greatest(0, i.paid_minor + i.credited_minor - i.total_minor)) as beyond
                          from __tenant__.invoice i
                         cross join lateral (select cast(coalesce(sum(p.refunded_minor), 0) as bigint) as refunded
                                               from __tenant__.invoice_payment p where p.invoice_id = i.id) r
                         where i.id = :id""")
                .param("id", invoice.value())
                .query((row, _) -> Money.of(row.getLong("beyond"), row.getString("currency")))
                .optional()
                .ifPresent(beyond -> {
                    Ledger.Sum posted = ledger.of(
                            ref, LedgerAccount.GIVEN_BACK, beyond.currency().getCurrencyCode());
                    var _ = ledger.post(
                            Posting.of("given-back:" + invoice + ":" + posted.lines(), EntryKind.GIVEN_BACK, at)
                                    .move(
                                            new Money(beyond.minor() - posted.minor(), beyond.currency()),
                                            LedgerAccount.RECEIVABLE,
                                            LedgerAccount.GIVEN_BACK,
                                            ref));
                });
    }

    private void charged(Posting posting, InvoiceId invoice, Currency currency, long netMinor, long taxMinor) {
        PayableRef ref = InvoicePayables.ref(invoice);
        var _ = ledger.post(posting.line(LedgerAccount.RECEIVABLE, new Money(netMinor + taxMinor, currency), ref)
                .line(LedgerAccount.REVENUE, new Money(-netMinor, currency), ref)
                .line(LedgerAccount.TAX, new Money(-taxMinor, currency), ref));
    }
}
