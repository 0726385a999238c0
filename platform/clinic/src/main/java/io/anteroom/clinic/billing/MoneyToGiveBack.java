package io.anteroom.clinic.billing;

import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.Payments;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Money that arrived when nothing was left to pay: two tabs, or an invoice made void while somebody was on the card page; and
 * deposits that could not be given back. It is here until people have given it back: a payment for an invoice by {@code
 * InvoiceRefunds}, a deposit from its appointment, and either in the clinic's own Stripe account.
 */
@Component
public class MoneyToGiveBack {

    private final Payments payments;
    private final InvoiceReader invoices;

    MoneyToGiveBack(Payments payments, InvoiceReader invoices) {
        this.payments = payments;
        this.invoices = invoices;
    }

    /** All of it, the oldest first, in two statements. */
    public List<Surplus> list() {
        List<Payment> waiting = payments.needingAttention();
        Map<InvoiceId, InvoiceRow> rows = invoices
                .rows(waiting.stream()
                        .flatMap(payment -> InvoicePayables.id(payment.payable()).stream())
                        .toList())
                .stream()
                .collect(Collectors.toMap(InvoiceRow::id, Function.identity()));
        return waiting.stream()
                .map(payment -> new Surplus(
                        payment,
                        InvoicePayables.id(payment.payable()).map(rows::get).orElse(null)))
                .toList();
    }

    /** How many payments it is. */
    public int count() {
        return payments.needingAttention().size();
    }

    /** Asks Stripe whether it was given back by now; nothing if there is no such payment. */
    public Optional<Payment> check(PaymentId payment) {
        return payments.reconcileAfterSuccess(payment);
    }
}
