package io.anteroom.payments.reconciliation;

import io.anteroom.payments.reconciliation.StripeBalance.Page;
import io.anteroom.payments.stripe.StripeAnswer;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Follows payouts to the bank, and finds out what each is made of. */
final class PayoutReader {

    private final StripeBalance stripe;
    private final PayoutStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PayoutReader(StripeBalance stripe, PayoutStore store, TransactionTemplate transaction, Clock clock) {
        this.stripe = stripe;
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Reads those of which there may be news. */
    void readAll(String account) {
        Objects.requireNonNull(transaction.execute(_ -> store.unsettled())).forEach(id -> read(account, id));
    }

    private void read(String account, String id) {
        if (!(stripe.payout(account, id) instanceof StripeAnswer.Given<PayoutSeen>(PayoutSeen payout))) {
            return;
        }
        transaction.executeWithoutResult(_ -> store.save(payout, clock.instant()));
        if (payout.automatic() && readParts(account, id) && isTold(payout)) {
            transaction.executeWithoutResult(_ -> store.told(id));
        }
    }

    /** Stripe says when it has told all; until then what adds up is all. */
    private boolean isTold(PayoutSeen payout) {
        return payout.complete()
                || Objects.requireNonNull(transaction.execute(_ -> store.find(payout.id())))
                        .filter(found -> found.moved().minus(found.fees()).equals(payout.amount()))
                        .isPresent();
    }

    private boolean readParts(String account, String id) {
        @Nullable String after = null;
        while (true) {
            if (!(stripe.parts(account, id, after) instanceof StripeAnswer.Given<Page<String>>(Page<String> page))) {
                return false;
            }
            List<String> parts = page.items();
            transaction.executeWithoutResult(_ -> store.consistsOf(id, parts));
            if (!page.more() || parts.isEmpty()) {
                return true;
            }
            after = parts.getLast();
        }
    }
}
