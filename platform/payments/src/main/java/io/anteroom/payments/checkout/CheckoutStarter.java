package io.anteroom.payments.checkout;

import io.anteroom.payments.CheckoutReturn;
import io.anteroom.payments.CheckoutStart;
import io.anteroom.payments.CheckoutStart.Reason;
import io.anteroom.payments.CheckoutStart.Redirect;
import io.anteroom.payments.CheckoutStart.Refused;
import io.anteroom.payments.Money;
import io.anteroom.payments.Payable;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.PaymentState;
import io.anteroom.payments.account.StripeOnboarding;
import io.anteroom.payments.attempt.CheckSchedule;
import io.anteroom.payments.attempt.PayableOwners;
import io.anteroom.payments.attempt.PaymentStore;
import io.anteroom.payments.attempt.PaymentWork;
import io.anteroom.payments.attempt.Reconciler;
import io.anteroom.payments.attempt.StoredPayment;
import io.anteroom.payments.attempt.StoredPayment.Order;
import io.anteroom.payments.attempt.StoredPayment.Page;
import io.anteroom.payments.stripe.Outside;
import io.anteroom.payments.stripe.StripeAnswer;
import io.anteroom.tenancy.work.WorkQueue;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gets a payer to a page, and sees to it that there is only one. Each round looks at the one attempt that may be open
 * at what is paid, or those at its parts: there is none, so one is written down; it serves this wish too, so it is used; or it does
 * not, so it is closed first.
 */
final class CheckoutStarter {

    /** More rounds than that mean that somebody else keeps beginning; then this click may be made again. */
    private static final int MOST_ROUNDS = 4;

    /** A page about to close is no use to someone who begins now. */
    private static final Duration TOO_SHORT = Duration.ofMinutes(15);

    private final PaymentStore store;
    private final Reconciler reconciler;
    private final PayableOwners payables;
    private final StripeOnboarding onboarding;
    private final WorkQueue work;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration lifetime;

    CheckoutStarter(
            PaymentStore store,
            Reconciler reconciler,
            PayableOwners payables,
            StripeOnboarding onboarding,
            WorkQueue work,
            TransactionTemplate transaction,
            Clock clock,
            Duration lifetime) {
        this.store = store;
        this.reconciler = reconciler;
        this.payables = payables;
        this.onboarding = onboarding;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /** What somebody wants to pay, and how. */
    record Wish(
            PayableRef payable,
            Money amount,
            CheckoutReturn urls,
            @Nullable String payerEmail,
            Locale locale) {

        Order order(String description, String account, Instant expiresAt) {
            return new Order(
                    payable,
                    amount,
                    description,
                    payerEmail,
                    locale.toLanguageTag(),
                    urls.paid().toString(),
                    urls.left().toString(),
                    account,
                    expiresAt,
                    null);
        }

        Wish withoutEmail() {
            return new Wish(payable, amount, urls, null, locale);
        }
    }

    /** What one round found. */
    private sealed interface Found {
        record No(Reason reason) implements Found {}

        record Mine(StoredPayment payment) implements Found {}

        record InTheWay(List<StoredPayment> others) implements Found {}

        record LookAgain() implements Found {}
    }

    CheckoutStart start(Wish first) {
        Outside.transaction();
        String account = onboarding.chargeableAccount().orElse("");
        if (account.isEmpty()) {
            return new Refused(Reason.CLINIC_CANNOT_CHARGE);
        }
        Wish wish = first;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Wish wanted = wish;
            Found found = Objects.requireNonNull(transaction.execute(_ -> look(wanted, account)));
            StoredPayment payment;
            switch (found) {
                case Found.No(Reason reason) -> {
                    return new Refused(reason);
                }
                case Found.LookAgain() -> {
                    continue;
                }
                case Found.Mine(StoredPayment mine) ->
                    payment = mine.state() == PaymentState.CREATED
                            ? reconciler.page(mine)
                            : reconciler.reconcile(mine.id()).orElseThrow();
                case Found.InTheWay(List<StoredPayment> others) -> {
                    Optional<Reason> stuck = close(others);
                    if (stuck.isPresent()) {
                        return new Refused(stuck.get());
                    }
                    continue;
                }
            }
            Optional<CheckoutStart> end = end(payment);
            if (end.isPresent()) {
                return end.get();
            }
            if ("email_invalid".equals(payment.standing().failure())) {
                wish = wanted.withoutEmail();
            }
        }
        return new Refused(Reason.TRY_AGAIN);
    }

    private Found look(Wish wish, String account) {
        Optional<Payable> payable = payables.find(wish.payable());
        List<PayableRef> claims = payable.map(Payable::claims).orElse(List.of(wish.payable()));
        List<StoredPayment> open = store.open(claims);
        Optional<StoredPayment> processing = open.stream()
                .filter(each -> each.state() == PaymentState.PROCESSING)
                .findFirst();
        if (processing.isPresent()) {
            return new Found.Mine(processing.get());
        }
        Optional<Reason> no = payable.isEmpty() ? Optional.of(Reason.NOT_OPEN) : refusal(payable.get(), wish.amount());
        if (no.isPresent()) {
            return new Found.No(no.get());
        }
        Instant now = clock.instant();
        Order order = wish.order(payable.orElseThrow().description(), account, now.plus(lifetime));
        if (open.isEmpty()) {
            return begin(order, payable.orElseThrow(), now);
        }
        StoredPayment one = open.getFirst();
        boolean lastsLongEnough = one.order().expiresAt().isAfter(now.plus(TOO_SHORT));
        return lastsLongEnough && order.isServedBy(one.order()) ? new Found.Mine(one) : new Found.InTheWay(open);
    }

    /** Closes all of them, or says why one could not be. */
    private Optional<Reason> close(List<StoredPayment> others) {
        for (StoredPayment other : others) {
            switch (reconciler.close(other).state()) {
                case CREATED, OPEN -> {
                    return Optional.of(Reason.TRY_AGAIN);
                }
                case PROCESSING -> {
                    return Optional.of(Reason.BEING_PROCESSED);
                }
                case FAILED, EXPIRED, SUCCEEDED -> {
                    // Over; what is due by now is looked at anew.
                }
            }
        }
        return Optional.empty();
    }

    /** Written down and committed before Stripe is asked, together with the pointer that looks after it. */
    private Found begin(Order order, Payable payable, Instant now) {
        var id = new PaymentId(UUID.randomUUID());
        if (!store.add(id, order, payable, now)) {
            return new Found.LookAgain();
        }
        work.add(PaymentWork.KIND, id.toString(), CheckSchedule.first(now));
        return new Found.Mine(store.find(id).orElseThrow());
    }

    static Optional<Reason> refusal(Payable payable, Money amount) {
        if (!payable.open()) {
            return Optional.of(Reason.NOT_OPEN);
        }
        if (!payable.due().currency().equals(amount.currency())) {
            return Optional.of(Reason.OTHER_CURRENCY);
        }
        if (!payable.parts().isEmpty() && !payable.due().equals(amount)) {
            return Optional.of(Reason.MORE_THAN_DUE);
        }
        return amount.compareTo(payable.due()) > 0 ? Optional.of(Reason.MORE_THAN_DUE) : Optional.empty();
    }

    /** The answer, or nothing where another round has to look. */
    private Optional<CheckoutStart> end(StoredPayment payment) {
        Page page = payment.session();
        return switch (payment.state()) {
            case CREATED -> Optional.of(new Refused(Reason.TRY_AGAIN));
            case PROCESSING -> Optional.of(new Refused(Reason.BEING_PROCESSED));
            case OPEN ->
                page == null || page.url() == null
                        ? Optional.of(new Refused(Reason.TRY_AGAIN))
                        : Optional.of(new Redirect(payment.id(), URI.create(page.url())));
            case FAILED -> failed(payment);
            case EXPIRED, SUCCEEDED -> Optional.empty();
        };
    }

    /** Why Stripe would not open a page. */
    private Optional<CheckoutStart> failed(StoredPayment payment) {
        if (payment.session() != null) {
            return Optional.empty();
        }
        if (isForItsAmount(payment)) {
            return Optional.of(new Refused(Reason.NOT_CHARGEABLE));
        }
        return switch (String.valueOf(payment.standing().failure())) {
            case "email_invalid", StripeAnswer.ERROR_KEPT -> Optional.empty();
            default ->
                Optional.of(new Refused(
                        onboarding.refresh().chargesEnabled() ? Reason.TRY_AGAIN : Reason.CLINIC_CANNOT_CHARGE));
        };
    }

    /** Whether Stripe would not take just this amount; it knows of limits that we don't, such as those of the account's own currency. */
    static boolean isForItsAmount(StoredPayment failed) {
        return "amount_too_small".equals(failed.standing().failure())
                || "amount_too_large".equals(failed.standing().failure());
    }
}
