package io.anteroom.clinic.billing;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What staff do with invoices. Every act is in the audit log, in the same transaction. */
@Component
@Transactional
public class Billing {

    private final Invoices invoices;
    private final InvoiceNumbers numbers;
    private final DraftForms forms;
    private final InvoiceMail mail;
    private final InvoicePostings postings;
    private final BillingAudit audit;
    private final Clock clock;

    Billing(
            Invoices invoices,
            InvoiceNumbers numbers,
            DraftForms forms,
            InvoiceMail mail,
            InvoicePostings postings,
            BillingAudit audit,
            Clock clock) {
        this.invoices = invoices;
        this.numbers = numbers;
        this.forms = forms;
        this.mail = mail;
        this.postings = postings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Begins an invoice in the clinic's currency. */
    public InvoiceId draft(PatientId patient, InvoiceDraft draft, Actor.Staff by) {
        var invoice = new Invoice(patient, CurrentTenant.get().currency(), draft, by.name(), clock.instant());
        InvoiceId id = invoices.save(invoice).id();
        audit.created(invoice, by);
        return id;
    }

    /**
     * Begins an invoice as written in a form; a form sent again is the invoice it began, whatever it says now.
     *
     * @param form its token
     */
    public Drafted draft(UUID form, PatientId patient, InvoiceDraft draft, Actor.Staff by) {
        Optional<InvoiceId> begun = forms.begun(form, patient);
        if (begun.isPresent()) {
            return new Drafted(begun.get(), true);
        }
        var invoice = new Invoice(patient, CurrentTenant.get().currency(), draft, by.name(), clock.instant());
        InvoiceId id = invoices.save(invoice.writtenIn(form)).id();
        audit.created(invoice, by);
        return new Drafted(id, false);
    }

    /**
     * Writes a draft anew.
     *
     * @param seen the {@link InvoiceView#version()} that was looked at
     * @throws NoSuchElementException if there is no such invoice
     */
    public Revising revise(InvoiceId id, int seen, InvoiceDraft draft, Actor.Staff by) {
        Invoice invoice = lock(id);
        if (invoice.state() != InvoiceState.DRAFT) {
            return new Revising.NotADraft();
        }
        if (invoice.says(draft)) {
            return new Revising.Revised();
        }
        if (invoice.version() != seen) {
            return new Revising.Meanwhile();
        }
        invoice.revise(draft);
        audit.changed(invoice, by);
        return new Revising.Revised();
    }

    /**
     * Throws a draft away; false if it is not a draft any more.
     *
     * @throws NoSuchElementException if there is no such invoice
     */
    public boolean discard(InvoiceId id, Actor.Staff by) {
        Invoice invoice = lock(id);
        if (invoice.state() != InvoiceState.DRAFT) {
            return false;
        }
        audit.discarded(invoice, by);
        invoices.delete(invoice);
        return true;
    }

    /**
     * Numbers a draft as it stands, makes it final and mails it to the patient.
     *
     * @throws NoSuchElementException if there is no such invoice
     */
    public Sending send(InvoiceId id, Actor.Staff by) {
        return send(id, null, by);
    }

    /**
     * Numbers a draft, makes it final and mails it to the patient.
     *
     * @param seen the {@link InvoiceView#version()} that was looked at; nothing sends it as it stands
     * @throws NoSuchElementException if there is no such invoice
     */
    public Sending send(InvoiceId id, @Nullable Integer seen, Actor.Staff by) {
        return send(id, seen, false, by);
    }

    /**
     * The same for a patient who may have no email address: without one no mail goes, and the invoice is in the portal and on
     * paper.
     *
     * @throws NoSuchElementException if there is no such invoice
     */
    public Sending sendEvenWithoutMail(InvoiceId id, @Nullable Integer seen, Actor.Staff by) {
        return send(id, seen, true, by);
    }

    private Sending send(InvoiceId id, @Nullable Integer seen, boolean evenWithoutMail, Actor.Staff by) {
        Invoice invoice = lock(id);
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), CurrentTenant.get().zone());
        if (invoice.state() != InvoiceState.DRAFT) {
            return new Sending.NotADraft();
        }
        if (seen != null && seen != invoice.version()) {
            return new Sending.Changed();
        }
        if (invoice.totalMinor() == 0) {
            return new Sending.NothingToPay();
        }
        if (invoice.dueOn().isBefore(today)) {
            return new Sending.DueInThePast();
        }
        boolean reached = mail.reaches(invoice.patient());
        if (!reached && !evenWithoutMail) {
            return new Sending.NoEmail();
        }
        long number = numbers.next();
        Instant now = clock.instant();
        invoice.send(number, today, by.name(), now);
        postings.sent(invoice, now);
        if (reached) {
            mail.invoice(invoice);
        }
        audit.sent(invoice, reached, by);
        return reached ? new Sending.Sent(number) : new Sending.WithoutMail(number);
    }

    /** The step of {@link InvoiceVoiding} in the clinic's own data. */
    Voiding markVoid(InvoiceId id, String reason, Actor.Staff by) {
        Invoice invoice = lock(id);
        return switch (invoice.state()) {
            case OPEN -> {
                if (invoice.creditedMinor() > 0) {
                    yield new Voiding.Credited();
                }
                Instant now = clock.instant();
                invoice.withdraw(reason.strip(), by.name(), now);
                postings.voided(invoice, now);
                mail.voided(invoice);
                audit.voided(invoice, reason.strip(), by);
                yield new Voiding.Voided();
            }
            case PART_PAID, PAID -> new Voiding.AlreadyPaid();
            case DRAFT, VOID, CREDITED -> new Voiding.NotOpen();
        };
    }

    private Invoice lock(InvoiceId id) {
        return invoices.lock(id.value()).orElseThrow(NoSuchElementException::new);
    }
}
