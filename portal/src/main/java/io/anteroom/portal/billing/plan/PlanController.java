package io.anteroom.portal.billing.plan;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.PatientInvoices;
import io.anteroom.clinic.billing.card.CardWords;
import io.anteroom.clinic.billing.card.PatientCards;
import io.anteroom.clinic.billing.plan.PatientPlans;
import io.anteroom.clinic.billing.plan.PaymentPlan;
import io.anteroom.clinic.billing.plan.PlanId;
import io.anteroom.language.Words;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.ConsentWording;
import io.anteroom.payments.card.SavedCard;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.frame.PortalSection;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.Option;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Accepting the instalments of an invoice with a saved card, in words that are kept, and stopping them. */
@Controller
@OnHost(Host.PORTAL)
@OfAnyPatient
@RequestMapping("/invoices/{id}/instalments")
class PlanController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final PatientInvoices invoices;
    private final PatientPlans plans;
    private final PatientCards cards;
    private final PortalPages pages;

    PlanController(PatientInvoices invoices, PatientPlans plans, PatientCards cards, PortalPages pages) {
        this.invoices = invoices;
        this.plans = plans;
        this.cards = cards;
        this.pages = pages;
    }

    /** The words for one card, the preferred unless another was chosen; the others are a link away. */
    @GetMapping
    Reply ask(@PathVariable long id, @RequestParam(defaultValue = "") String card, VisibleChart chart) {
        InvoiceView invoice = find(id, chart);
        PaymentPlan plan = plans.of(invoice)
                .filter(each -> plans.isAcceptable(invoice, each))
                .orElse(null);
        if (plan == null) {
            return Reply.redirect(url(id)).refused(say("These instalments can’t be accepted any more."));
        }
        List<SavedCard> saved = cards.usable(chart);
        SavedCard chosen = saved.stream()
                .filter(each -> each.id().toString().equals(card))
                .findFirst()
                .or(() -> saved.stream().findFirst())
                .orElse(null);
        String words = chosen == null
                ? ""
                : plans.wording(chart, invoice, plan, chosen.id())
                        .map(ConsentWording::text)
                        .orElse("");
        String chosenId = chosen == null ? "" : chosen.id().toString();
        Formats formats = Formats.ofClinic();
        return Reply.page(TEMPLATES.billingPlanAccept(
                pages.page(PortalSection.INVOICES, say("Pay in instalments")),
                url(id),
                plan.id().toString(),
                plans.ahead(invoice, plan).stream()
                        .map(part -> PlanLine.of(part, formats))
                        .toList(),
                words,
                chosenId,
                saved.stream()
                        .filter(each -> !each.id().toString().equals(chosenId))
                        .map(each -> new Option(each.id().toString(), CardWords.title(Words.current(), each)))
                        .toList()));
    }

    @PostMapping("/{plan}/acceptance")
    Reply accept(
            @PathVariable long id,
            @PathVariable long plan,
            @RequestParam(defaultValue = "") String card,
            @RequestParam(defaultValue = "") String wording,
            VisibleChart chart) {
        InvoiceView invoice = find(id, chart);
        CardId with = CardId.parse(card).orElseThrow(NoSuchPageException::new);
        return plans.accept(chart, invoice, new PlanId(plan), with, wording)
                ? Reply.redirect(url(id))
                        .done(say("You pay in instalments from now on. You can stop that here at any time."))
                : Reply.redirect(url(id) + "/instalments")
                        .refused(say("The words have changed meanwhile. Please read them again."));
    }

    @PostMapping("/{plan}/stop")
    Reply stop(@PathVariable long id, @PathVariable long plan, VisibleChart chart) {
        InvoiceView invoice = find(id, chart);
        Reply.Redirect back = Reply.redirect(url(id));
        return switch (plans.stop(chart, invoice, new PlanId(plan))) {
            case STOPPED -> back.done(say("The instalments are stopped. Nothing more is charged."));
            case STOPPED_WHILE_CHARGING ->
                back.done(
                        say(
                                "The instalments are stopped. One was being charged at this moment; whether it was paid will be told on this page."));
            case NOTHING_TO_STOP -> back.refused(say("There are no instalments of yours to stop."));
        };
    }

    private InvoiceView find(long id, VisibleChart chart) {
        return invoices.in(chart).find(new InvoiceId(id)).orElseThrow(NoSuchPageException::new);
    }

    private static String url(long id) {
        return "/invoices/" + id;
    }
}
