package io.anteroom.clinic.billing.card;

import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.language.Words;
import io.anteroom.payments.card.CardConsent;
import io.anteroom.payments.card.CardConsents;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.Cards;
import io.anteroom.payments.card.ConsentWording;
import io.anteroom.payments.card.PayerRef;
import io.anteroom.payments.card.SavedCard;
import io.anteroom.tenancy.CurrentTenant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The permissions that whoever is signed in gave the clinic: to charge one card of theirs for one patient's invoices while they are
 * away. Each is kept in the words that were shown, with who gave and withdrew it, and when. Asks nobody outside.
 */
@Component
public class CardPermissions {

    private final CardConsents consents;
    private final Cards cards;
    private final CardAudit audit;
    private final ApplicationEventPublisher events;

    CardPermissions(CardConsents consents, Cards cards, CardAudit audit, ApplicationEventPublisher events) {
        this.events = events;
        this.consents = consents;
        this.cards = cards;
        this.audit = audit;
    }

    /** The patients for whose invoices the person may give one. */
    public static List<VisiblePatient> patients(VisibleChart chart) {
        List<PatientId> open = chart.openFor(AccessScope.MONEY);
        return chart.patients().stream()
                .filter(patient -> open.contains(patient.id()))
                .toList();
    }

    /** What the person would agree to; nothing if they have no such card, or nothing to do with that patient's invoices. */
    public Optional<ConsentWording> wording(VisibleChart chart, PatientId patient, CardId card) {
        return patients(chart).stream()
                .filter(each -> each.id().equals(patient))
                .findFirst()
                .flatMap(each -> cards.of(payer(chart)).stream()
                        .filter(saved -> saved.id().equals(card))
                        .findFirst()
                        .map(saved -> wording(each, saved)));
    }

    private static ConsentWording wording(VisiblePatient patient, SavedCard card) {
        return CardWords.permission(Words.current(), CurrentTenant.get().name(), patient.name(), card);
    }

    /**
     * Gives it, in the place of an earlier one for the same patient. Given twice, it is given once.
     *
     * @param shown the words that the person saw
     * @return false if these are not the words any more, or nothing could be given; then they have to be shown anew
     */
    @Transactional
    public boolean give(VisibleChart chart, PatientId patient, CardId card, String shown) {
        Optional<ConsentWording> wording =
                wording(chart, patient, card).filter(now -> now.text().equals(shown));
        if (wording.isEmpty()) {
            return false;
        }
        String about = AccountPayer.about(patient);
        boolean stands = consents.standing(payer(chart), about)
                .filter(given -> given.card().equals(card) && given.wording().equals(shown))
                .isPresent();
        if (stands) {
            return true;
        }
        Optional<CardConsent> given =
                consents.give(payer(chart), about, card, wording.get(), AccountPayer.signature(chart));
        given.ifPresent(consent -> audit.given(patient, consent, chart.actor()));
        return given.isPresent();
    }

    /**
     * Withdraws it, also where the person has no access to that patient any more.
     *
     * @return whether there was one
     */
    @Transactional
    public boolean withdraw(VisibleChart chart, PatientId patient) {
        String about = AccountPayer.about(patient);
        Optional<CardConsent> standing = consents.standing(payer(chart), about);
        if (standing.isEmpty() || !consents.revoke(payer(chart), about, AccountPayer.signature(chart))) {
            return false;
        }
        audit.withdrawn(patient, standing.get(), chart.actor());
        return true;
    }

    /** All that the person ever gave, the newest first; at most 200. */
    @Transactional(readOnly = true)
    public List<CardPermission> given(VisibleChart chart) {
        return all(chart).toList();
    }

    /** Ends all that are about one card, and has others end what they charge it for. */
    @Transactional
    public void end(VisibleChart chart, CardId card) {
        all(chart)
                .filter(each -> each.consent().stands() && each.consent().card().equals(card))
                .forEach(each -> {
                    boolean _ = withdraw(chart, each.patient());
                });
        events.publishEvent(new CardLeaves(chart.viewer().account(), card));
    }

    private Stream<CardPermission> all(VisibleChart chart) {
        return consents.of(payer(chart)).stream()
                .flatMap(consent -> AccountPayer.patient(consent.about()).stream()
                        .map(patient -> new CardPermission(patient, consent)));
    }

    private static PayerRef payer(VisibleChart chart) {
        return AccountPayer.of(chart.viewer().account());
    }
}
