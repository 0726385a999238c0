package io.anteroom.tenantadmin.billing.credit;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.InvoiceDesk;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.credit.CreditNote;
import io.anteroom.clinic.billing.credit.CreditNoteId;
import io.anteroom.clinic.billing.credit.CreditNotes;
import io.anteroom.clinic.billing.credit.CreditPaper;
import io.anteroom.clinic.billing.credit.CreditWish;
import io.anteroom.clinic.billing.credit.Crediting;
import io.anteroom.clinic.billing.credit.InvoiceCredit;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.billing.TypedAmounts;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writes a credit note for an invoice that was sent, and shows it as PDF. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/invoices/{id}")
class CreditController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final InvoiceDesk desk;
    private final InvoiceCredit credit;
    private final CreditNotes notes;
    private final CreditPaper paper;
    private final StaffPages pages;

    CreditController(InvoiceDesk desk, InvoiceCredit credit, CreditNotes notes, CreditPaper paper, StaffPages pages) {
        this.desk = desk;
        this.credit = credit;
        this.notes = notes;
        this.paper = paper;
        this.pages = pages;
    }

    @GetMapping("/credit")
    @Needs(Permission.EDIT_INVOICES)
    JteModel ask(@PathVariable long id) {
        InvoiceView invoice = creditable(id);
        return page(invoice, CreditForm.empty(invoice), FormErrors.none());
    }

    @PostMapping("/credit")
    @Needs(Permission.EDIT_INVOICES)
    Reply write(@PathVariable long id, @RequestParam MultiValueMap<String, String> sent, StaffMember staff) {
        InvoiceView invoice = find(id);
        Reply.Redirect back = Reply.redirect(url(invoice));
        if (!invoice.isCreditable()) {
            return back.refused("There is nothing left to credit on this invoice");
        }
        CreditForm form = CreditForm.typed(sent);
        var amounts = new TypedAmounts(invoice.currency(), Formats.ofClinic().locale());
        Optional<CreditWish> wish = form.read(amounts, invoice.totalMinor() - invoice.creditedMinor());
        if (wish.isEmpty()) {
            return Reply.invalid(page(invoice, form, amounts.errors()));
        }
        return switch (credit.credit(invoice, wish.get(), form.reason(), form.seen(), staff.actor())) {
            case Crediting.Credited written ->
                back.done("Credit note " + written.number() + " is written"
                        + (written.toGiveBackMinor() == 0
                                ? ""
                                : ". " + Formats.ofClinic().money(written.toGiveBackMinor(), invoice.currency())
                                        + " is to be given back"));
            case Crediting.Nothing() ->
                Reply.invalid(page(invoice, form, FormErrors.ofForm("Nothing is left to credit of what you chose")));
            case Crediting.TooMuch(long left) ->
                Reply.invalid(page(
                        invoice,
                        form,
                        FormErrors.of(
                                "amount", "Enter at most " + Formats.ofClinic().money(left, invoice.currency()))));
            case Crediting.Meanwhile() -> meanwhile(id, form, back);
            case Crediting.BeingPaid() ->
                Reply.invalid(page(
                        invoice,
                        form,
                        FormErrors.ofForm("Somebody is paying this invoice. Try again when the payment is through")));
            case Crediting.TryAgain() ->
                Reply.invalid(page(
                        invoice,
                        form,
                        FormErrors.ofForm("We could not learn whether the patient is paying at this moment. Try again"
                                + " in a minute")));
        };
    }

    @GetMapping("/credits/{note}/pdf")
    @Needs(Permission.SEE_INVOICES)
    ResponseEntity<byte[]> pdf(@PathVariable long id, @PathVariable long note) {
        InvoiceView invoice = find(id);
        CreditNote found = notes.find(invoice, new CreditNoteId(note)).orElseThrow(NoSuchPageException::new);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("credit-note-" + found.number() + ".pdf")
                                .build()
                                .toString())
                .body(paper.print(invoice, found));
    }

    private Reply meanwhile(long id, CreditForm form, Reply.Redirect back) {
        InvoiceView now = find(id);
        String why =
                "This invoice was credited or paid meanwhile. Look at what is left, and write the note again if it is"
                        + " still right";
        return now.isCreditable()
                ? Reply.invalid(page(now, form.seeing(now), FormErrors.ofForm(why)))
                : back.refused("There is nothing left to credit on this invoice");
    }

    private JteModel page(InvoiceView invoice, CreditForm form, FormErrors errors) {
        Map<Integer, Long> left = notes.left(invoice);
        return TEMPLATES.billingCreditForm(
                pages.page(StaffSection.INVOICES, "Credit " + invoice.title()),
                url(invoice),
                invoice,
                left,
                form,
                errors,
                Formats.ofClinic());
    }

    private InvoiceView creditable(long id) {
        return Optional.of(find(id)).filter(InvoiceView::isCreditable).orElseThrow(NoSuchPageException::new);
    }

    private InvoiceView find(long id) {
        return desk.find(new InvoiceId(id)).orElseThrow(NoSuchPageException::new);
    }

    private static String url(InvoiceView invoice) {
        return "/o/" + CurrentTenant.get().slug() + "/invoices/" + invoice.id();
    }
}
