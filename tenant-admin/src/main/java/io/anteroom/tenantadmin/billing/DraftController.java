package io.anteroom.tenantadmin.billing;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.billing.Billing;
import io.anteroom.clinic.billing.Drafted;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.InvoiceDesk;
import io.anteroom.clinic.billing.InvoiceDraft;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceState;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.Revising;
import io.anteroom.clinic.billing.price.OfferedPrice;
import io.anteroom.clinic.billing.price.PriceChoice;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.patient.Patients;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing an invoice: new for a patient, or a draft again. Adding and removing lines sends the form like saving does. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}")
class DraftController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int MOST_MEANT = 6;

    private final Billing billing;
    private final InvoiceDesk desk;
    private final Patients patients;
    private final PriceChoice prices;
    private final StaffPages pages;
    private final Clock clock;

    DraftController(
            Billing billing, InvoiceDesk desk, Patients patients, PriceChoice prices, StaffPages pages, Clock clock) {
        this.billing = billing;
        this.desk = desk;
        this.patients = patients;
        this.prices = prices;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/patients/{patient}/invoices/new")
    @Needs(Permission.EDIT_INVOICES)
    JteModel blank(@PathVariable String organisation, @PathVariable long patient) {
        var today = LocalDate.ofInstant(clock.instant(), CurrentTenant.get().zone());
        return page(creating(organisation, patient), InvoiceForm.empty(today), FormErrors.none());
    }

    @PostMapping("/patients/{patient}/invoices/new")
    @Needs(Permission.EDIT_INVOICES)
    Reply create(
            @PathVariable String organisation,
            @PathVariable long patient,
            @RequestParam MultiValueMap<String, String> sent,
            StaffMember staff) {
        DraftPage page = creating(organisation, patient);
        return answer(page, sent, (form, draft) -> {
            Drafted drafted = billing.draft(token(form), new PatientId(patient), draft, staff.actor());
            Reply.Redirect there =
                    Reply.redirect(invoice(organisation, drafted.id().value()));
            return drafted.before()
                    ? there.refused("This form was sent before, and began this invoice. Nothing was written again")
                    : there.done("Draft saved");
        });
    }

    @GetMapping("/invoices/{id}/edit")
    @Needs(Permission.EDIT_INVOICES)
    JteModel edit(@PathVariable String organisation, @PathVariable long id) {
        InvoiceView draft = draft(id);
        return page(editing(organisation, draft), InvoiceForm.of(draft), FormErrors.none());
    }

    @PostMapping("/invoices/{id}/edit")
    @Needs(Permission.EDIT_INVOICES)
    Reply save(
            @PathVariable String organisation,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            StaffMember staff) {
        return answer(editing(organisation, draft(id)), sent, (form, draft) -> {
            Reply.Redirect back = Reply.redirect(invoice(organisation, id));
            return switch (billing.revise(new InvoiceId(id), form.version(), draft, staff.actor())) {
                case Revising.Revised() -> back.done("Draft saved");
                case Revising.Meanwhile() -> meanwhile(organisation, draft(id), form);
                case Revising.NotADraft() ->
                    back.refused("This invoice has been sent meanwhile, so it was not changed");
            };
        });
    }

    private Reply meanwhile(String organisation, InvoiceView now, InvoiceForm form) {
        String why = "Somebody changed this draft meanwhile: it comes to "
                + Formats.ofClinic().money(now.totalMinor(), now.currency())
                + " now. Save again to replace it by what is below, or go back to see it";
        return Reply.invalid(page(editing(organisation, now), form.seen(now.version()), FormErrors.ofForm(why)));
    }

    /** Of a form without one, which no page of ours is, a new one. */
    private static UUID token(InvoiceForm form) {
        try {
            return UUID.fromString(form.token());
        } catch (IllegalArgumentException _) {
            return UUID.randomUUID();
        }
    }

    private Reply answer(
            DraftPage page, MultiValueMap<String, String> sent, BiFunction<InvoiceForm, InvoiceDraft, Reply> saving) {
        InvoiceForm form = InvoiceForm.of(sent);
        if (sent.containsKey("add")) {
            return form.isFull() ? full(page, form) : Reply.page(page(page, form.withLine(), FormErrors.none()));
        }
        String remove = sent.getFirst("remove");
        if (remove != null) {
            int index = remove.matches("[0-9]{1,3}") ? Integer.parseInt(remove) : -1;
            return Reply.page(page(page, form.withoutLine(index), FormErrors.none()));
        }
        String item = Objects.requireNonNullElse(sent.getFirst("item"), "");
        if (sent.containsKey("pick") || !item.isBlank()) { // Enter in that field presses the form's first button
            return picked(page, form, item);
        }
        var reading = new InvoiceReading(
                CurrentTenant.get().currency(), Formats.ofClinic().locale());
        Optional<InvoiceDraft> draft = reading.read(form);
        return draft.isPresent() ? saving.apply(form, draft.get()) : Reply.invalid(page(page, form, reading.errors()));
    }

    /** Adds the line that was meant, or asks which. */
    private Reply picked(DraftPage page, InvoiceForm form, String typed) {
        List<OfferedPrice> meant = prices.meant(typed, MOST_MEANT);
        if (meant.size() == 1 && form.isFull() && !form.lines().getLast().isBlank()) {
            return full(page.typed(typed), form);
        }
        if (meant.size() == 1) {
            LineForm line =
                    LineForm.of(meant.getFirst().line(), CurrentTenant.get().currency());
            return Reply.page(page(page, form.with(line), FormErrors.none()));
        }
        String wrong = meant.isEmpty()
                ? "Nothing on the price list has this code or name"
                : meant.stream()
                        .map(OfferedPrice::label)
                        .collect(Collectors.joining("; ", "Several match: ", ". Type more of it"));
        return Reply.invalid(page(page.typed(typed), form, FormErrors.of("item", wrong)));
    }

    private Reply full(DraftPage page, InvoiceForm form) {
        return Reply.invalid(page(page, form, FormErrors.of("add", InvoiceForm.TOO_MANY_LINES)));
    }

    private InvoiceView draft(long id) {
        return desk.find(new InvoiceId(id))
                .filter(invoice -> invoice.state() == InvoiceState.DRAFT)
                .orElseThrow(NoSuchPageException::new);
    }

    private DraftPage creating(String organisation, long id) {
        Patient patient = patients.find(new PatientId(id)).orElseThrow(NoSuchPageException::new);
        String base = "/o/" + organisation;
        return new DraftPage(
                "New invoice",
                patient.fullName(),
                base + "/patients/" + id + "/invoices/new",
                base + "/invoices?patient=" + id);
    }

    private static DraftPage editing(String organisation, InvoiceView draft) {
        String invoice = invoice(organisation, draft.id().value());
        return new DraftPage("Edit draft invoice", draft.patientName(), invoice + "/edit", invoice);
    }

    private JteModel page(DraftPage page, InvoiceForm form, FormErrors errors) {
        return TEMPLATES.billingDraft(
                pages.page(StaffSection.INVOICES, page.title()),
                page,
                form,
                prices.offered(),
                CurrentTenant.get().currency(),
                errors);
    }

    private static String invoice(String organisation, long id) {
        return "/o/" + organisation + "/invoices/" + id;
    }
}
