package io.anteroom.tenantadmin.billing.money;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.billing.InvoiceDesk;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.money.MoneyDesk;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.payments.reconciliation.MoneyCheck;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The ledger's sums, and what was posted for an invoice; nothing can be changed here. */
@Controller
@OnHost(Host.STAFF)
class BalancesController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final MoneyDesk desk;
    private final InvoiceDesk invoices;
    private final MoneyCheck check;
    private final StaffPages pages;

    BalancesController(MoneyDesk desk, InvoiceDesk invoices, MoneyCheck check, StaffPages pages) {
        this.desk = desk;
        this.invoices = invoices;
        this.check = check;
        this.pages = pages;
    }

    @GetMapping("/o/{organisation}/money/balances")
    @Needs(Permission.CHECK_MONEY)
    JteModel balances() {
        return TEMPLATES.billingMoneyBalances(
                pages.page(StaffSection.INVOICES, "Balances"),
                MoneyPage.of(Map.of(), check.disputesToAnswer()),
                desk.balances());
    }

    @GetMapping("/o/{organisation}/invoices/{id}/ledger")
    @Needs(Permission.CHECK_MONEY)
    JteModel entries(@PathVariable long id) {
        InvoiceView invoice = invoices.find(new InvoiceId(id)).orElseThrow(NoSuchPageException::new);
        return TEMPLATES.billingMoneyEntries(
                pages.page(StaffSection.INVOICES, invoice.title() + " in the ledger"),
                MoneyPage.of(Map.of(), check.disputesToAnswer()),
                invoice,
                desk.entries(invoice));
    }
}
