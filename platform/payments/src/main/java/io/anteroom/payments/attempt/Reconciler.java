package io.anteroom.payments.attempt;

import io.anteroom.payments.PaymentId;
import io.anteroom.payments.PaymentState;
import io.anteroom.payments.attempt.StoredPayment.Page;
import io.anteroom.payments.stripe.Outside;
import io.anteroom.payments.stripe.StripeAnswer;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings a payment to where Stripe says it is. Stripe is read without holding a connection; what was read is applied under
 * the row's lock, and only if it is a step forward, so that an answer that is older than what is known changes nothing.
 */
public final class Reconciler {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

    /** How many times a refund is read, where others record one of the same payment meanwhile; whoever did has read it too. */
    private static final int READINGS = 3;

    private final PaymentStore store;
    private final StripeCheckout checkout;
    private final StripeSavedCard savedCard;
    private final PayableOwners payables;
    private final PaymentPostings postings;
    private final TransactionTemplate transaction;
    private final PaymentMetrics metrics;
    private final RefundRecorder refunds;
    private final ReadingRecorder readings;
    private final Clock clock;

    Reconciler(
            PaymentStore store,
            StripeCheckout checkout,
            StripeSavedCard savedCard,
            PayableOwners payables,
            PaymentPostings postings,
            TransactionTemplate transaction,
            PaymentMetrics metrics,
            RefundRecorder refunds,
            Clock clock) {
        this.store = store;
        this.checkout = checkout;
        this.savedCard = savedCard;
        this.payables = payables;
        this.postings = postings;
        this.transaction = transaction;
        this.metrics = metrics;
        this.refunds = refunds;
        this.readings = new ReadingRecorder(store, payables, postings, clock);
        this.clock = clock;
    }

    /** The payment as it is known, without asking Stripe. */
    public Optional<StoredPayment> find(PaymentId id) {
        return transaction.execute(_ -> store.find(id));
    }

    /** Asks Stripe, and gives the payment as it is then; also where Stripe is silent. */
    public Optional<StoredPayment> reconcile(PaymentId id) {
        Outside.transaction();
        return find(id).map(found -> found.order().saved() == null ? reconcilePage(found) : reconcileCharge(found));
    }

    private StoredPayment reconcilePage(StoredPayment found) {
        return readAgain(found.state() == PaymentState.CREATED ? page(found) : found);
    }

    /**
     * Nothing is charged here: only the person's own click asks for that. An attempt of which nobody knows is looked for, also one
     * that was given up, and what is not over when its time has come is called off.
     */
    private StoredPayment reconcileCharge(StoredPayment found) {
        StoredPayment now = readAgain(found.session() == null ? taken(found, look(found)) : found);
        boolean late = !clock.instant().isBefore(now.order().expiresAt());
        boolean waits = now.state() == PaymentState.CREATED || now.state() == PaymentState.OPEN;
        return late && waits ? close(now) : now;
    }

    /**
     * Looks once more for money that came for an attempt that is over.
     *
     * @return whether Stripe answered; what it refuses it would refuse again
     */
    boolean lookAgain(StoredPayment over) {
        Outside.transaction();
        StripeAnswer<LookUp> look = over.session() == null
                ? way(over).lookFor(over)
                : new StripeAnswer.Given<>(new LookUp(over.session(), true));
        return look instanceof StripeAnswer.Given<LookUp>(LookUp found)
                ? reading(taken(over, found)).isPresent()
                : look instanceof StripeAnswer.Refused;
    }

    /**
     * Opens the page of a payment that has none yet, or charges its saved card, always with the same idempotency key. Gives the
     * payment as it is then: open, failed where Stripe refused, or as it was where Stripe was silent or another thread was
     * quicker; a charge also as far as it came at once.
     */
    public StoredPayment page(StoredPayment payment) {
        Outside.transaction();
        PaymentId id = payment.id();
        boolean charge = payment.order().saved() != null;
        if (!clock.instant().isBefore(payment.order().expiresAt())) {
            return charge ? reconcileCharge(payment) : giveUp(id, PaymentState.EXPIRED, "never_opened");
        }
        return switch (way(payment).open(payment)) {
            case StripeAnswer.Given<Page>(Page page) -> charge ? readAgain(has(id, page)) : has(id, page);
            case StripeAnswer.Refused<Page>(String code, String _)
            when charge -> callOff(payment, PaymentState.FAILED, code);
            case StripeAnswer.Refused<Page>(String code, String _)
            when code.equals(StripeAnswer.ERROR_KEPT) -> lookAndEnd(payment, PaymentState.FAILED, code);
            case StripeAnswer.Refused<Page>(String code, String param) ->
                giveUp(id, PaymentState.FAILED, param.equals("customer_email") ? "email_invalid" : code);
            case StripeAnswer.Silent<Page>() -> payment;
        };
    }

    /** Sees to it that nobody can pay it any more, if that is still possible, and gives it as it is then. */
    public StoredPayment close(StoredPayment payment) {
        Outside.transaction();
        Page page = payment.session();
        if (page == null && payment.state() == PaymentState.CREATED) {
            return payment.order().saved() == null
                    ? giveUp(payment.id(), PaymentState.EXPIRED, "superseded")
                    : calledOff(payment);
        }
        if (page != null && payment.state() == PaymentState.OPEN) {
            // Refused means paid or closed by now; either way, and also where Stripe is silent, the reading tells.
            var _ = way(payment).close(payment, page);
        }
        return readAgain(payment);
    }

    private StoredPayment calledOff(StoredPayment payment) {
        StoredPayment now = callOff(payment, PaymentState.EXPIRED, "superseded");
        return now.session() == null ? now : close(now);
    }

    /**
     * A charge of which nobody knows whether it reached Stripe, or will, or that Stripe refused for whatever reason: what is there is
     * taken as it is, be it money or a bank's no. Where nothing is, its key is taken, after which it cannot be charged; and where the
     * key was taken first, it is looked for again. Looking comes first, since Stripe forgets a key after a day, and taking a forgotten
     * one proves nothing.
     */
    private StoredPayment callOff(StoredPayment payment, PaymentState end, String reason) {
        LookUp look = look(payment);
        if (look.page() != null || !look.certain()) {
            return readAgain(taken(payment, look));
        }
        return switch (savedCard.takeKey(payment)) {
            case StripeAnswer.Given<String> _ -> giveUp(payment.id(), end, reason);
            case StripeAnswer.Refused<String> _ -> lookAndEnd(payment, end, reason);
            case StripeAnswer.Silent<String>() -> payment;
        };
    }

    /** Takes what the attempt has at Stripe as it is, and gives it up only if it surely has nothing there. */
    private StoredPayment lookAndEnd(StoredPayment payment, PaymentState end, String reason) {
        LookUp look = look(payment);
        return look.page() == null && look.certain()
                ? giveUp(payment.id(), end, reason)
                : readAgain(taken(payment, look));
    }

    /** What the attempt has at Stripe, where asking under its key doesn't tell or must not be done. */
    private LookUp look(StoredPayment payment) {
        return way(payment).lookFor(payment) instanceof StripeAnswer.Given<LookUp>(LookUp found)
                ? found
                : new LookUp(null, false);
    }

    private StoredPayment taken(StoredPayment payment, LookUp look) {
        return look.page() == null ? payment : has(payment.id(), look.page());
    }

    private Way way(StoredPayment payment) {
        return payment.order().saved() == null ? checkout : savedCard;
    }

    /** Reads a payment that has succeeded once more: what happens to it after that is that it is given back. */
    public Optional<StoredPayment> reconcileAfterSuccess(PaymentId id) {
        Outside.transaction();
        return reconcile(id).map(payment -> payment.state() == PaymentState.SUCCEEDED ? read(payment) : payment);
    }

    /** Sees to it that a payment that has arrived is in the ledger, and so is what was given back of it. */
    public void post(PaymentId id) {
        transaction.executeWithoutResult(_ -> store.lock(id).ifPresent(payment -> {
            postings.arrived(payment);
            refunds.postMissing(payment);
            payables.posted(payment.order().payable());
        }));
    }

    private StoredPayment readAgain(StoredPayment payment) {
        return payment.state() == PaymentState.SUCCEEDED ? payment : read(payment);
    }

    private StoredPayment read(StoredPayment payment) {
        return reading(payment).orElse(payment);
    }

    /** The payment as Stripe says that it stands, as it is known where Stripe would say nothing, and nothing where it is silent. */
    private Optional<StoredPayment> reading(StoredPayment payment) {
        Page page = payment.session();
        StoredPayment known = payment;
        for (int times = 0; page != null && times < READINGS; times++) {
            StripeAnswer<Reading> answer = way(known).read(known, page);
            if (!(answer instanceof StripeAnswer.Given<Reading>(Reading reading))) {
                return times == 0 && answer instanceof StripeAnswer.Silent ? Optional.empty() : Optional.of(known);
            }
            Outcome outcome = apply(known, reading);
            known = outcome.payment;
            if (!outcome.overtaken) {
                break;
            }
        }
        return Optional.of(known);
    }

    private Outcome apply(StoredPayment known, Reading reading) {
        PaymentId id = known.id();
        Outcome outcome = Objects.requireNonNull(transaction.execute(_ -> {
            StoredPayment locked = store.lock(id).orElseThrow();
            boolean news = reading.isNewsTo(locked);
            if (news) {
                readings.record(locked, reading);
            }
            boolean overtaken = reading.isOvertaken(known.standing(), locked.standing());
            boolean refund = !overtaken && refunds.record(locked, reading);
            if (!news && !refund) {
                return new Outcome(locked, false, overtaken);
            }
            if (news && !locked.state().isFinal()) {
                askForThePayer(id);
            }
            return new Outcome(store.find(id).orElseThrow(), locked.state() != reading.state(), overtaken);
        }));
        count(outcome);
        shut(outcome);
        return outcome;
    }

    /** What the bank declined could yet be paid with another card by whoever has the bank's page. Where Stripe is silent it stays so. */
    private void shut(Outcome outcome) {
        StoredPayment payment = outcome.payment;
        Page page = payment.session();
        if (outcome.moved
                && payment.state() == PaymentState.FAILED
                && payment.order().saved() != null
                && page != null) {
            var _ = savedCard.close(payment, page);
        }
    }

    private void count(Outcome outcome) {
        StoredPayment payment = outcome.payment;
        if (outcome.moved && payment.state().isFinal()) {
            metrics.ended(payment.shown());
            LOG.info("Payment {} is {}", payment.id(), payment.state());
        }
    }

    /** Once for each payment, in the transaction in which it fails since the bank wants to see its payer, who was away. */
    private void askForThePayer(PaymentId id) {
        store.find(id)
                .filter(payment -> payment.order().isAway() && payment.shown().wantsThePerson())
                .ifPresent(payment -> payables.payerWanted(
                        payment.order().payable(), id, payment.order().amount()));
    }

    private record Outcome(StoredPayment payment, boolean moved, boolean overtaken) {}

    /** The attempt has this at Stripe, whether it waits for it or was given up meanwhile. */
    private StoredPayment has(PaymentId id, Page page) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            if (!store.opened(id, page, clock.instant())) {
                store.found(id, page);
            }
            return store.find(id).orElseThrow();
        }));
    }

    private StoredPayment giveUp(PaymentId id, PaymentState end, String reason) {
        Outcome outcome = Objects.requireNonNull(transaction.execute(_ -> {
            boolean ended = store.giveUp(id, end, reason, clock.instant());
            return new Outcome(store.find(id).orElseThrow(), ended, false);
        }));
        count(outcome);
        return outcome.payment;
    }
}
