package io.anteroom.clinic.billing.plan;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.payments.Money;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.PaymentId;

/** What the worker has to do next about a plan. */
sealed interface PlanStep {

    /** Nothing now; where there is something later, it is in the queue. */
    record Done() implements PlanStep {}

    /** Something was done; look again. */
    record Again() implements PlanStep {}

    /**
     * Stripe is to be asked, outside any transaction.
     *
     * @param attempt written down by now
     * @param charging whether it may be charged; else it is only found out what became of it
     */
    record Ask(
            PlanId plan,
            int number,
            PaymentId attempt,
            PayableRef payable,
            Money amount,
            AccountId account,
            boolean charging)
            implements PlanStep {}
}
