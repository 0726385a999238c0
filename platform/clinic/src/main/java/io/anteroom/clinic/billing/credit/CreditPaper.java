package io.anteroom.clinic.billing.credit;

import io.anteroom.clinic.billing.ClinicPaper;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.PaperTable;
import io.anteroom.language.Words;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Credit notes as PDF, in the clinic's look and the language of whoever asks for them. */
@Component
public class CreditPaper {

    private final ClinicPaper paper;

    CreditPaper(ClinicPaper paper) {
        this.paper = paper;
    }

    /** The note as a PDF of A4 pages. */
    public byte[] print(InvoiceView invoice, CreditNote note) {
        Words words = Words.current();
        Formats formats = Formats.in(words.language());
        var table = new PaperTable(words);
        var currency = note.currency();
        List<String> totals = new ArrayList<>();
        totals.add(table.total(words.say("Net"), formats.money(note.netMinor(), currency)));
        note.taxByRate()
                .forEach((rate, tax) -> totals.add(table.total(
                        words.say("Tax {rate}", "rate", formats.rate(rate)), formats.money(tax, currency))));
        totals.add(table.due(words.say("Credited"), formats.money(note.totalMinor(), currency)));
        String body = PaperTable.facts(
                        table.fact(words.say("Patient"), invoice.patientName()),
                        table.fact(
                                words.sayAs("receipt", "For"),
                                words.say("Invoice {number}", "number", String.valueOf(invoice.number()))),
                        table.fact(words.say("Issued"), formats.date(note.issuedOn())),
                        note.reason().isBlank() ? "" : table.fact(words.say("Reason"), note.reason()))
                + (invoice.amountsOnly() ? "" : lines(note, table, words, formats))
                + PaperTable.totals(totals.toArray(String[]::new));
        return paper.print(words.say("Credit note {number}", "number", Long.toString(note.number())), body);
    }

    private static String lines(CreditNote note, PaperTable table, Words words, Formats formats) {
        var currency = note.currency();
        return table.lines(
                1,
                List.of(words.say("Description"), words.say("Net"), words.say("Tax"), words.say("Amount")),
                note.lines().stream()
                        .map(line -> List.of(
                                line.description(),
                                formats.money(line.netMinor(), currency),
                                formats.money(line.taxMinor(), currency),
                                formats.money(line.totalMinor(), currency))));
    }
}
