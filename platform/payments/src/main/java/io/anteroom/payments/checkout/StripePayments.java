package io.anteroom.payments.checkout;

import io.anteroom.payments.CheckoutReturn;
import io.anteroom.payments.CheckoutStart;
import io.anteroom.payments.CheckoutStart.Reason;
import io.anteroom.payments.CheckoutStart.Refused;
import io.anteroom.payments.Money;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.Payments;
import io.anteroom.payments.StripeAmount;
import io.anteroom.payments.Withdrawal;
import io.anteroom.payments.attempt.PaymentStore;
import io.anteroom.payments.attempt.Reconciler;
import io.anteroom.payments.attempt.StoredPayment;
import io.anteroom.payments.refund.GiveBackWork;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Paying through Stripe's Checkout. */
final class StripePayments implements Payments {

    private final CheckoutStarter starter;
    private final Reconciler reconciler;
    private final PaymentStore store;
    private final WorkQueue work;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StripePayments(
            CheckoutStarter starter,
            Reconciler reconciler,
            PaymentStore store,
            WorkQueue work,
            TransactionTemplate transaction,
            Clock clock) {
        this.starter = starter;
        this.reconciler = reconciler;
        this.store = store;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public CheckoutStart startCheckout(
            PayableRef payable, Money amount, CheckoutReturn urls, @Nullable String payerEmail, Locale locale) {
        if (!amount.isPositive()) {
            return new Refused(Reason.NOT_POSITIVE);
        }
        if (!StripeAmount.isChargeable(amount)) {
            return new Refused(Reason.NOT_CHARGEABLE);
        }
        return starter.start(new CheckoutStarter.Wish(payable, amount, urls, payerEmail, locale));
    }

    @Override
    public Optional<Payment> reconcile(PaymentId payment) {
        return reconciler.reconcile(payment).map(StoredPayment::shown);
    }

    @Override
    public Optional<Payment> reconcileAfterSuccess(PaymentId payment) {
        return reconciler.reconcileAfterSuccess(payment).map(StoredPayment::shown);
    }

    @Override
    public Withdrawal withdraw(PayableRef payable) {
        // One at most claims a single thing.
        List<StoredPayment> open = transaction.execute(_ -> store.open(List.of(payable)));
        return Objects.requireNonNull(open).stream()
                .findFirst()
                .map(reconciler::close)
                .map(closed -> switch (closed.state()) {
                    case SUCCEEDED, PROCESSING -> Withdrawal.PAID_MEANWHILE;
                    case EXPIRED, FAILED -> Withdrawal.CLOSED;
                    case CREATED, OPEN -> Withdrawal.TRY_AGAIN;
                })
                .orElse(Withdrawal.CLOSED);
    }

    @Override
    public boolean giveBack(PaymentId payment) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            if (store.askBack(payment, clock.instant())) {
                work.add(GiveBackWork.KIND, payment.toString());
            }
            return store.find(payment).filter(StoredPayment::isToBeGivenBack).isPresent();
        }));
    }

    @Override
    public Optional<Payment> find(PaymentId payment) {
        return reconciler.find(payment).map(StoredPayment::shown);
    }

    @Override
    public List<Payment> of(PayableRef payable) {
        return Objects.requireNonNull(transaction.execute(_ -> store.of(payable)));
    }

    @Override
    public List<Payment> needingAttention() {
        return shown(transaction.execute(_ -> store.unallocated()));
    }

    private static List<Payment> shown(@Nullable List<StoredPayment> stored) {
        return Objects.requireNonNull(stored).stream().map(StoredPayment::shown).toList();
    }
}
