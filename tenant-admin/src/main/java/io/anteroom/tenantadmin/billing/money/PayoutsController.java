package io.anteroom.tenantadmin.billing.money;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.billing.money.PaymentList;
import io.anteroom.clinic.billing.money.PayoutFile;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.payments.reconciliation.MoneyCheck;
import io.anteroom.payments.reconciliation.Payout;
import io.anteroom.payments.reconciliation.PayoutPart;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Pagination;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What Stripe sent to the clinic's bank, and what each sum is made of, to the cent. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/money/payouts")
class PayoutsController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int PAGE_SIZE = 50;
    private static final int LAST_PAGE = 10_000;

    private final MoneyCheck check;
    private final PaymentList payments;
    private final PayoutFile file;
    private final StaffPages pages;
    private final Clock clock;

    PayoutsController(MoneyCheck check, PaymentList payments, PayoutFile file, StaffPages pages, Clock clock) {
        this.clock = clock;
        this.check = check;
        this.payments = payments;
        this.file = file;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.CHECK_MONEY)
    JteModel list(@RequestParam(defaultValue = "1") int page) {
        int number = Math.clamp(page, 1, LAST_PAGE);
        MoneyPage money = MoneyPage.of(Map.of(), check.disputesToAnswer());
        return TEMPLATES.billingMoneyPayouts(
                pages.page(StaffSection.INVOICES, "Payouts"),
                money,
                check.payouts(number, PAGE_SIZE),
                new Pagination(number, PAGE_SIZE, check.payoutCount(), next -> money.url("payouts") + "?page=" + next),
                today());
    }

    /** Up to five hundred parts of it, after the one that is named. */
    @GetMapping("/{payout}")
    @Needs(Permission.CHECK_MONEY)
    JteModel show(@PathVariable String payout, @RequestParam(defaultValue = "") String after) {
        Payout found = find(payout);
        List<PayoutPart> parts = check.parts(payout, after);
        MoneyPage money = MoneyPage.of(
                payments.paidFor(parts.stream()
                        .map(PayoutPart::payment)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()),
                check.disputesToAnswer());
        String title = "Payout of " + money.money(found.amount()) + ", "
                + money.formats().date(found.arrivesOn());
        boolean more = MoneyCheck.isFullPage(parts) && check.hasPartsAfter(payout, parts.getLast());
        return TEMPLATES.billingMoneyPayout(
                pages.page(StaffSection.INVOICES, title),
                money,
                found,
                Makeup.of(found, check.sums(payout)),
                parts,
                more
                        ? money.url("payouts/" + payout) + "?after="
                                + parts.getLast().id()
                        : "",
                today());
    }

    /** Posted for, since it leaves a trace in the audit log. */
    @PostMapping("/{payout}/file")
    @Needs(Permission.CHECK_MONEY)
    void download(@PathVariable String payout, StaffMember staff, HttpServletResponse response) throws IOException {
        Payout found = find(payout);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("payout-" + found.arrivesOn() + ".csv")
                        .build()
                        .toString());
        file.write(found, staff.actor(), response.getWriter());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CurrentTenant.get().zone());
    }

    private Payout find(String payout) {
        return check.payout(payout).orElseThrow(NoSuchPageException::new);
    }
}
