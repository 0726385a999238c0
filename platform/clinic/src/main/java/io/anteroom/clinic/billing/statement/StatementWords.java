package io.anteroom.clinic.billing.statement;

import io.anteroom.language.Words;

/** What an entry of a statement is called, in the language of whoever reads it. */
public final class StatementWords {

    private StatementWords() {}

    /** What is said of a statement that does not hold all. */
    public static String cut(Words words) {
        return words.say(
                "These are the last {count} entries. Choose fewer days to see those before.", "count", Statement.MOST);
    }

    /** A line's beginning, such as {@code Invoice 12}. */
    public static String of(Words words, StatementEntry entry) {
        String number = Long.toString(entry.invoice());
        return switch (entry.kind()) {
            case INVOICED -> words.say("Invoice {number}", "number", number);
            case VOIDED -> words.say("Invoice {number} cancelled", "number", number);
            case CREDITED ->
                words.say(
                        "Credit note {credit} for invoice {number}",
                        "credit",
                        Long.toString(entry.credit()),
                        "number",
                        number);
            case PAID -> words.say("Payment for invoice {number}", "number", number);
            case GIVEN_BACK ->
                entry.minor() < 0
                        ? words.say("Returned by the bank, for invoice {number}", "number", number)
                        : words.say("Given back for invoice {number}", "number", number);
        };
    }
}
