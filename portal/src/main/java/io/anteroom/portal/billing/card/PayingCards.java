package io.anteroom.portal.billing.card;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.billing.card.PatientCards;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.payments.card.CardId;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.List;
import org.springframework.stereotype.Component;

/** The cards that whoever is signed in can pay with at once; none where the portal has no saved cards. */
@Component
public class PayingCards {

    private final PatientCards cards;
    private final CardPages pages;
    private final PublishedPortals portals;

    PayingCards(PatientCards cards, CardPages pages, PublishedPortals portals) {
        this.cards = cards;
        this.pages = pages;
        this.portals = portals;
    }

    /** The preferred first. */
    public List<CardLine> of(VisibleChart chart) {
        return offered() ? pages.lines(cards.usable(chart)) : List.of();
    }

    /**
     * The card that a form names; whether it is the person's is for the payment to say.
     *
     * @throws NoSuchPageException if that is no card's id, or the portal has no saved cards
     */
    public CardId chosen(String card) {
        return CardId.parse(card).filter(_ -> offered()).orElseThrow(NoSuchPageException::new);
    }

    private boolean offered() {
        return portals.current().offers(Section.PAYMENT_METHODS);
    }
}
