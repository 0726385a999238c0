package io.anteroom.clinic.billing;

import io.anteroom.clinic.patient.PatientId;
import io.anteroom.payments.Money;
import io.anteroom.payments.PayableRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All of one invoice, to be shown. Amounts are minor units of its currency.
 *
 * @param number nothing while it is a draft
 * @param overdue whether its last day to pay has passed unpaid, in the clinic's zone, and no instalments are to come
 * @param instalmentsUntil the last day of the instalments that it is paid in, while a plan runs
 * @param discount off the whole
 * @param creditedMinor what credit notes took off
 * @param history who did what to it, and when
 * @param version rises with each change
 * @param amountsOnly whether whoever sees it pays only: then its texts say nothing of what was charged for
 */
public record InvoiceView(
        InvoiceId id,
        PatientId patient,
        String patientName,
        @Nullable Long number,
        InvoiceState state,
        boolean overdue,
        Currency currency,
        @Nullable LocalDate issuedOn,
        LocalDate dueOn,
        @Nullable LocalDate instalmentsUntil,
        String note,
        Discount discount,
        long netMinor,
        long taxMinor,
        long totalMinor,
        long paidMinor,
        long creditedMinor,
        History history,
        List<InvoiceLine> lines,
        List<InvoicePayment> payments,
        int version,
        boolean amountsOnly) {

    /** Who did what to an invoice, and when; what has not happened is nothing. */
    public record History(
            Instant createdAt,
            String createdBy,
            @Nullable Instant sentAt,
            @Nullable String sentBy,
            @Nullable Instant voidedAt,
            @Nullable String voidedBy,
            @Nullable String voidReason) {}

    /** How payments refer to it. */
    public PayableRef payable() {
        return InvoicePayables.ref(id);
    }

    /** The same for somebody who may know what to pay and nothing of what it is for: no text that the clinic wrote is left. */
    InvoiceView forPayingOnly(IntFunction<String> item) {
        History own = new History(
                history.createdAt(),
                history.createdBy(),
                history.sentAt(),
                history.sentBy(),
                history.voidedAt(),
                history.voidedBy(),
                history.voidReason() == null ? null : "");
        return new InvoiceView(
                id,
                patient,
                patientName,
                number,
                state,
                overdue,
                currency,
                issuedOn,
                dueOn,
                instalmentsUntil,
                "",
                discount,
                netMinor,
                taxMinor,
                totalMinor,
                paidMinor,
                creditedMinor,
                own,
                IntStream.range(0, lines.size())
                        .mapToObj(at -> lines.get(at).describedAs(item.apply(at + 1)))
                        .toList(),
                payments,
                version,
                true);
    }

    /** Whether a plan that runs pays it by itself. */
    public boolean inInstalments() {
        return state.awaitsPayment() && instalmentsUntil != null;
    }

    /** What is still to pay; 0 for a draft or a void one. */
    public long dueMinor() {
        return state.awaitsPayment() ? totalMinor - creditedMinor - paidMinor : 0;
    }

    /** The same as money. */
    public Money due() {
        return new Money(dueMinor(), currency);
    }

    /** What of the payments was given back. */
    public long refundedMinor() {
        return payments.stream().mapToLong(InvoicePayment::refundedMinor).sum();
    }

    /** How much of what was paid was given back. */
    public GivenBack givenBack() {
        return GivenBack.of(paidMinor, refundedMinor());
    }

    /** What was paid beyond what is left after credit notes, and is not given back yet. */
    public long toGiveBackMinor() {
        return Math.max(0, paidMinor + creditedMinor - totalMinor - refundedMinor());
    }

    /** Whether a credit note can be written for it. */
    public boolean isCreditable() {
        return (state.awaitsPayment() || state == InvoiceState.PAID) && creditedMinor < totalMinor;
    }

    /** Whether a card can pay exactly what is left, or, of a draft, its total. */
    public boolean fitsACard() {
        return new Money(state == InvoiceState.DRAFT ? totalMinor : dueMinor(), currency).fitsACard();
    }

    /** What the discount on the whole takes off the lines' amounts as their prices are written; 0 without one. */
    public long takenOffMinor() {
        return lines.stream().mapToLong(InvoiceLine::sharedDiscountMinor).sum();
    }

    /** The tax by its rate, the lowest first; none where nothing is taxed. */
    public List<TaxOfRate> taxes() {
        return TaxOfRate.of(lines);
    }

    /** Whether the price of a line contains its tax. */
    public boolean anyTaxIncluded() {
        return lines.stream().anyMatch(line -> line.taxIncluded() && line.taxBasisPoints() > 0);
    }

    /** The number for people, or what to call it before it has one. */
    public String title() {
        return number == null ? "Draft invoice" : "Invoice " + number;
    }
}
