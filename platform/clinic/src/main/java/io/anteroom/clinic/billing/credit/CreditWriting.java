package io.anteroom.clinic.billing.credit;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoicePostings;
import io.anteroom.payments.Money;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The step of {@link InvoiceCredit} in the clinic's own data: number, note, what is owed, audit and mail in one transaction. */
@Component
class CreditWriting {

    private final CreditRows rows;
    private final CreditMail mail;
    private final InvoicePostings postings;
    private final AuditLog audit;
    private final Clock clock;

    CreditWriting(CreditRows rows, CreditMail mail, InvoicePostings postings, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.mail = mail;
        this.postings = postings;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Crediting write(InvoiceId id, CreditWish wish, String reason, CreditSeen seen, Actor.Staff by) {
        Optional<CreditRows.Locked> found = rows.lock(id);
        if (found.isEmpty()
                || found.get().creditedMinor() != seen.creditedMinor()
                || found.get().paidMinor() != seen.paidMinor()) {
            return new Crediting.Meanwhile();
        }
        List<Creditable> lines = rows.lines(id);
        List<CreditLine> credited = switch (wish) {
            case CreditWish.Whole() -> Creditable.shared(lines, Creditable.left(lines));
            case CreditWish.Lines(var positions) -> {
                List<Creditable> chosen = lines.stream()
                        .filter(line -> positions.contains(line.position()))
                        .toList();
                yield Creditable.shared(chosen, Creditable.left(chosen));
            }
            case CreditWish.Amount(long minor) when minor > Creditable.left(lines) -> List.of();
            case CreditWish.Amount(long minor) -> Creditable.shared(lines, Math.max(0, minor));
        };
        if (credited.isEmpty()) {
            long left = Creditable.left(lines);
            return wish instanceof CreditWish.Amount(long minor) && minor > left
                    ? new Crediting.TooMuch(left)
                    : new Crediting.Nothing();
        }
        return write(found.get(), credited, reason.strip(), by);
    }

    private Crediting write(CreditRows.Locked invoice, List<CreditLine> lines, String reason, Actor.Staff by) {
        var now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, CurrentTenant.get().zone());
        long amount = lines.stream().mapToLong(CreditLine::totalMinor).sum();
        long number = rows.nextNumber();
        CreditNoteId id = rows.add(invoice, number, today, reason, lines, now, by.name());
        rows.lower(invoice.id(), amount, now);
        long tax = lines.stream().mapToLong(CreditLine::taxMinor).sum();
        postings.credited(invoice.id(), id.toString(), invoice.currency(), amount - tax, tax, now);
        CreditRows.Locked lowered = rows.lock(invoice.id()).orElse(null);
        long toGiveBack = lowered == null ? 0 : lowered.toGiveBackMinor();
        var total = new Money(amount, invoice.currency());
        audit.record(
                by,
                AuditEntry.of(AuditAction.INVOICE_CREDITED, "invoice", invoice.id())
                        .ofPatient(invoice.patient().value())
                        .with("Number", Long.toString(invoice.number()))
                        .with("Credit note", Long.toString(number))
                        .with("Amount", total.toString())
                        .with("Reason", reason));
        mail.tell(invoice, number, total, lowered == null ? 0 : lowered.dueMinor(), toGiveBack);
        return new Crediting.Credited(id, number, toGiveBack);
    }
}
