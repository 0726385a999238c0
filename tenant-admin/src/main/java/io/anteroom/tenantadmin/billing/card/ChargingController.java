package io.anteroom.tenantadmin.billing.card;

import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.InvoiceDesk;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceState;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.card.CardsOnFile;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.payments.PaymentId;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Charges a card on file: says whose, how much and by which permission, and asks. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/invoices/{id}/charge")
class ChargingController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final InvoiceDesk desk;
    private final CardsOnFile files;
    private final StaffPages pages;
    private final Clock clock;

    ChargingController(InvoiceDesk desk, CardsOnFile files, StaffPages pages, Clock clock) {
        this.desk = desk;
        this.files = files;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    @Needs(Permission.CHARGE_CARD)
    Reply ask(@PathVariable String organisation, @PathVariable long id) {
        InvoiceView invoice = sent(id);
        YearMonth now =
                YearMonth.from(clock.instant().atZone(CurrentTenant.get().zone()));
        Formats formats = Formats.ofClinic();
        List<FileLine> cards = files.of(invoice).stream()
                .map(file -> FileLine.of(file, file.card().isExpired(now), formats))
                .sorted(Comparator.comparing(file -> file.warning() != null)) // the first is chosen beforehand
                .toList();
        String url = url(organisation, id);
        return cards.isEmpty()
                ? Reply.redirect(url).refused("There is no card on file that may be charged for this invoice")
                : Reply.page(TEMPLATES.billingCardCharge(
                        pages.page(StaffSection.INVOICES, "Charge a card for " + invoice.title()),
                        url,
                        invoice,
                        cards,
                        UUID.randomUUID().toString(),
                        formats));
    }

    @PostMapping
    @Needs(Permission.CHARGE_CARD)
    Reply charge(
            @PathVariable String organisation,
            @PathVariable long id,
            @RequestParam String attempt,
            @RequestParam long due,
            @RequestParam UUID consent,
            StaffMember staff) {
        InvoiceView invoice = sent(id);
        PaymentId payment = PaymentId.parse(attempt).orElseThrow(NoSuchPageException::new);
        var start = files.charge(invoice, consent, payment, due, staff.actor());
        return ChargeWords.told(start, payment, Formats.ofClinic(), Reply.redirect(url(organisation, id)));
    }

    private static String url(String organisation, long id) {
        return "/o/" + organisation + "/invoices/" + id;
    }

    private InvoiceView sent(long id) {
        return desk.find(new InvoiceId(id))
                .filter(invoice -> invoice.state() != InvoiceState.DRAFT)
                .orElseThrow(NoSuchPageException::new);
    }
}
