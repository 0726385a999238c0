package io.anteroom.clinic.billing.plan;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.card.AccountPayer;
import io.anteroom.payments.card.CardConsents;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How plans end and pause, within the caller's transaction: with them the permission to charge ends. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PlanEnds {

    private static final String WORKER = "Instalments";

    private final PlanStore store;
    private final CardConsents consents;
    private final PlanMail mail;
    private final PlanAudit audit;
    private final Clock clock;

    PlanEnds(PlanStore store, CardConsents consents, PlanMail mail, PlanAudit audit, Clock clock) {
        this.store = store;
        this.consents = consents;
        this.mail = mail;
        this.audit = audit;
        this.clock = clock;
    }

    /** By a person; what is being charged at this moment is found out all the same. */
    PlanStop stop(InvoiceView invoice, PlanId id, Predicate<PaymentPlan> may, PlanReason why, Actor by) {
        Optional<PaymentPlan> found = store.lock(id)
                .filter(plan -> plan.invoice().equals(invoice.id()) && plan.isOpen())
                .filter(may);
        if (found.isEmpty()) {
            return PlanStop.NOTHING_TO_STOP;
        }
        PaymentPlan plan = found.get();
        PlanReason reason = plan.state() == PlanState.OFFERED ? PlanReason.WITHDRAWN : why;
        store.become(id, PlanState.ENDED, reason, clock.instant());
        revoke(plan, by.name());
        audit.stopped(invoice, id, reason, by);
        return plan.underWay().isPresent() ? PlanStop.STOPPED_WHILE_CHARGING : PlanStop.STOPPED;
    }

    /** By itself: there is nothing more to charge. */
    void end(InvoiceView invoice, PaymentPlan plan, PlanReason why) {
        become(invoice, plan, PlanState.ENDED, why);
    }

    /** By itself: it cannot go on until a payer accepts it anew, who is told so. */
    void pause(InvoiceView invoice, PaymentPlan plan, PlanReason why) {
        become(invoice, plan, PlanState.PAUSED, why);
        if (why != PlanReason.SWITCHED_OFF && why != PlanReason.NO_ACCESS) {
            mail.paused(invoice, plan);
        }
    }

    /** Takes the permission back of whoever accepted it last. */
    void revoke(PaymentPlan plan, String by) {
        if (plan.account() != null) {
            boolean _ =
                    consents.revoke(AccountPayer.of(plan.account()), plan.id().about(), by);
        }
    }

    private void become(InvoiceView invoice, PaymentPlan plan, PlanState state, PlanReason why) {
        store.become(plan.id(), state, why, clock.instant());
        revoke(plan, WORKER);
        audit.became(invoice, plan.id(), state, why);
    }
}
