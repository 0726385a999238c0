package io.anteroom.payments.reconciliation;

import io.anteroom.payments.account.StripeOnboarding;
import io.anteroom.payments.stripe.Outside;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads a dispute that an event spoke of. */
public final class DisputeWork implements WorkHandler {

    /** The kind of this work; it refers to a dispute's id at Stripe. */
    public static final String KIND = "stripe-dispute";

    private static final Duration AGAIN = Duration.ofMinutes(15);

    private final StripeOnboarding onboarding;
    private final DisputeReader disputes;
    private final WorkQueue work;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DisputeWork(
            StripeOnboarding onboarding,
            DisputeReader disputes,
            WorkQueue work,
            TransactionTemplate transaction,
            Clock clock) {
        this.onboarding = onboarding;
        this.disputes = disputes;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Reads the dispute again; once more later where Stripe was silent. */
    @Override
    public void handle(String ref) {
        Outside.transaction();
        String account = onboarding.status().account();
        if (account != null && !disputes.read(account, ref)) {
            Instant later = clock.instant().plus(AGAIN);
            transaction.executeWithoutResult(_ -> work.add(KIND, ref, later));
        }
    }
}
