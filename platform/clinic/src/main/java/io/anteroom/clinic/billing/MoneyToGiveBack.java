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

    /** All of it, the oldest first, in three statements. */
    public List<Surplus> list() {
        List<Payment> waiting = payments.needingAttention();
        Map<PaymentId, List<InvoiceId>> parts =
                invoices.partsOf(waiting.stream().map(Payment::id).toList());
        Map<PaymentId, List<InvoiceId>> meant = waiting.stream()
                .collect(Collectors.toMap(
                        Payment::id,
                        payment -> InvoicePayables.id(payment.payable())
                                .map(List::of)
                                .orElseGet(() -> parts.getOrDefault(payment.id(), List.of()))));
        Map<InvoiceId, InvoiceRow> rows = invoices
                .rows(meant.values().stream().flatMap(List::stream).toList())
                .stream()
                .collect(Collectors.toMap(InvoiceRow::id, Function.identity()));
        return waiting.stream()
                .map(payment -> new Surplus(
                        payment,
                        meant.getOrDefault(payment.id(), List.of()).stream()
                                .flatMap(id -> Optional.ofNullable(rows.get(id)).stream())
                                .toList()))
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
