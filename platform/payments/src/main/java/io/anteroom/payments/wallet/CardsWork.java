package io.anteroom.payments.wallet;

import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads a customer's cards again, after Stripe said that something changed or did not answer to a change. */
public final class CardsWork implements WorkHandler {

    /** The kind of this work; it refers to a customer at Stripe. */
    public static final String KIND = "stripe-cards";

    private static final Duration AGAIN = Duration.ofMinutes(15);

    private final Customers customers;
    private final WorkQueue work;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CardsWork(Customers customers, WorkQueue work, TransactionTemplate transaction, Clock clock) {
        this.customers = customers;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Reads the customer's cards again; once more later where Stripe was silent. */
    @Override
    public void handle(String ref) {
        customers.ofCustomer(ref).filter(owner -> !customers.isHeard(owner)).ifPresent(_ -> {
            Instant later = clock.instant().plus(AGAIN);
            transaction.executeWithoutResult(_ -> work.add(KIND, ref, later));
        });
    }
}
