package io.anteroom.clinic.billing.link;

import io.anteroom.clinic.access.limit.SignInCaps;
import io.anteroom.clinic.billing.InvoiceDesk;
import io.anteroom.clinic.billing.PayInvoice;
import io.anteroom.payments.CheckoutReturn;
import io.anteroom.payments.CheckoutStart;
import io.anteroom.payments.PaymentId;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Paying by a link. It is the same payment of the same invoice as one that somebody signed in begins, so whoever else has a card page
 * open for it loses that page first. Asks Stripe outside any transaction.
 */
@Component
public class PayByLink {

    /** How often one network may ask for card pages in an hour. */
    static final int MOST_AN_HOUR = 30;

    private final InvoiceLinks links;
    private final InvoiceDesk desk;
    private final PayInvoice paying;
    private final SignInCaps caps;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PayByLink(
            InvoiceLinks links,
            InvoiceDesk desk,
            PayInvoice paying,
            SignInCaps caps,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.links = links;
        this.desk = desk;
        this.paying = paying;
        this.caps = caps;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Begins to pay all that is due.
     *
     * @param network who asks, as addresses are counted
     */
    public LinkPaying start(InvoiceLinkKey key, String network, CheckoutReturn urls) {
        return start(links.find(key), network, urls);
    }

    /** The same for whoever came back from a try that was begun by a link. */
    public LinkPaying startAgain(PaymentId before, String network, CheckoutReturn urls) {
        return start(links.ofPayment(before), network, urls);
    }

    /** Asks Stripe what came of a payment; nothing unless it was begun by a link within the last day. */
    public Optional<LinkedPayment> result(PaymentId payment) {
        return links.numberOf(payment)
                .flatMap(number -> paying.reconcile(payment)
                        .map(known -> new LinkedPayment(
                                known, number, links.ofPayment(payment).isPresent())));
    }

    private LinkPaying start(Optional<LinkedInvoice> found, String network, CheckoutReturn urls) {
        if (found.isEmpty()) {
            return new LinkPaying.Ended();
        }
        LinkedInvoice linked = found.get();
        Optional<Instant> wait = Objects.requireNonNull(
                transaction.execute(_ -> caps.useUp("pay-link-address", network, MOST_AN_HOUR, clock.instant())));
        if (wait.isPresent()) {
            return new LinkPaying.TooOften(wait.get());
        }
        CheckoutStart start = paying.startByLink(desk.find(linked.invoice()).orElseThrow(), urls);
        if (start instanceof CheckoutStart.Redirect redirect) {
            links.began(linked, redirect.payment());
        }
        return new LinkPaying.Asked(start);
    }
}
