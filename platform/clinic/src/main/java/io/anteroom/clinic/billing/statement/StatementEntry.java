package io.anteroom.clinic.billing.statement;

import java.time.LocalDate;

/**
 * Something that happened to what a patient owes. Amounts are minor units of the statement's currency.
 *
 * @param day by the clinic's clocks
 * @param invoice the number of the invoice it happened to
 * @param credit the number of the credit note; 0 for all else
 * @param minor how much: what is asked for above 0, what comes in or is taken back below
 * @param balanceMinor what is owed afterwards; below 0 what is to be given back
 */
public record StatementEntry(LocalDate day, Kind kind, long invoice, long credit, long minor, long balanceMinor) {

    /** What happened. */
    public enum Kind {
        /** An invoice was sent. */
        INVOICED,
        /** An invoice was made void. */
        VOIDED,
        /** A credit note was written. */
        CREDITED,
        /** Money arrived. */
        PAID,
        /** Money was given back; below 0 where it did not arrive, and came back. */
        GIVEN_BACK
    }
}
