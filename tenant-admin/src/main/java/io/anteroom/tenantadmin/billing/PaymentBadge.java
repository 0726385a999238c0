package io.anteroom.tenantadmin.billing;

import io.anteroom.payments.Payment;
import io.anteroom.webkit.Badge;

/** How a try to pay stands, in the staff's words. */
public final class PaymentBadge {

    private PaymentBadge() {}

    /** The state, with the colour it deserves. */
    public static Badge of(Payment payment) {
        boolean declined = payment.failureCode().isPresent();
        return switch (payment.state()) {
            case CREATED, OPEN -> declined ? Badge.warning("Declined, may try again") : Badge.quiet("Started");
            case PROCESSING -> Badge.notice("Processing");
            case SUCCEEDED -> arrived(payment);
            case FAILED -> Badge.bad("Failed");
            case EXPIRED -> Badge.quiet("Not completed");
        };
    }

    private static Badge arrived(Payment payment) {
        if (payment.isRefunded()) {
            return Badge.quiet("Given back");
        }
        return payment.needsAttention() ? Badge.bad("To give back") : Badge.good("Paid");
    }
}
