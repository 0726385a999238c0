package io.anteroom.tenantadmin.door;

import io.anteroom.payments.CheckoutReturn;
import io.anteroom.payments.CheckoutStart;
import io.anteroom.payments.Money;
import io.anteroom.payments.Onboarding;
import io.anteroom.payments.OnboardingReturn;
import io.anteroom.payments.OnboardingStart;
import io.anteroom.payments.OnboardingStatus;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.Payments;
import io.anteroom.payments.Withdrawal;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A payment provider that answers what a test wrote down. */
public final class ScriptedPayments implements Payments, Onboarding {

    /** What it says of payments. */
    public final Map<PaymentId, Payment> known = new ConcurrentHashMap<>();

    public volatile OnboardingStatus.Stage stage = OnboardingStatus.Stage.READY;
    public volatile @Nullable OnboardingReturn returns;
    public volatile Withdrawal withdrawal = Withdrawal.CLOSED;

    /** Ready, and without payments. */
    public void reset() {
        known.clear();
        stage = OnboardingStatus.Stage.READY;
        returns = null;
        withdrawal = Withdrawal.CLOSED;
    }

    @Override
    public CheckoutStart startCheckout(
            PayableRef payable, Money amount, CheckoutReturn urls, @Nullable String payerEmail, Locale locale) {
        return new CheckoutStart.Refused(CheckoutStart.Reason.TRY_AGAIN);
    }

    @Override
    public Optional<Payment> reconcile(PaymentId payment) {
        return find(payment);
    }

    @Override
    public Optional<Payment> reconcileAfterSuccess(PaymentId payment) {
        return find(payment);
    }

    @Override
    public Withdrawal withdraw(PayableRef payable) {
        return withdrawal;
    }

    @Override
    public boolean giveBack(PaymentId payment) {
        return known.computeIfPresent(
                        payment,
                        (_, found) -> new Payment(
                                found.id(),
                                found.payable(),
                                found.amount(),
                                found.state(),
                                found.allocation(),
                                null,
                                found.createdAt(),
                                found.settledAt(),
                                found.card(),
                                found.refundedMinor(),
                                true))
                != null;
    }

    @Override
    public Optional<Payment> find(PaymentId payment) {
        return Optional.ofNullable(known.get(payment));
    }

    @Override
    public List<Payment> of(PayableRef payable) {
        return known.values().stream()
                .filter(payment -> payment.payable().equals(payable))
                .toList();
    }

    @Override
    public List<Payment> needingAttention() {
        return known.values().stream().filter(Payment::needsAttention).toList();
    }

    @Override
    public OnboardingStart start(OnboardingReturn urls, String contactEmail) {
        returns = urls;
        return new OnboardingStart.Redirect(URI.create("https://connect.test/"));
    }

    @Override
    public OnboardingStatus status() {
        return new OnboardingStatus(
                stage,
                stage == OnboardingStatus.Stage.NOT_STARTED ? null : "acct_1",
                stage == OnboardingStatus.Stage.READY,
                List.of(),
                null);
    }

    @Override
    public OnboardingStatus refresh() {
        return status();
    }
}
