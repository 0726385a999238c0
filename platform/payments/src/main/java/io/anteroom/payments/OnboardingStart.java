package io.anteroom.payments;

import java.net.URI;

/** What came of wanting to connect, or go on connecting, a Stripe account. */
public sealed interface OnboardingStart {

    /** Send the browser there, with 303; the address works once and for minutes. */
    record Redirect(URI page) implements OnboardingStart {}

    /** Nothing was begun. */
    record Refused(Reason reason) implements OnboardingStart {}

    /** Why nothing was begun. */
    enum Reason {
        /** Stripe does not open accounts in the clinic's country. */
        COUNTRY_NOT_SERVED,
        /** Stripe refused; the log has its request id. */
        REFUSED_BY_STRIPE,
        /** Stripe does not answer; the same try may work in a minute. */
        TRY_AGAIN
    }
}
