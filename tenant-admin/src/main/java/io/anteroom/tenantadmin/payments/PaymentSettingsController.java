package io.anteroom.tenantadmin.payments;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.MoneyToGiveBack;
import io.anteroom.clinic.billing.PaymentsSetup;
import io.anteroom.clinic.billing.part.PartPayments;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.payments.OnboardingReturn;
import io.anteroom.payments.OnboardingStart;
import io.anteroom.payments.OnboardingStatus;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.SettingsSection;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.Links;
import io.anteroom.webkit.host.OnHost;
import java.net.URI;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page, the way to the hosted page, and the two ways back. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/settings/payments")
class PaymentSettingsController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final PaymentsSetup setup;
    private final MoneyToGiveBack surplus;
    private final PartPayments parts;
    private final Links links;
    private final StaffPages pages;

    PaymentSettingsController(
            PaymentsSetup setup, MoneyToGiveBack surplus, PartPayments parts, Links links, StaffPages pages) {
        this.setup = setup;
        this.surplus = surplus;
        this.parts = parts;
        this.links = links;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.SET_UP_PAYMENTS)
    JteModel show(@PathVariable String organisation) {
        return TEMPLATES.paymentsSettings(
                pages.settings(SettingsSection.PAYMENTS, "Payments"),
                organisation,
                setup.status(),
                surplus.count(),
                parts.rule(),
                Formats.ofClinic());
    }

    @PostMapping("/onboarding")
    @Needs(Permission.SET_UP_PAYMENTS)
    Reply start(@PathVariable String organisation, StaffMember staff) {
        return switch (setup.start(urls(organisation), staff.email(), staff.actor())) {
            case OnboardingStart.Redirect(URI page) -> Reply.redirect(page.toString());
            case OnboardingStart.Refused(OnboardingStart.Reason reason) ->
                Reply.redirect(page(organisation)).refused(words(reason));
        };
    }

    @GetMapping("/return")
    @Needs(Permission.SET_UP_PAYMENTS)
    Reply returned(@PathVariable String organisation, StaffMember staff) {
        OnboardingStatus status = setup.refresh(staff.actor());
        return status.chargesEnabled()
                ? Reply.redirect(page(organisation)).done("Card payments are ready")
                : Reply.redirect(page(organisation));
    }

    /** A GET must not begin anything, and a mail scanner may follow links: the button on the page does. */
    @GetMapping("/again")
    @Needs(Permission.SET_UP_PAYMENTS)
    Reply expired(@PathVariable String organisation) {
        return Reply.redirect(page(organisation))
                .refused("That page was used already or was too old. Choose the button to go on where you were.");
    }

    @PostMapping("/check")
    @Needs(Permission.SET_UP_PAYMENTS)
    Reply check(@PathVariable String organisation, StaffMember staff) {
        setup.refresh(staff.actor());
        return Reply.redirect(page(organisation)).done("The status is up to date");
    }

    private OnboardingReturn urls(String organisation) {
        return new OnboardingReturn(
                URI.create(links.staff(organisation, "/settings/payments/return")),
                URI.create(links.staff(organisation, "/settings/payments/again")));
    }

    private static String page(String organisation) {
        return "/o/" + organisation + "/settings/payments";
    }

    private static String words(OnboardingStart.Reason reason) {
        return switch (reason) {
            case COUNTRY_NOT_SERVED -> "Stripe does not open accounts in your organisation’s country.";
            case REFUSED_BY_STRIPE -> "Stripe did not open the account. Please write to our support.";
            case TRY_AGAIN -> "Stripe did not answer. Please try again in a minute.";
        };
    }
}
