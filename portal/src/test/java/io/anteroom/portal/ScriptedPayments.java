package io.anteroom.portal;

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

    public final Map<PaymentId, Payment> known = new ConcurrentHashMap<>();
    public final Map<PayableRef, CheckoutReturn> started = new ConcurrentHashMap<>();
    public final Map<PayableRef, Money> amounts = new ConcurrentHashMap<>();
    public volatile CheckoutStart answer = new CheckoutStart.Refused(CheckoutStart.Reason.TRY_AGAIN);
    public volatile boolean chargesEnabled = true;

    public void reset() {
        known.clear();
        started.clear();
        amounts.clear();
        chargesEnabled = true;
    }

    @Override
    public CheckoutStart startCheckout(
            PayableRef payable, Money amount, CheckoutReturn urls, @Nullable String payerEmail, Locale locale) {
        started.put(payable, urls);
        amounts.put(payable, amount);
        return answer;
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
        return Withdrawal.CLOSED;
    }

    @Override
    public boolean giveBack(PaymentId payment) {
        return false;
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
        return new OnboardingStart.Redirect(URI.create("https://connect.test/"));
    }

    @Override
    public OnboardingStatus status() {
        return new OnboardingStatus(OnboardingStatus.Stage.READY, "acct_1", chargesEnabled, List.of(), null);
    }

    @Override
    public OnboardingStatus refresh() {
        return status();
    }
}
