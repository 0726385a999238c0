package io.anteroom.payments.wallet;

import io.anteroom.payments.attempt.CheckSchedule;
import io.anteroom.payments.card.CardSetupId;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks after an attempt at adding a card until it is over, so that one whose webhooks were lost is found all the same. */
public final class CardSetupWork implements WorkHandler {

    /** The kind of this work; it refers to an attempt's id. */
    public static final String KIND = "stripe-card-setup";

    private final SetupReconciler reconciler;
    private final WorkQueue work;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CardSetupWork(SetupReconciler reconciler, WorkQueue work, TransactionTemplate transaction, Clock clock) {
        this.reconciler = reconciler;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(String ref) {
        Optional<StoredSetup> open = CardSetupId.parse(ref)
                .flatMap(reconciler::find)
                .filter(found -> !found.state().isFinal())
                .flatMap(found -> reconciler.reconcile(found.id()))
                .filter(found -> !found.state().isFinal());
        open.ifPresent(setup -> transaction.executeWithoutResult(_ -> work.add(
                KIND, ref, CheckSchedule.next(setup.createdAt(), setup.order().expiresAt(), clock.instant()))));
    }
}
