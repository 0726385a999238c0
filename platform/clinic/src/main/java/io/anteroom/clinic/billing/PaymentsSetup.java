package io.anteroom.clinic.billing;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.payments.Onboarding;
import io.anteroom.payments.OnboardingReturn;
import io.anteroom.payments.OnboardingStart;
import io.anteroom.payments.OnboardingStatus;
import org.springframework.stereotype.Component;

/** Connecting the clinic's own account for card payments, with the trace it leaves. Asks Stripe outside any transaction. */
@Component
public class PaymentsSetup {

    private final Onboarding onboarding;
    private final BillingAudit audit;

    PaymentsSetup(Onboarding onboarding, BillingAudit audit) {
        this.onboarding = onboarding;
        this.audit = audit;
    }

    /** How it stands, as last read. */
    public OnboardingStatus status() {
        return onboarding.status();
    }

    /** Gives the page on which to begin or go on. */
    public OnboardingStart start(OnboardingReturn urls, String contactEmail, Actor.Staff by) {
        OnboardingStart start = onboarding.start(urls, contactEmail);
        if (start instanceof OnboardingStart.Redirect) {
            audit.paymentsSetupStarted(by);
        }
        return start;
    }

    /** Asks how it stands now. */
    public OnboardingStatus refresh(Actor.Staff by) {
        OnboardingStatus before = onboarding.status();
        OnboardingStatus now = onboarding.refresh();
        if (now.stage() != before.stage()) {
            audit.paymentsSetupChanged(now.stage(), by);
        }
        return now;
    }
}
