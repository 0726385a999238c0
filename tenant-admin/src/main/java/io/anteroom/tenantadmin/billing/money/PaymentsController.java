package io.anteroom.tenantadmin.billing.money;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.billing.money.PaymentList;
import io.anteroom.clinic.billing.money.PaymentQuery;
import io.anteroom.clinic.billing.money.PaymentQuery.Outcome;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.payments.reconciliation.MoneyCheck;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Every payment, by day and outcome. */
@Controller
@OnHost(Host.STAFF)
class PaymentsController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int LAST_PAGE = 10_000;

    private final PaymentList payments;
    private final MoneyCheck check;
    private final StaffPages pages;

    PaymentsController(PaymentList payments, MoneyCheck check, StaffPages pages) {
        this.payments = payments;
        this.check = check;
        this.pages = pages;
    }

    /** What is not understood of the address is as if it were not there. */
    @GetMapping("/o/{organisation}/money/payments")
    @Needs(Permission.CHECK_MONEY)
    JteModel list(
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "1") int page) {
        Outcome outcome = Stream.of(Outcome.values())
                .filter(one -> PaymentsView.key(one).equals(show))
                .findFirst()
                .orElse(Outcome.ALL);
        var query = new PaymentQuery(outcome, day(from), day(until), Math.clamp(page, 1, LAST_PAGE));
        MoneyPage money = MoneyPage.of(Map.of(), check.disputesToAnswer());
        return TEMPLATES.billingMoneyPayments(
                pages.page(StaffSection.INVOICES, "All payments"),
                money,
                new PaymentsView(money.url("payments"), query, payments.page(query)));
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
