package io.anteroom.clinic.billing.plan;

import io.anteroom.clinic.billing.card.AccountPayer;
import io.anteroom.payments.Payments;
import io.anteroom.payments.card.CardCharge;
import io.anteroom.payments.card.CardPaymentStart;
import io.anteroom.payments.card.SavedCardPayments;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.tenancy.work.WorkQueue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees to a plan: tells of what is near, charges what is due, and finds out what became of it. One piece of work for each plan, which
 * comes back when there is something to do, so that two instalments of a plan are never charged at once.
 */
@Component
class PlanWork implements WorkHandler {

    static final String KIND = "payment-plan";

    /** More than a plan has instalments; what is left then is done in turn. */
    private static final int MOST_STEPS = 60;

    private final PlanSteps steps;
    private final SavedCardPayments paying;
    private final Payments payments;
    private final WorkQueue work;
    private final TransactionTemplate transaction;

    PlanWork(
            PlanSteps steps,
            SavedCardPayments paying,
            Payments payments,
            WorkQueue work,
            TransactionTemplate transaction) {
        this.steps = steps;
        this.paying = paying;
        this.payments = payments;
        this.work = work;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(String ref) {
        PlanId.parse(ref).ifPresent(this::see);
    }

    private void see(PlanId plan) {
        for (int step = 0; step < MOST_STEPS; step++) {
            switch (steps.next(plan)) {
                case PlanStep.Done() -> {
                    return;
                }
                case PlanStep.Again() -> {
                    // On to what is next.
                }
                case PlanStep.Ask ask -> steps.heard(ask, ask(ask));
            }
        }
        transaction.executeWithoutResult(_ -> work.add(KIND, plan.toString()));
    }

    /** Asked with the same attempt again, however often, it is charged once. */
    private Heard ask(PlanStep.Ask ask) {
        if (!ask.charging()) {
            // What was stopped before Stripe was asked never will be.
            return payments.reconcile(ask.attempt()).map(Heard::of).orElseGet(Heard.CalledOff::new);
        }
        CardPaymentStart start = paying.charge(
                CardCharge.of(ask.attempt(), ask.payable(), ask.amount()),
                AccountPayer.of(ask.account()),
                ask.plan().about());
        return start instanceof CardPaymentStart.Told(var payment)
                        && payment.id().equals(ask.attempt())
                ? Heard.of(payment)
                : payments.find(ask.attempt()).map(Heard::of).orElseGet(() -> Heard.ofNothing(start));
    }
}
