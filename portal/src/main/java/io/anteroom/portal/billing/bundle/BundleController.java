package io.anteroom.portal.billing.bundle;

import static io.anteroom.language.Say.say;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.billing.CardPayments;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.bundle.BundleId;
import io.anteroom.clinic.billing.bundle.PatientBundles;
import io.anteroom.clinic.billing.bundle.PayBundle;
import io.anteroom.clinic.billing.bundle.VisibleBundle;
import io.anteroom.payments.CheckoutStart;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.CardPaymentStart;
import io.anteroom.portal.billing.PayWords;
import io.anteroom.portal.billing.PaymentReturn;
import io.anteroom.portal.billing.card.PayingCards;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.frame.PortalSection;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.Links;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Paying the invoices that were chosen together: what they come to, and with what it is paid. */
@Controller
@OnHost(Host.PORTAL)
@OfAnyPatient
@RequestMapping("/invoices/several/{bundle}")
class BundleController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final PatientBundles bundles;
    private final PayBundle paying;
    private final PayingCards cards;
    private final CardPayments possible;
    private final PortalPages pages;
    private final Links links;

    BundleController(
            PatientBundles bundles,
            PayBundle paying,
            PayingCards cards,
            CardPayments possible,
            PortalPages pages,
            Links links) {
        this.bundles = bundles;
        this.paying = paying;
        this.cards = cards;
        this.possible = possible;
        this.pages = pages;
        this.links = links;
    }

    /** As they stand: to be paid, or what has changed since they were chosen, and what is left. */
    @GetMapping
    JteModel show(@PathVariable String bundle, VisibleChart chart) {
        return page(find(bundle, chart), chart, null, FormErrors.none());
    }

    /** The way to the card page, where another card is typed. */
    @PostMapping("/payment")
    Reply pay(@PathVariable String bundle, VisibleChart chart) {
        VisibleBundle found = find(bundle, chart);
        return switch (paying.start(found, PaymentReturn.fromThePage(links), chart.actor())) {
            case CheckoutStart.Redirect redirect ->
                Reply.redirect(redirect.page().toString());
            case CheckoutStart.Refused(CheckoutStart.Reason reason) -> refused(found, BundleWords.of(reason));
        };
    }

    /** Pays with a saved card; sent again, it tells what became of the first. */
    @PostMapping("/pay")
    Reply payByCard(
            @PathVariable String bundle, @RequestParam String attempt, @RequestParam String card, VisibleChart chart) {
        VisibleBundle found = find(bundle, chart);
        PaymentId payment = PaymentId.parse(attempt).orElseThrow(NoSuchPageException::new);
        CardId chosen = cards.chosen(card);
        return switch (paying.payByCard(found, payment, chosen, PaymentReturn.fromTheBank(links), chart)) {
            case CardPaymentStart.ToTheBank(PaymentId begun, URI _) -> told(begun);
            case CardPaymentStart.Told(Payment known) -> told(known.id());
            case CardPaymentStart.Unknown(PaymentId begun) -> told(begun);
            case CardPaymentStart.NoSuchCard _ -> again(bundle, chosen, PayWords.cardGone(), chart);
            case CardPaymentStart.NoConsent _ -> throw new IllegalStateException("The payer is there");
            case CardPaymentStart.Refused(var reason) -> again(bundle, chosen, BundleWords.of(reason), chart);
        };
    }

    /** With the card that was chosen, as things stand by now. Nothing was begun, so the next click makes a new attempt. */
    private Reply again(String bundle, CardId chosen, String why, VisibleChart chart) {
        return Reply.invalid(page(find(bundle, chart), chart, chosen, FormErrors.ofForm(why)));
    }

    private JteModel page(VisibleBundle bundle, VisibleChart chart, @Nullable CardId chosen, FormErrors errors) {
        var shown = new BundlePage(
                bundle,
                new PaymentId(UUID.randomUUID()),
                bundle.canBePaid() ? cards.of(chart) : List.of(),
                possible.possible(),
                chart.listedFor(AccessScope.MONEY).contains(bundle.patient()),
                chosen,
                errors);
        return TEMPLATES.billingBundleShow(
                pages.page(PortalSection.INVOICES, say("Invoices to pay together")),
                shown,
                chart.several(),
                Formats.ofClinic());
    }

    private static Reply told(PaymentId payment) {
        return Reply.redirect("/payments/" + payment);
    }

    private static Reply refused(VisibleBundle bundle, String why) {
        return Reply.redirect("/invoices/several/" + bundle.id()).refused(why);
    }

    private VisibleBundle find(String bundle, VisibleChart chart) {
        return BundleId.parse(bundle).flatMap(id -> bundles.find(chart, id)).orElseThrow(NoSuchPageException::new);
    }
}
