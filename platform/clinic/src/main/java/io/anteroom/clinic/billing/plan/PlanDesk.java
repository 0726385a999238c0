package io.anteroom.clinic.billing.plan;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.billing.CardPayments;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.payments.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Instalments as staff see, offer and stop them. */
@Component
public class PlanDesk {

    private final PlanStore store;
    private final PlanEnds ends;
    private final PlanMail mail;
    private final PlanAudit audit;
    private final CardPayments possible;
    private final PublishedPortals portals;
    private final Clock clock;

    PlanDesk(
            PlanStore store,
            PlanEnds ends,
            PlanMail mail,
            PlanAudit audit,
            CardPayments possible,
            PublishedPortals portals,
            Clock clock) {
        this.store = store;
        this.ends = ends;
        this.mail = mail;
        this.audit = audit;
        this.possible = possible;
        this.portals = portals;
        this.clock = clock;
    }

    /** The invoice's plan that has not ended, or else its last one. */
    @Transactional(readOnly = true)
    public Optional<PaymentPlan> of(InvoiceView invoice) {
        return store.of(invoice.id()).map(plan -> plan.whileDue(invoice.dueMinor()));
    }

    /** The clinic's today. */
    public LocalDate today() {
        return PlanDays.today(clock.instant());
    }

    /** What patients could accept for it, if {@link #possible}. */
    public boolean possible(InvoiceView invoice) {
        return invoice.dueMinor() > 0 && PlanSections.areOn(portals.current()) && possible.possible();
    }

    /**
     * Offers a plan over what is due, and mails the patient.
     *
     * @param form its token: a form sent twice is one plan
     * @param seen what the form said is due
     */
    @Transactional
    public Offering offer(InvoiceView invoice, UUID form, PlanTerms terms, long seen, Actor.Staff by) {
        Optional<PaymentPlan> begun =
                store.byToken(form).filter(plan -> plan.invoice().equals(invoice.id()));
        if (begun.isPresent()) {
            return new Offering.Offered(begun.get().id());
        }
        if (invoice.dueMinor() <= 0 || invoice.dueMinor() != seen) {
            return new Offering.DueChanged();
        }
        if (!possible(invoice)) {
            return new Offering.NoCards();
        }
        if (!isDay(terms.first())) {
            return new Offering.NoSuchDay();
        }
        Money due = invoice.due();
        List<Planned> parts = terms.over(due);
        if (parts.isEmpty()) {
            return new Offering.TooSmall();
        }
        Optional<PlanId> added = store.add(invoice.id(), form, parts, by.name(), clock.instant());
        added.ifPresent(plan -> {
            audit.offered(invoice, plan, due, terms, by);
            mail.offered(invoice, plan, parts.size());
        });
        return added.<Offering>map(Offering.Offered::new).orElseGet(Offering.AnotherPlan::new);
    }

    /** Whether instalments could begin on that day: tomorrow at the earliest, in a year at the latest. */
    public boolean isDay(LocalDate first) {
        return first.isAfter(today()) && !first.isAfter(today().plusYears(1));
    }

    /** Takes an offer back, or stops what runs. */
    @Transactional
    public PlanStop stop(InvoiceView invoice, PlanId plan, Actor.Staff by) {
        return ends.stop(invoice, plan, _ -> true, PlanReason.STOPPED_BY_STAFF, by);
    }
}
