package io.anteroom.tenantadmin.payments;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.part.PartPayments;
import io.anteroom.clinic.billing.part.PartRule;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.payments.Money;
import io.anteroom.payments.TypedAmount;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.SettingsSection;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.util.Currency;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether patients may pay a part of an invoice, and the least part. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/settings/payments/parts")
class PartPaymentsController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final PartPayments parts;
    private final StaffPages pages;

    PartPaymentsController(PartPayments parts, StaffPages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.SET_UP_PAYMENTS)
    JteModel show(@PathVariable String organisation) {
        PartRule rule = parts.rule();
        return page(organisation, rule.allowed(), Formats.ofClinic().amountToType(rule.least()), FormErrors.none());
    }

    @PostMapping
    @Needs(Permission.SET_UP_PAYMENTS)
    Reply save(
            @PathVariable String organisation,
            @RequestParam(defaultValue = "false") boolean allowed,
            @RequestParam(defaultValue = "") String least,
            StaffMember staff) {
        Currency currency = CurrentTenant.get().currency();
        if (!(Money.parse(least, currency, Formats.ofClinic().locale()) instanceof TypedAmount.Understood(Money money))
                || !PartRule.canBeLeast(money)) {
            String example = Formats.ofClinic().amountToType(parts.rule().least());
            return Reply.invalid(page(
                    organisation,
                    allowed,
                    least,
                    FormErrors.of("least", "Enter an amount that a card can pay, like " + example)));
        }
        parts.set(new PartRule(allowed, money), staff.actor());
        return Reply.redirect("/o/" + organisation + "/settings/payments")
                .done(allowed ? "Patients can now pay in parts" : "Patients now pay all that is due at once");
    }

    private JteModel page(String organisation, boolean allowed, String least, FormErrors errors) {
        return TEMPLATES.paymentsParts(
                pages.settings(SettingsSection.PAYMENTS, "Paying in parts"),
                organisation,
                CurrentTenant.get().currency().getCurrencyCode(),
                allowed,
                least,
                errors);
    }
}
