package io.anteroom.portal.billing.card;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.billing.CardPayments;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.card.CardPermission;
import io.anteroom.clinic.billing.card.CardPermissions;
import io.anteroom.clinic.billing.card.PatientCards;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.SavedCard;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.frame.PortalSection;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.PortalPage;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the pages of saved cards are made of. */
@Component
class CardPages {

    private final PatientCards cards;
    private final CardPermissions permissions;
    private final CardPayments possible;
    private final PortalPages pages;
    private final Clock clock;

    CardPages(PatientCards cards, CardPermissions permissions, CardPayments possible, PortalPages pages, Clock clock) {
        this.cards = cards;
        this.permissions = permissions;
        this.possible = possible;
        this.pages = pages;
        this.clock = clock;
    }

    PortalPage frame(String title) {
        return pages.page(PortalSection.PAYMENT_METHODS, title);
    }

    /** All on one page. */
    CardsView all(VisibleChart chart) {
        Formats formats = Formats.ofClinic();
        List<SavedCard> saved = cards.list(chart);
        Map<Boolean, List<PermissionLine>> given = permissions.given(chart).stream()
                .collect(Collectors.partitioningBy(
                        each -> each.counts(saved),
                        Collectors.mapping(each -> PermissionLine.of(each, formats), Collectors.toList())));
        return new CardsView(
                lines(saved),
                given.getOrDefault(true, List.of()),
                given.getOrDefault(false, List.of()),
                PatientCards.mayAdd(chart) && possible.possible());
    }

    List<CardLine> lines(List<SavedCard> saved) {
        YearMonth now =
                YearMonth.from(clock.instant().atZone(CurrentTenant.get().zone()));
        return saved.stream().map(card -> CardLine.of(card, now)).toList();
    }

    /** One card of the person's, with what may be permitted about it. */
    CardView one(VisibleChart chart, String id) {
        SavedCard card = find(chart, id);
        List<SavedCard> saved = cards.list(chart);
        List<CardPermission> standing = permissions.given(chart).stream()
                .filter(each -> each.counts(saved))
                .toList();
        List<PermissionLine> ofCard = standing.stream()
                .filter(each -> each.consent().card().equals(card.id()))
                .map(each -> PermissionLine.of(each, Formats.ofClinic()))
                .toList();
        List<CardView.Offer> offers = CardPermissions.patients(chart).stream()
                .filter(patient -> ofCard.stream()
                        .noneMatch(given -> given.patient() == patient.id().value()))
                .map(patient -> offer(patient, standing))
                .toList();
        return new CardView(lines(List.of(card)).getFirst(), ofCard, offers);
    }

    private static CardView.Offer offer(VisiblePatient patient, List<CardPermission> standing) {
        boolean other = standing.stream().anyMatch(each -> each.patient().equals(patient.id()));
        return new CardView.Offer(patient.id().value(), patient.name(), other);
    }

    SavedCard find(VisibleChart chart, String id) {
        return CardId.parse(id).flatMap(known -> cards.find(chart, known)).orElseThrow(NoSuchPageException::new);
    }

    /** What is told where Stripe did not answer to a change. */
    static String tryAgain() {
        return say("Our payment provider did not answer. Please try again in a minute.");
    }
}
