package io.anteroom.portal.billing.card;

import static io.anteroom.language.Say.say;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.billing.card.PatientCards;
import io.anteroom.clinic.billing.plan.PatientPlans;
import io.anteroom.payments.card.CardChange;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.Confirmation;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The cards that somebody signed in keeps: the list, and what can be done with each. */
@Controller
@OnHost(Host.PORTAL)
@OfAnyPatient
@RequestMapping("/payment-methods")
class CardsController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String LIST = "/payment-methods";

    private final PatientCards cards;
    private final PatientPlans plans;
    private final CardPages pages;

    CardsController(PatientCards cards, PatientPlans plans, CardPages pages) {
        this.plans = plans;
        this.cards = cards;
        this.pages = pages;
    }

    @GetMapping
    JteModel list(VisibleChart chart) {
        return TEMPLATES.billingCardList(pages.frame(say("Payment methods")), pages.all(chart));
    }

    @GetMapping("/{card}")
    JteModel show(@PathVariable String card, VisibleChart chart) {
        CardView view = pages.one(chart, card);
        return TEMPLATES.billingCardShow(pages.frame(view.card().title()), view);
    }

    @PostMapping("/{card}/name")
    Reply rename(@PathVariable String card, @RequestParam(defaultValue = "") String name, VisibleChart chart) {
        CardChange change = cards.rename(chart, pages.find(chart, card).id(), name);
        return told(change, LIST, say("Name saved"));
    }

    @PostMapping("/{card}/default")
    Reply prefer(@PathVariable String card, VisibleChart chart) {
        CardChange change = cards.prefer(chart, pages.find(chart, card).id());
        return told(change, LIST, say("This card is offered first from now on"));
    }

    @GetMapping("/{card}/removal")
    JteModel ask(@PathVariable String card, VisibleChart chart) {
        CardView view = pages.one(chart, card);
        String title = say("Remove {card}?", "card", view.card().title());
        List<String> losses = new ArrayList<>();
        losses.add(say("You won’t be able to pay with it here any more, unless you add it again."));
        if (!view.standing().isEmpty()) {
            losses.add(say(
                    "{count, plural, one {The permission that you gave the clinic to charge it ends.} other {The # permissions that you gave the clinic to charge it end.}}",
                    "count",
                    view.standing().size()));
        }
        if (plans.charges(chart, pages.find(chart, card).id())) {
            losses.add(say("The instalments that are charged to it are paused."));
        }
        return TEMPLATES.billingCardRemoval(
                pages.frame(say("Remove a card")),
                Confirmation.of(title, losses, view.card().url() + "/removal", say("Remove the card"), LIST));
    }

    @PostMapping("/{card}/removal")
    Reply remove(@PathVariable String card, VisibleChart chart) {
        CardChange change = cards.remove(chart, pages.find(chart, card).id());
        return change == CardChange.TRY_AGAIN
                ? Reply.redirect(LIST)
                        .refused(
                                say(
                                        "Our payment provider did not answer, so the card is not removed yet. The clinic can’t charge it any more. Please remove it again in a minute."))
                : told(change, LIST, say("The card was removed"));
    }

    private static Reply told(CardChange change, String next, String done) {
        return switch (change) {
            case DONE -> Reply.redirect(next).done(done);
            case NOT_FOUND -> Reply.redirect(LIST).refused(say("This card isn’t saved any more."));
            case TRY_AGAIN -> Reply.redirect(next).refused(CardPages.tryAgain());
        };
    }
}
