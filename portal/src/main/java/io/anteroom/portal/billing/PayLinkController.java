package io.anteroom.portal.billing;

import static io.anteroom.language.Say.say;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.billing.CardPayments;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.link.InvoiceLinkKey;
import io.anteroom.clinic.billing.link.InvoiceLinks;
import io.anteroom.clinic.billing.link.LinkPaying;
import io.anteroom.clinic.billing.link.LinkedInvoice;
import io.anteroom.clinic.billing.link.LinkedPayment;
import io.anteroom.clinic.billing.link.PayByLink;
import io.anteroom.payments.CheckoutReturn;
import io.anteroom.payments.CheckoutStart;
import io.anteroom.payments.PaymentId;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.Htmx;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.Links;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.security.ClientNetwork;
import io.anteroom.webkit.security.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page behind the link in an invoice's mail, for whoever holds it. Opening it changes nothing and asks Stripe nothing, since
 * programs that look through mail do; a button goes on. Every link that leads nowhere gets the same answer.
 */
@Controller
@OnHost(Host.PORTAL)
class PayLinkController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int LOOKS_A_MINUTE = 120;

    private final InvoiceLinks invoices;
    private final PayByLink paying;
    private final CardPayments cards;
    private final Links links;
    private final PortalPages pages;
    private final RateLimits looks = RateLimits.of(LOOKS_A_MINUTE, Duration.ofMinutes(1));

    PayLinkController(InvoiceLinks invoices, PayByLink paying, CardPayments cards, Links links, PortalPages pages) {
        this.invoices = invoices;
        this.paying = paying;
        this.cards = cards;
        this.links = links;
        this.pages = pages;
    }

    @GetMapping("/pay/{key}")
    Reply open(@PathVariable String key, HttpServletRequest request) {
        looks.require(ClientNetwork.of(request));
        return invoices.find(new InvoiceLinkKey(key))
                .map(invoice -> Reply.page(page(key, invoice, null)))
                .orElseGet(this::ended);
    }

    @PostMapping("/pay/{key}")
    Reply pay(@PathVariable String key, HttpServletRequest request) {
        var own = new InvoiceLinkKey(key);
        return answer(
                paying.start(own, network(request), urls()),
                why -> invoices.find(own)
                        .map(invoice -> Reply.page(HttpStatus.CONFLICT, page(key, invoice, why)))
                        .orElseGet(this::ended));
    }

    @GetMapping("/pay/result")
    Reply result(
            @RequestParam(defaultValue = "") String payment,
            @RequestParam(defaultValue = "false") boolean left,
            HttpServletRequest request) {
        looks.require(ClientNetwork.of(request));
        return PaymentId.parse(payment)
                .flatMap(paying::result)
                .map(found -> Reply.page(result(found, left, null, Htmx.wantsFragment(request))))
                .orElseGet(this::ended);
    }

    @PostMapping("/pay/result")
    Reply again(@RequestParam(defaultValue = "") String payment, HttpServletRequest request) {
        Optional<PaymentId> before = PaymentId.parse(payment);
        return before.map(id -> answer(
                        paying.startAgain(id, network(request), urls()),
                        why -> paying.result(id)
                                .map(found -> Reply.page(HttpStatus.CONFLICT, result(found, true, why, false)))
                                .orElseGet(this::ended)))
                .orElseGet(this::ended);
    }

    /** What is said again with the reason why nothing was begun. */
    private interface Saying {
        Reply because(String why);
    }

    private Reply answer(LinkPaying came, Saying saying) {
        return switch (came) {
            case LinkPaying.Asked(CheckoutStart.Redirect redirect) ->
                Reply.redirect(redirect.page().toString());
            case LinkPaying.Asked(CheckoutStart.Refused(CheckoutStart.Reason reason)) ->
                saying.because(PayWords.of(reason));
            case LinkPaying.TooOften(var until) ->
                saying.because(say(
                        "The payment page was asked for too often from here. Please try again after {time}.",
                        "time",
                        Formats.ofClinic().time(until)));
            case LinkPaying.Ended() -> ended();
        };
    }

    private JteModel page(String key, LinkedInvoice invoice, @Nullable String why) {
        return TEMPLATES.billingPayLink(
                pages.signedOut(say("Pay an invoice")),
                "/pay/" + key,
                invoice,
                invoice.due().fitsACard() && cards.possible(),
                why,
                Formats.ofClinic());
    }

    private JteModel result(LinkedPayment found, boolean left, @Nullable String why, boolean fragment) {
        var outcome = Outcome.of(found.payment(), left);
        return fragment
                ? TEMPLATES.billingPayLinkOutcome(outcome, found, why, Formats.ofClinic())
                : TEMPLATES.billingPayLinkResult(
                        pages.signedOut(outcome.title()), outcome, found, why, Formats.ofClinic());
    }

    private Reply ended() {
        return Reply.page(
                HttpStatus.GONE, TEMPLATES.billingPayLinkEnded(pages.signedOut(say("This payment link has ended"))));
    }

    private CheckoutReturn urls() {
        String slug = CurrentTenant.get().slug();
        return new CheckoutReturn(
                URI.create(links.portal(slug, "/pay/result")), URI.create(links.portal(slug, "/pay/result?left=true")));
    }

    private static String network(HttpServletRequest request) {
        return new AskedFrom(request.getServerName(), ClientNetwork.address(request), null).networkKey();
    }
}
