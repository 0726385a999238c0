package io.anteroom.portal.billing.card;

import static io.anteroom.language.Say.say;

import io.anteroom.payments.card.CardSetup;

/** What a try to add a card came to, as the person is told. */
public enum Adding {
    /** It is saved. */
    SAVED,
    /** Back from the provider's page, and the answer is not there yet. */
    CHECKING,
    /** The bank said no; another card may do. */
    DECLINED,
    /** Turned back without adding one, or waited too long. */
    LEFT;

    static Adding of(CardSetup setup, boolean left) {
        boolean declined = setup.isDeclined();
        return switch (setup.state()) {
            case SUCCEEDED -> SAVED;
            case FAILED, EXPIRED -> declined ? DECLINED : LEFT;
            case CREATED, OPEN -> declined ? DECLINED : left ? LEFT : CHECKING;
        };
    }

    /** The heading. */
    public String title() {
        return switch (this) {
            case SAVED -> say("Your card is saved");
            case CHECKING -> say("We are checking your card");
            case DECLINED -> say("Your card was not saved");
            case LEFT -> say("You have not added a card");
        };
    }

    /** Whether it is worth asking again by itself. */
    public boolean waits() {
        return this == CHECKING;
    }
}
