package io.anteroom.clinic.billing.part;

import io.anteroom.payments.Money;
import io.anteroom.payments.TypedAmount;

/** What came of an amount that somebody typed, to pay so much of an invoice. */
public sealed interface PartAmount {

    /** So much may be paid. */
    record Fine(Money amount) implements PartAmount {}

    /** It was not understood. */
    record NotUnderstood(TypedAmount.Reason reason) implements PartAmount {}

    /** Nothing, or less than nothing. */
    record Nothing() implements PartAmount {}

    /** More than is due. */
    record MoreThanDue(Money due) implements PartAmount {}

    /** Less than the clinic takes, or than all where it takes no parts. */
    record LessThanLeast(Money least) implements PartAmount {}

    /** What would be left is too little for a card ever to pay it. */
    record LeavesTooLittle(Money rest) implements PartAmount {}

    /** No card pays just that: three-digit currencies are charged in steps of ten. */
    record FitsNoCard() implements PartAmount {}
}
