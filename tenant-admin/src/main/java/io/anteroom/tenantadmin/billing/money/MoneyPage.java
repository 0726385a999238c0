package io.anteroom.tenantadmin.billing.money;

import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.money.PaidFor;
import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.reconciliation.Dispute.ToAnswer;
import io.anteroom.tenancy.CurrentTenant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the pages of the clinic's money have in common.
 *
 * @param base the organisation's address
 * @param paidFor what the payments on the page are for
 * @param toAnswer the disputes that wait
 * @param formats how amounts and moments are written
 */
public record MoneyPage(String base, Map<PaymentId, PaidFor> paidFor, ToAnswer toAnswer, Formats formats) {

    /** Copies the map. */
    public MoneyPage {
        paidFor = Map.copyOf(paidFor);
    }

    static MoneyPage of(Map<PaymentId, PaidFor> paidFor, ToAnswer toAnswer) {
        return new MoneyPage("/o/" + CurrentTenant.get().slug(), paidFor, toAnswer, Formats.ofClinic());
    }

    /** The address of one of the pages. */
    public String url(String page) {
        return base + "/money/" + page;
    }

    /** What a payment is for, if that is known. */
    public Optional<PaidFor> paidFor(@Nullable PaymentId payment) {
        return payment == null ? Optional.empty() : Optional.ofNullable(paidFor.get(payment));
    }

    /** An amount, as the clinic writes it. */
    public String money(Money amount) {
        return formats.money(amount.minor(), amount.currency());
    }
}
