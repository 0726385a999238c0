package io.anteroom.portal.billing.card;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.billing.CardPayments;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.PatientInvoices;
import io.anteroom.clinic.billing.card.PatientCards;
import io.anteroom.clinic.billing.card.PayByCard;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.CardPaymentStart;
import io.anteroom.portal.billing.PayWords;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.frame.PortalSection;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.Links;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Paying an invoice with a saved card: which, and what came of it. */
@Controller
@OnHost(Host.PORTAL)
@OfAnyPatient
@RequestMapping("/invoices/{id}/pay")
class PayController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final PatientInvoices invoices;
    private final PatientCards cards;
    private final PayByCard paying;
    private final CardPayments possible;
    private final CardPages cardPages;
    private final PublishedPortals portals;
    private final PortalPages pages;
    private final Links links;

    PayController(
            PatientInvoices invoices,
            PatientCards cards,
            PayByCard paying,
            CardPayments possible,
            CardPages cardPages,
            PublishedPortals portals,
            PortalPages pages,
            Links links) {
        this.invoices = invoices;
        this.cards = cards;
        this.paying = paying;
        this.possible = possible;
        this.cardPages = cardPages;
        this.portals = portals;
        this.pages = pages;
        this.links = links;
    }

    /** The invoice's own page tells of it where there is nothing to choose: paid meanwhile, or no card saved. */
    @GetMapping
    Reply choose(@PathVariable long id, VisibleChart chart) {
        InvoiceView invoice = find(id, chart);
        boolean payable = invoice.dueMinor() > 0 && invoice.fitsACard() && possible.possible();
        List<CardLine> saved = payable && offered() ? cardPages.lines(cards.usable(chart)) : List.of();
        if (saved.isEmpty()) {
            return Reply.redirect("/invoices/" + id);
        }
        boolean bankAsked = paying.wantsThem(invoice, chart).isPresent();
        return Reply.page(TEMPLATES.billingCardPay(
                pages.page(PortalSection.INVOICES, say("Pay an invoice")),
                new PayChoice(invoice, new PaymentId(UUID.randomUUID()), saved, bankAsked),
                chart.several(),
                Formats.ofClinic()));
    }

    @PostMapping
    Reply pay(
            @PathVariable long id,
            @RequestParam String attempt,
            @RequestParam long due,
            @RequestParam String card,
            VisibleChart chart) {
        InvoiceView invoice = find(id, chart);
        PaymentId payment = PaymentId.parse(attempt).orElseThrow(NoSuchPageException::new);
        CardId chosen = CardId.parse(card).filter(_ -> offered()).orElseThrow(NoSuchPageException::new);
        URI back = URI.create(links.portal(CurrentTenant.get().slug(), "/payments/return"));
        Reply.Redirect again = Reply.redirect("/invoices/" + id + "/pay");
        return switch (paying.pay(invoice, payment, due, chosen, back, chart)) {
            case CardPaymentStart.ToTheBank(PaymentId begun, URI _) -> told(begun);
            case CardPaymentStart.Told(Payment known) -> told(known.id());
            case CardPaymentStart.Unknown(PaymentId begun) -> told(begun);
            case CardPaymentStart.NoSuchCard _ -> again.refused(say("This card isn’t saved any more."));
            case CardPaymentStart.NoConsent _ -> throw new IllegalStateException("The payer is there");
            case CardPaymentStart.Refused(var reason) -> again.refused(PayWords.of(reason));
        };
    }

    /** The payment's page says how it stands, and leads to the bank where that waits: a link, since a form may lead nowhere else. */
    private static Reply told(PaymentId payment) {
        return Reply.redirect("/payments/" + payment);
    }

    private boolean offered() {
        return portals.current().offers(Section.PAYMENT_METHODS);
    }

    private InvoiceView find(long id, VisibleChart chart) {
        return invoices.in(chart).find(new InvoiceId(id)).orElseThrow(NoSuchPageException::new);
    }
}
