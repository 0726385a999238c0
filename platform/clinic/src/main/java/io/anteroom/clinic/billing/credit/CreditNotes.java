package io.anteroom.clinic.billing.credit;

import io.anteroom.clinic.billing.InvoiceView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the credit notes of an invoice, which whoever asks may see. */
@Component
@Transactional(readOnly = true)
public class CreditNotes {

    private final CreditRows rows;

    CreditNotes(CreditRows rows) {
        this.rows = rows;
    }

    /** All of an invoice, the first first, without their lines; no statement where nothing was credited. */
    public List<CreditNote> of(InvoiceView invoice) {
        return invoice.creditedMinor() == 0
                ? List.of()
                : rows.of(invoice.id()).stream()
                        .map(note -> asMayBeKnown(invoice, note))
                        .toList();
    }

    /** One of an invoice. */
    public Optional<CreditNote> find(InvoiceView invoice, CreditNoteId id) {
        return rows.find(invoice.id(), id).map(note -> asMayBeKnown(invoice, note));
    }

    /** Whoever pays only is told neither why nor for what. */
    private static CreditNote asMayBeKnown(InvoiceView invoice, CreditNote note) {
        return invoice.amountsOnly()
                ? note.forPayingOnly(number -> invoice.lines().get(number - 1).description())
                : note;
    }

    /** What of each line was not credited yet, with tax, by its place on the invoice. */
    public Map<Integer, Long> left(InvoiceView invoice) {
        return rows.lines(invoice.id()).stream().collect(Collectors.toMap(Creditable::position, Creditable::leftMinor));
    }
}
