package io.anteroom.payments.card;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at adding a card, as last heard of from Stripe.
 *
 * @param card the card that was added, or null
 * @param failure why it failed or the last card was declined, as a Stripe code or a word of ours; never free text
 */
public record CardSetup(
        CardSetupId id,
        State state,
        @Nullable CardId card,
        @Nullable String failure) {

    /** Why one ended without any bank having said no: nobody used it, another took its place, or what it led to is gone. */
    private static final Set<String> NO_BANKS =
            Set.of("never_opened", "superseded", "error_kept", "customer_gone", "card_gone");

    /** Whether the card was refused; where it was not saved for another reason, it may be tried again as it is. */
    public boolean isDeclined() {
        return failure == null ? state == State.FAILED : !NO_BANKS.contains(failure);
    }

    /** How far it has come; it only moves to a later one, and the last three are ends. */
    public enum State {
        /** Written down; whether Stripe has a page for it is not known yet. */
        CREATED,
        /** The person can enter a card on Stripe's page. */
        OPEN,
        /** Stripe would not open a page, or the bank refused the card for good. */
        FAILED,
        /** Its page was closed, by time or by a newer attempt. */
        EXPIRED,
        /** The card is saved. */
        SUCCEEDED;

        /** Whether it has ended. */
        public boolean isFinal() {
            return this != CREATED && this != OPEN;
        }

        /** Whether going from here to there is a step forward; only a saved card, which nobody may lose, comes after an end. */
        public boolean mayBecome(State next) {
            return isFinal() ? next == SUCCEEDED && this != SUCCEEDED : next.compareTo(this) > 0;
        }

        /** As written in the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The state that is written so in the database. */
        public static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
