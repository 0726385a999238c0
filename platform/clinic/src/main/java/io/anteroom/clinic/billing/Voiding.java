package io.anteroom.clinic.billing;

/** What came of asking for an invoice to be made void. */
public sealed interface Voiding {

    /** It expects no money any more. */
    record Voided() implements Voiding {}

    /** Something was paid on it already, so it stands. */
    record AlreadyPaid() implements Voiding {}

    /** A credit note was written for it, so it stands; the rest can be credited too. */
    record Credited() implements Voiding {}

    /** It was never sent, or is void already. */
    record NotOpen() implements Voiding {}

    /** Whether somebody is paying it at this moment could not be learnt; the same may work in a minute. */
    record TryAgain() implements Voiding {}
}
