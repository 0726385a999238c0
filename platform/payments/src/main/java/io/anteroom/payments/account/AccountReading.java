package io.anteroom.payments.account;

import io.anteroom.payments.OnboardingStatus.Stage;
import java.util.List;

/** How an account stands at Stripe, in our words. */
record AccountReading(Stage stage, List<String> requirements) {

    /** It is closed, or no longer connected to the platform. */
    static final AccountReading GONE = new AccountReading(Stage.RESTRICTED, List.of());
}
