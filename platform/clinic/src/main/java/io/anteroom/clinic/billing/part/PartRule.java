package io.anteroom.clinic.billing.part;

import io.anteroom.payments.Money;

/**
 * What a clinic says of paying in parts.
 *
 * @param allowed whether patients may
 * @param least the least that a part comes to, positive
 */
public record PartRule(boolean allowed, Money least) {

    /** What an invoice may come to, in minor units. */
    private static final long MOST_MINOR = 99_999_999;

    /** Whether a clinic can say that: a card pays it, and an invoice may come to it. */
    public static boolean canBeLeast(Money amount) {
        return amount.fitsACard() && amount.minor() <= MOST_MINOR;
    }

    /** Whether there is a part to choose of what is due: of less than the least there is none. */
    public boolean isOfferedFor(Money due) {
        return allowed && due.currency().equals(least.currency()) && due.compareTo(least) > 0;
    }

    /** What is wrong with paying so much of what is due; {@link PartAmount.Fine} where nothing is. */
    public PartAmount judge(Money amount, Money due) {
        if (!amount.isPositive()) {
            return new PartAmount.Nothing();
        }
        if (amount.compareTo(due) > 0) {
            return new PartAmount.MoreThanDue(due);
        }
        if (amount.equals(due)) {
            return amount.fitsACard() ? new PartAmount.Fine(amount) : new PartAmount.FitsNoCard();
        }
        return isOfferedFor(due) ? judgePart(amount, due) : new PartAmount.LessThanLeast(due);
    }

    private PartAmount judgePart(Money amount, Money due) {
        if (amount.compareTo(least) < 0) {
            return new PartAmount.LessThanLeast(least);
        }
        if (!amount.fitsACard()) {
            return new PartAmount.FitsNoCard();
        }
        Money rest = due.minus(amount);
        return rest.fitsACard() ? new PartAmount.Fine(amount) : new PartAmount.LeavesTooLittle(rest);
    }
}
