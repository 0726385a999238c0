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

    /** So many pages of parts are read at a time; whose turn it isn't any more comes first the next time. */
    private static final int MOST_PAGES = 200;

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
        int pages = 0;
        for (String id : Objects.requireNonNull(transaction.execute(_ -> store.unsettled()))) {
            if (pages < MOST_PAGES) {
                pages += read(account, id);
            }
        }
    }

    /** Gives how many pages of parts were read. */
    private int read(String account, String id) {
        if (!(stripe.payout(account, id) instanceof StripeAnswer.Given<PayoutSeen>(PayoutSeen payout))) {
            return 0;
        }
        transaction.executeWithoutResult(_ -> store.save(payout, clock.instant()));
        Parts parts = payout.automatic() ? readParts(account, id) : new Parts(0, false);
        if (parts.all && isTold(payout)) {
            transaction.executeWithoutResult(_ -> store.told(id));
        }
        return parts.pages;
    }

    /** How many pages of parts were read, and whether those were all. */
    private record Parts(int pages, boolean all) {}

    /** Stripe says when it has told all; until then what adds up is all. */
    private boolean isTold(PayoutSeen payout) {
        return payout.complete()
                || Objects.requireNonNull(transaction.execute(_ -> store.find(payout.id())))
                        .filter(found -> found.moved().minus(found.fees()).equals(payout.amount()))
                        .isPresent();
    }

    private Parts readParts(String account, String id) {
        @Nullable String after = null;
        for (int pages = 1; ; pages++) {
            if (!(stripe.parts(account, id, after) instanceof StripeAnswer.Given<Page<String>>(Page<String> page))) {
                return new Parts(pages, false);
            }
            List<String> parts = page.items();
            transaction.executeWithoutResult(_ -> store.consistsOf(id, parts));
            if (!page.more() || parts.isEmpty()) {
                return new Parts(pages, true);
            }
            after = parts.getLast();
        }
    }
}
