package io.anteroom.clinic.billing.bundle;

import io.anteroom.clinic.billing.InvoicePayment;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.payments.Money;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.PaymentId;
import java.util.List;
import java.util.Optional;

/**
 * Invoices that are paid together, as somebody who sees each of them may see it.
 *
 * @param parts at least two, the invoice made first first
 */
public record VisibleBundle(InvoiceBundle bundle, List<Part> parts) {

    /**
     * One of the invoices.
     *
     * @param invoice as it is now
     * @param amount what is paid of it: all that was due when it was chosen
     */
    public record Part(InvoiceView invoice, Money amount) {

        /** Whether it still asks for just that. */
        public boolean asksForIt() {
            return invoice.state().awaitsPayment() && invoice.due().equals(amount);
        }

        /** What of a payment counts towards it. */
        public Optional<InvoicePayment> paidBy(PaymentId payment) {
            return invoice.payments().stream()
                    .filter(each -> each.id().equals(payment))
                    .findFirst();
        }
    }

    /** Keeps its own copy. */
    public VisibleBundle {
        parts = List.copyOf(parts);
    }

    /** What its address is made of. */
    public BundleId id() {
        return bundle.id();
    }

    /** Whose invoices they are. */
    public PatientId patient() {
        return parts.getFirst().invoice().patient();
    }

    /** How payments refer to it. */
    public PayableRef payable() {
        return bundle.ref();
    }

    /** What is paid. */
    public Money total() {
        return bundle.total();
    }

    /** Whether each of them still asks for just what it asked for when they were chosen. */
    public boolean canBePaid() {
        return parts.stream().allMatch(Part::asksForIt);
    }

    /** Whether a card can pay exactly that. */
    public boolean fitsACard() {
        return total().fitsACard();
    }
}
