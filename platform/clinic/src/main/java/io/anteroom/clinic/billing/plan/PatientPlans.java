package io.anteroom.clinic.billing.plan;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.card.AccountPayer;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.language.Words;
import io.anteroom.payments.card.CardConsent;
import io.anteroom.payments.card.CardConsents;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.Cards;
import io.anteroom.payments.card.ConsentWording;
import io.anteroom.payments.card.SavedCard;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Instalments as payers see, accept and stop them. Starts from an invoice that the person may see; the card is their own, and nobody
 * else who sees the invoice is told of it. Asks nobody outside.
 */
@Component
public class PatientPlans {

    private final PlanStore store;
    private final PlanEnds ends;
    private final PlanAudit audit;
    private final CardConsents consents;
    private final Cards cards;
    private final PublishedPortals portals;
    private final WorkQueue work;
    private final Clock clock;

    PatientPlans(
            PlanStore store,
            PlanEnds ends,
            PlanAudit audit,
            CardConsents consents,
            Cards cards,
            PublishedPortals portals,
            WorkQueue work,
            Clock clock) {
        this.store = store;
        this.ends = ends;
        this.audit = audit;
        this.consents = consents;
        this.cards = cards;
        this.portals = portals;
        this.work = work;
        this.clock = clock;
    }

    /** The invoice's plan that has not ended, or else its last one. */
    @Transactional(readOnly = true)
    public Optional<PaymentPlan> of(InvoiceView invoice) {
        return store.of(invoice.id()).map(plan -> plan.whileDue(invoice.dueMinor()));
    }

    /** What would be charged, and when, if the person accepted it now. */
    public List<Planned> ahead(InvoiceView invoice, PaymentPlan plan) {
        return plan.ahead(PlanDays.today(clock.instant()), invoice.dueMinor());
    }

    /** Whether it can be accepted now, with a card. */
    public boolean isAcceptable(InvoiceView invoice, PaymentPlan plan) {
        return plan.isAcceptable()
                && invoice.dueMinor() > 0
                && plan.underWay().isEmpty()
                && PlanSections.areOn(portals.current());
    }

    /** What the person would agree to with that card; nothing if it isn't theirs, or there is nothing to accept. */
    @Transactional(readOnly = true)
    public Optional<ConsentWording> wording(VisibleChart chart, InvoiceView invoice, PaymentPlan plan, CardId card) {
        return isAcceptable(invoice, plan)
                ? cards.of(AccountPayer.of(account(chart))).stream()
                        .filter(saved -> saved.id().equals(card))
                        .findFirst()
                        .map(saved -> wording(invoice, plan, saved))
                : Optional.empty();
    }

    private ConsentWording wording(InvoiceView invoice, PaymentPlan plan, SavedCard card) {
        return PlanWords.consent(Words.current(), CurrentTenant.get().name(), invoice, ahead(invoice, plan), card);
    }

    /**
     * Accepts it, or has a paused one go on. Accepted twice, it is accepted once.
     *
     * @param shown the words that the person saw
     * @return false if these are not the words any more, or there is nothing to accept; then it has to be shown anew
     */
    @Transactional
    public boolean accept(VisibleChart chart, InvoiceView invoice, PlanId id, CardId card, String shown) {
        Optional<PaymentPlan> found =
                store.lock(id).filter(plan -> plan.invoice().equals(invoice.id()));
        if (found.isEmpty()) {
            return false;
        }
        PaymentPlan plan = found.get();
        AccountId account = account(chart);
        Optional<CardConsent> standing = consents.standing(AccountPayer.of(account), id.about());
        if (plan.state() == PlanState.RUNNING) {
            return plan.isOf(account)
                    && standing.filter(given -> given.wording().equals(shown)).isPresent();
        }
        Optional<CardConsent> given = wording(chart, invoice, plan, card)
                .filter(now -> now.text().equals(shown))
                .flatMap(words -> consents.give(
                        AccountPayer.of(account), id.about(), card, words, AccountPayer.signature(chart)));
        given.ifPresent(consent -> {
            Instant now = clock.instant();
            store.accepted(id, account, consent, plan.ahead(PlanDays.today(now)), now);
            audit.accepted(invoice, id, consent, chart.actor());
            work.add(PlanWork.KIND, id.toString());
        });
        return given.isPresent();
    }

    /** Whether instalments are charged to that card of the person's, so that they pause when it is removed. */
    @Transactional(readOnly = true)
    public boolean charges(VisibleChart chart, CardId card) {
        return store.runningFor(account(chart)).stream()
                .flatMap(id -> consents.standing(AccountPayer.of(account(chart)), id.about()).stream())
                .anyMatch(consent -> consent.card().equals(card));
    }

    /** Stops it, if it was this person who accepted it. */
    @Transactional
    public PlanStop stop(VisibleChart chart, InvoiceView invoice, PlanId id) {
        return ends.stop(invoice, id, plan -> plan.isOf(account(chart)), PlanReason.STOPPED_BY_PAYER, chart.actor());
    }

    private static AccountId account(VisibleChart chart) {
        return chart.viewer().account();
    }
}
