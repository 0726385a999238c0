package io.anteroom.tenantadmin.billing.plan;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.InvoiceDesk;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.plan.Offering;
import io.anteroom.clinic.billing.plan.PlanDesk;
import io.anteroom.clinic.billing.plan.PlanId;
import io.anteroom.clinic.billing.plan.PlanTerms;
import io.anteroom.clinic.billing.plan.Planned;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Offers instalments for an invoice: asks how, shows each, offers them; and stops them. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/invoices/{id}/instalments")
class PlanController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final InvoiceDesk desk;
    private final PlanDesk plans;
    private final StaffPages pages;

    PlanController(InvoiceDesk desk, PlanDesk plans, StaffPages pages) {
        this.desk = desk;
        this.plans = plans;
        this.pages = pages;
    }

    /** Without a choice it asks for one; with one it shows what that comes to. */
    @GetMapping
    @Needs(Permission.EDIT_INVOICES)
    Reply ask(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String count,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String rhythm) {
        InvoiceView invoice = find(id);
        if (!plans.possible(invoice)) {
            return Reply.redirect(url(invoice)).refused(words(new Offering.NoCards()));
        }
        if (count.isEmpty() && first.isEmpty()) {
            return Reply.page(form(invoice, PlanForm.fresh(plans.today()), FormErrors.none()));
        }
        PlanForm form = new PlanForm(count, first, rhythm);
        Optional<PlanTerms> terms = form.read(plans);
        List<Planned> parts = terms.map(each -> each.over(invoice.due())).orElse(List.of());
        if (parts.isEmpty()) {
            FormErrors problems = form.problems(plans);
            return Reply.invalid(form(
                    invoice, form, problems.any() ? problems : FormErrors.of("count", words(new Offering.TooSmall()))));
        }
        return Reply.page(TEMPLATES.billingPlanCheck(
                pages.page(StaffSection.INVOICES, "Check the instalments of " + invoice.title()),
                url(invoice),
                invoice,
                form,
                UUID.randomUUID().toString(),
                parts,
                Formats.ofClinic()));
    }

    @PostMapping
    @Needs(Permission.EDIT_INVOICES)
    Reply offer(
            @PathVariable long id,
            @RequestParam UUID token,
            @RequestParam long due,
            @RequestParam String count,
            @RequestParam String first,
            @RequestParam String rhythm,
            StaffMember staff) {
        InvoiceView invoice = find(id);
        PlanTerms terms = new PlanForm(count, first, rhythm).read(plans).orElseThrow(NoSuchPageException::new);
        Reply.Redirect back = Reply.redirect(url(invoice));
        Offering offering = plans.offer(invoice, token, terms, due, staff.actor());
        return offering instanceof Offering.Offered ? back.done(words(offering)) : back.refused(words(offering));
    }

    @PostMapping("/{plan}/stop")
    @Needs(Permission.EDIT_INVOICES)
    Reply stop(@PathVariable long id, @PathVariable long plan, StaffMember staff) {
        InvoiceView invoice = find(id);
        Reply.Redirect back = Reply.redirect(url(invoice));
        return switch (plans.stop(invoice, new PlanId(plan), staff.actor())) {
            case STOPPED -> back.done("The instalments are stopped. Nothing more is charged");
            case STOPPED_WHILE_CHARGING ->
                back.done("The instalments are stopped. One was being charged at this moment: whether it was will be"
                        + " under Payments below");
            case NOTHING_TO_STOP -> back.refused("These instalments had ended already");
        };
    }

    private JteModel form(InvoiceView invoice, PlanForm form, FormErrors errors) {
        return TEMPLATES.billingPlanForm(
                pages.page(StaffSection.INVOICES, "Offer instalments for " + invoice.title()),
                url(invoice),
                invoice,
                form,
                errors,
                Formats.ofClinic());
    }

    private InvoiceView find(long id) {
        return desk.find(new InvoiceId(id)).orElseThrow(NoSuchPageException::new);
    }

    private static String url(InvoiceView invoice) {
        return "/o/" + CurrentTenant.get().slug() + "/invoices/" + invoice.id();
    }

    private static String words(Offering refused) {
        return switch (refused) {
            case Offering.Offered _ -> "The instalments are offered. Nothing is charged until a payer accepts them";
            case Offering.DueChanged() -> "What is due has changed meanwhile. Look at the invoice, and offer them anew";
            case Offering.NoSuchDay() -> "The first day has passed meanwhile. Offer them anew";
            case Offering.TooSmall() -> "No card can pay parts that small, or just these amounts. Choose fewer";
            case Offering.AnotherPlan() -> "There are instalments for this invoice already. Stop them first";
            case Offering.NoCards() ->
                "Instalments need something due, card payments, and Payment methods switched on in the portal";
        };
    }
}
