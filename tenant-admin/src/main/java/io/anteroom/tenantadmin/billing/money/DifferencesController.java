package io.anteroom.tenantadmin.billing.money;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.billing.PaymentsSetup;
import io.anteroom.clinic.billing.money.MoneyDesk;
import io.anteroom.clinic.billing.money.PaymentList;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.payments.reconciliation.CheckProgress;
import io.anteroom.payments.reconciliation.Difference;
import io.anteroom.payments.reconciliation.DifferenceKind;
import io.anteroom.payments.reconciliation.MoneyCheck;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Htmx;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** In what Stripe and the clinic's ledger differ, compared each night and on demand. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/money/differences")
class DifferencesController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String GONE = "That has changed, or is gone, meanwhile. This is how it is now";

    private final MoneyCheck check;
    private final MoneyDesk desk;
    private final PaymentList payments;
    private final PaymentsSetup setup;
    private final StaffPages pages;

    DifferencesController(
            MoneyCheck check, MoneyDesk desk, PaymentList payments, PaymentsSetup setup, StaffPages pages) {
        this.check = check;
        this.desk = desk;
        this.payments = payments;
        this.setup = setup;
        this.pages = pages;
    }

    /** While a comparison is under way, only what moves if that is all that's wanted. */
    @GetMapping
    @Needs(Permission.CHECK_MONEY)
    JteModel list(HttpServletRequest request, HttpServletResponse response) {
        CheckProgress progress = check.progress();
        if (Htmx.wantsFragment(request)) {
            if (!progress.underWay()) {
                response.setHeader("HX-Refresh", "true");
            }
            return TEMPLATES.billingMoneyComparing(MoneyPage.of(Map.of(), check.disputesToAnswer()), progress);
        }
        List<Difference> open = check.differences();
        List<Difference> aside = check.setAside();
        MoneyPage money = MoneyPage.of(
                payments.paidFor(Stream.concat(open.stream(), aside.stream())
                        .map(Difference::payment)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()),
                check.disputesToAnswer());
        return TEMPLATES.billingMoneyDifferences(
                pages.page(StaffSection.INVOICES, "Differences from Stripe"),
                money,
                progress,
                setup.status().account() != null,
                open,
                aside);
    }

    @PostMapping("/comparison")
    @Needs(Permission.CHECK_MONEY)
    Reply compare(@PathVariable String organisation, StaffMember staff) {
        Reply.Redirect back = back(organisation);
        if (setup.status().account() == null) {
            return back.refused("Card payments are not set up, so there is nothing to compare with");
        }
        return desk.compare(staff.actor()) ? back : back.refused("A comparison is under way already");
    }

    @GetMapping("/{kind}/{reference}/set-aside")
    @Needs(Permission.CHECK_MONEY)
    JteModel ask(@PathVariable String kind, @PathVariable String reference) {
        Difference difference = find(kind, reference);
        if (difference.setAside() != null) {
            throw new NoSuchPageException();
        }
        return form(difference, "", FormErrors.none());
    }

    @PostMapping("/{kind}/{reference}/set-aside")
    @Needs(Permission.CHECK_MONEY)
    Reply setAside(
            @PathVariable String organisation,
            @PathVariable String kind,
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String seen,
            StaffMember staff) {
        Difference difference = find(kind, reference);
        Reply.Redirect back = back(organisation);
        if (!seen.equals(Differing.seen(difference))) {
            return back.refused(GONE);
        }
        if (reason.isBlank() || reason.length() > 500) {
            return Reply.invalid(form(difference, reason, FormErrors.of("reason", "Say why, in up to 500 characters")));
        }
        return desk.setAside(difference, reason, staff.actor())
                ? back.done("Set aside, until it changes")
                : back.refused(GONE);
    }

    @PostMapping("/{kind}/{reference}/taking-up")
    @Needs(Permission.CHECK_MONEY)
    Reply takeUp(
            @PathVariable String organisation,
            @PathVariable String kind,
            @PathVariable String reference,
            StaffMember staff) {
        return desk.takeUpAgain(find(kind, reference), staff.actor())
                ? back(organisation).done("It is among the differences again")
                : back(organisation).refused(GONE);
    }

    private JteModel form(Difference difference, String reason, FormErrors errors) {
        MoneyPage money = MoneyPage.of(Map.of(), check.disputesToAnswer());
        return TEMPLATES.billingMoneySetAside(
                pages.page(StaffSection.INVOICES, "Set a difference aside"), money, difference, reason, errors);
    }

    private Difference find(String kind, String reference) {
        return DifferenceKind.named(kind)
                .flatMap(named -> check.difference(named, reference))
                .orElseThrow(NoSuchPageException::new);
    }

    private static Reply.Redirect back(String organisation) {
        return Reply.redirect("/o/" + organisation + "/money/differences");
    }
}
