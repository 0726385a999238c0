package io.anteroom.portal.billing.card;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.billing.card.PatientCards;
import io.anteroom.payments.CheckoutReturn;
import io.anteroom.payments.card.CardSetup;
import io.anteroom.payments.card.CardSetupId;
import io.anteroom.payments.card.CardSetupStart;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.Htmx;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.Links;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adding a card on the payment provider's page, and what came of it. */
@Controller
@OnHost(Host.PORTAL)
@OfAnyPatient
@RequestMapping("/payment-methods")
class AddingController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String RETURN = "/payment-methods/return";

    private final PatientCards cards;
    private final CardPages pages;
    private final Links links;

    AddingController(PatientCards cards, CardPages pages, Links links) {
        this.cards = cards;
        this.pages = pages;
        this.links = links;
    }

    @PostMapping
    Reply add(VisibleChart chart) {
        if (!PatientCards.mayAdd(chart)) {
            throw new NoSuchPageException();
        }
        String slug = CurrentTenant.get().slug();
        var urls = new CheckoutReturn(
                URI.create(links.portal(slug, RETURN)), URI.create(links.portal(slug, RETURN + "?left=true")));
        return switch (cards.add(chart, urls)) {
            case CardSetupStart.Redirect redirect ->
                Reply.redirect(redirect.page().toString());
            case CardSetupStart.Refused(CardSetupStart.Reason reason) ->
                Reply.redirect("/payment-methods").refused(words(reason));
        };
    }

    @GetMapping("/return")
    Reply returned(@RequestParam String setup, @RequestParam(defaultValue = "false") boolean left) {
        CardSetupId id = CardSetupId.parse(setup).orElseThrow(NoSuchPageException::new);
        return Reply.redirect("/payment-methods/adding/" + id + (left ? "?left=true" : ""));
    }

    @GetMapping("/adding/{setup}")
    Reply outcome(
            @PathVariable String setup,
            @RequestParam(defaultValue = "false") boolean left,
            VisibleChart chart,
            HttpServletRequest request) {
        CardSetup now =
                CardSetupId.parse(setup).flatMap(id -> cards.outcome(chart, id)).orElseThrow(NoSuchPageException::new);
        Adding adding = Adding.of(now, left);
        CardLine card = card(now, chart);
        return Reply.page(
                Htmx.wantsFragment(request)
                        ? TEMPLATES.billingCardOutcome(adding, now.id().toString(), card)
                        : TEMPLATES.billingCardAdding(
                                pages.frame(adding.title()), adding, now.id().toString(), card));
    }

    private @Nullable CardLine card(CardSetup setup, VisibleChart chart) {
        var id = setup.card();
        return id == null
                ? null
                : cards.find(chart, id)
                        .map(card -> pages.lines(List.of(card)).getFirst())
                        .orElse(null);
    }

    private static String words(CardSetupStart.Reason reason) {
        return switch (reason) {
            case CLINIC_CANNOT_CHARGE -> say("The clinic can’t take cards at the moment. Please try again later.");
            case TOO_MANY -> say("You have saved as many cards as there can be. Remove one first.");
            case TRY_AGAIN -> CardPages.tryAgain();
        };
    }
}
