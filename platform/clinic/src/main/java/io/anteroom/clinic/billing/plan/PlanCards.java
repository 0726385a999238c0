package io.anteroom.clinic.billing.plan;

import io.anteroom.clinic.billing.InvoiceDesk;
import io.anteroom.clinic.billing.card.AccountPayer;
import io.anteroom.clinic.billing.card.CardLeaves;
import io.anteroom.payments.card.CardConsents;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Plans pause with the card they charge, in the transaction in which its other permissions end. */
@Component
class PlanCards {

    private final PlanStore store;
    private final PlanEnds ends;
    private final CardConsents consents;
    private final InvoiceDesk invoices;

    PlanCards(PlanStore store, PlanEnds ends, CardConsents consents, InvoiceDesk invoices) {
        this.consents = consents;
        this.store = store;
        this.ends = ends;
        this.invoices = invoices;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void leaves(CardLeaves event) {
        store.runningFor(event.account()).stream()
                .filter(id -> consents.standing(AccountPayer.of(event.account()), id.about())
                        .filter(consent -> consent.card().equals(event.card()))
                        .isPresent())
                .flatMap(id -> store.lock(id).stream())
                .filter(plan -> plan.state() == PlanState.RUNNING)
                .forEach(plan -> ends.pause(invoices.find(plan.invoice()).orElseThrow(), plan, PlanReason.NO_CARD));
    }
}
