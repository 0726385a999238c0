package io.anteroom.clinic.billing;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Stands in for the payment provider: says what it is told to, and remembers what it was asked outside a transaction. */
@TestConfiguration(proxyBeanMethods = false)
class FakePayments implements Payments, Onboarding {

    static final PaymentId PAYMENT = new PaymentId(UUID.fromString("0b9f6a2e-6d0c-4f0e-8f43-0c7a4f6d2b11"));

    final List<PayableRef> withdrawn = new ArrayList<>();
    final List<Money> asked = new ArrayList<>();

    @Nullable
    String payer;

    Withdrawal withdrawal = Withdrawal.CLOSED;

    void reset() {
        withdrawn.clear();
        asked.clear();
        payer = null;
        withdrawal = Withdrawal.CLOSED;
    }

    @Override
    public CheckoutStart startCheckout(
            PayableRef payable, Money amount, CheckoutReturn urls, @Nullable String payerEmail, Locale locale) {
        requireNoTransaction();
        asked.add(amount);
        payer = payerEmail;
        return new CheckoutStart.Redirect(PAYMENT, URI.create("https://pay.test/1"));
    }

    @Override
    public Withdrawal withdraw(PayableRef payable) {
        requireNoTransaction();
        withdrawn.add(payable);
        return withdrawal;
    }

    private static void requireNoTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A transaction is held while the provider is asked");
        }
    }

    @Override
    public Optional<Payment> reconcile(PaymentId payment) {
        return Optional.empty();
    }

    @Override
    public Optional<Payment> reconcileAfterSuccess(PaymentId payment) {
        return Optional.empty();
    }

    @Override
    public boolean giveBack(PaymentId payment) {
        return false;
    }

    @Override
    public Optional<Payment> find(PaymentId payment) {
        return Optional.empty();
    }

    @Override
    public List<Payment> of(PayableRef payable) {
        return List.of();
    }

    @Override
    public List<Payment> needingAttention() {
        return List.of();
    }

    @Override
    public OnboardingStart start(OnboardingReturn urls, String contactEmail) {
        return new OnboardingStart.Redirect(URI.create("https://connect.test/1"));
    }

    @Override
    public OnboardingStatus status() {
        return new OnboardingStatus(OnboardingStatus.Stage.READY, "acct_1", true, List.of(), null);
    }

    @Override
    public OnboardingStatus refresh() {
        return status();
    }
}
