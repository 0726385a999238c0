package io.anteroom.tenantadmin.billing.money;

import io.anteroom.payments.reconciliation.Difference;
import io.anteroom.payments.reconciliation.DifferenceKind;

/** How a difference is addressed and shown. */
public final class Differing {

    private Differing() {}

    /** Its place below the list's address; a reference is of letters, digits, {@code _} and {@code -}. */
    public static String path(Difference difference) {
        return "/" + difference.kind().word() + "/" + difference.reference();
    }

    /** What a form holds, so that one that is open while it changes sets nothing else aside. */
    public static String seen(Difference difference) {
        return difference.ours() + "/" + difference.theirs();
    }

    /** Whether both sides can say how much it is. */
    public static boolean hasAmounts(Difference difference) {
        return difference.kind() != DifferenceKind.UNREAD;
    }

    /** Where it can be looked up in the clinic's Stripe account; empty where there is no one place. */
    public static String atStripe(Difference difference) {
        if (difference.kind() == DifferenceKind.PAYOUT) {
            return "https://dashboard.stripe.com/payouts/" + difference.reference();
        }
        return difference.kind() == DifferenceKind.BALANCE ? "https://dashboard.stripe.com/balance/overview" : "";
    }
}
