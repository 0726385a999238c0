package io.anteroom.clinic.billing.credit;

/**
 * What a credit note takes back of one line of its invoice, in minor units.
 *
 * @param position the line's place on the invoice, from 0
 */
public record CreditLine(int position, String description, int taxBasisPoints, long netMinor, long taxMinor) {

    /** With tax. */
    public long totalMinor() {
        return netMinor + taxMinor;
    }
}
