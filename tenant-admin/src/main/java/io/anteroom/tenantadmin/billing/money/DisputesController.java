package io.anteroom.tenantadmin.billing.money;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.billing.money.PaymentList;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.payments.reconciliation.Dispute;
import io.anteroom.payments.reconciliation.MoneyCheck;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Payments that patients' banks took back, or ask about: those with a deadline first. */
@Controller
@OnHost(Host.STAFF)
class DisputesController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final MoneyCheck check;
    private final PaymentList payments;
    private final StaffPages pages;

    DisputesController(MoneyCheck check, PaymentList payments, StaffPages pages) {
        this.check = check;
        this.payments = payments;
        this.pages = pages;
    }

    @GetMapping("/o/{organisation}/money/disputes")
    @Needs(Permission.CHECK_MONEY)
    JteModel list() {
        List<Dispute> disputes = check.disputes();
        MoneyPage money = MoneyPage.of(
                payments.paidFor(disputes.stream()
                        .map(Dispute::payment)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()),
                check.disputesToAnswer());
        return TEMPLATES.billingMoneyDisputes(pages.page(StaffSection.INVOICES, "Disputes"), money, disputes);
    }
}
