package io.anteroom.clinic.billing.statement;

import io.anteroom.clinic.access.language.PersonLanguages;
import io.anteroom.clinic.billing.ClinicPaper;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.PaperTable;
import io.anteroom.clinic.billing.statement.StatementEntry.Kind;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.language.Words;
import java.util.List;
import org.springframework.stereotype.Component;

/** Statements as PDF, in the clinic's look. */
@Component
public class StatementPaper {

    private final ClinicPaper paper;
    private final PersonLanguages languages;

    StatementPaper(ClinicPaper paper, PersonLanguages languages) {
        this.paper = paper;
        this.languages = languages;
    }

    /** In the patient's language, for whoever hands it to the patient. */
    public byte[] printFor(PatientId patient, Statement statement) {
        Words words = languages.wordsFor(patient);
        return Words.speaking(() -> words, () -> print(statement));
    }

    /** In the language of whoever asks. */
    public byte[] print(Statement statement) {
        Words words = Words.current();
        Formats formats = Formats.in(words.language());
        var table = new PaperTable(words);
        var currency = statement.currency();
        String body = PaperTable.facts(
                        table.fact(words.say("Patient"), statement.patientName()),
                        table.fact(words.say("From"), formats.date(statement.from())),
                        table.fact(words.say("Until"), formats.date(statement.until())),
                        table.fact(words.say("Opening balance"), formats.money(statement.openingMinor(), currency)))
                + table.lines(
                        2,
                        List.of(words.say("Day"), words.say("What"), words.say("Amount"), words.say("Balance")),
                        statement.entries().stream()
                                .map(entry -> List.of(
                                        formats.date(entry.day()),
                                        StatementWords.of(words, entry),
                                        formats.money(entry.minor(), currency),
                                        formats.money(entry.balanceMinor(), currency))))
                + PaperTable.totals(
                        table.total(words.say("Invoiced"), formats.money(statement.sum(Kind.INVOICED), currency)),
                        statement.sum(Kind.VOIDED) == 0
                                ? ""
                                : table.total(
                                        words.say("Cancelled"), formats.money(statement.sum(Kind.VOIDED), currency)),
                        table.total(words.say("Credited"), formats.money(statement.sum(Kind.CREDITED), currency)),
                        table.total(words.say("Paid"), formats.money(statement.sum(Kind.PAID), currency)),
                        table.total(words.say("Given back"), formats.money(statement.sum(Kind.GIVEN_BACK), currency)),
                        table.due(words.say("Closing balance"), formats.money(statement.closingMinor(), currency)))
                + note(statement.cut(), StatementWords.cut(words))
                + note(
                        statement.anyGoodwill(),
                        words.say(
                                "What was given back without a credit note is not asked for again, so it leaves the balance as it is."))
                + note(statement.closingMinor() < 0, words.say("A balance below zero is to be given back."));
        return paper.print(words.say("Statement of account"), body);
    }

    private static String note(boolean needed, String text) {
        return needed ? "<p class=\"small\">" + ClinicPaper.text(text) + "</p>" : "";
    }
}
