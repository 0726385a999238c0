package io.anteroom.clinic.billing.credit;

/**
 * The id of a credit note, which is not the number printed on it.
 *
 * @param value unique within the clinic only
 */
public record CreditNoteId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
