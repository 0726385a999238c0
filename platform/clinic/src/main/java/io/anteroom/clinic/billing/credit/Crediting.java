package io.anteroom.clinic.billing.credit;

/** What came of asking for a credit note. */
public sealed interface Crediting {

    /**
     * It is written, and the patient is told.
     *
     * @param toGiveBackMinor what was paid beyond what is left, and is to be given back
     */
    record Credited(CreditNoteId id, long number, long toGiveBackMinor) implements Crediting {}

    /** Nothing was chosen, or all was credited before. */
    record Nothing() implements Crediting {}

    /** More than is left. */
    record TooMuch(long leftMinor) implements Crediting {}

    /** The invoice is no longer as whoever asked saw it: another note was written, or it was paid or made void. */
    record Meanwhile() implements Crediting {}

    /** Somebody is paying it at this moment, or a bank is at it. */
    record BeingPaid() implements Crediting {}

    /** Whether somebody is paying could not be learnt; the same may work in a minute. */
    record TryAgain() implements Crediting {}
}
