package io.anteroom.payments.wallet;

import io.anteroom.payments.card.CardSetup.State;
import io.anteroom.payments.card.CardSetupId;
import io.anteroom.payments.card.PayerRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt at adding a card: what was asked for, which never changes, and how it stands.
 *
 * @param session the page at Stripe, once known
 * @param method the card that came of it, by Stripe's id
 */
record StoredSetup(
        CardSetupId id,
        Order order,
        State state,
        Instant createdAt,
        @Nullable String session,
        @Nullable String url,
        @Nullable String method,
        @Nullable String failure) {

    /** What was asked of Stripe; sent again to the letter, so that the idempotency key holds. */
    record Order(
            PayerRef payer,
            String account,
            String customer,
            String locale,
            String doneUrl,
            String leftUrl,
            Instant expiresAt) {

        /** Whether the page opened for the other can be used for this. */
        boolean isServedBy(Order other) {
            return payer.equals(other.payer)
                    && account.equals(other.account)
                    && customer.equals(other.customer)
                    && locale.equals(other.locale)
                    && doneUrl.equals(other.doneUrl)
                    && leftUrl.equals(other.leftUrl);
        }
    }

    /** The same, with a page that nobody is to be sent to. */
    StoredSetup withoutPage() {
        return new StoredSetup(id, order, state, createdAt, session, null, method, failure);
    }

    /** What Stripe said of it. */
    record Reading(
            State state, @Nullable String method, @Nullable String failure) {}

    /** The page at Stripe. */
    record Page(String id, @Nullable String url) {}
}
