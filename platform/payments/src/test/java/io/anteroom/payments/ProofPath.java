package io.anteroom.payments;

import io.anteroom.stripeemulator.objects.TestCard;
import org.jspecify.annotations.Nullable;

/** The ways in which money moves, one to a column of the proof's table. */
enum ProofPath {
    CHECKOUT("Checkout", null, true),
    /** Two bills with one payment; one of them is what is voided. */
    SEVERAL("Checkout, two invoices", null, true),
    SAVED_CARD("saved card", TestCard.VISA, true),
    BANK("saved card, 3-D Secure", TestCard.CHECK_ALWAYS, true),
    STAFF("charged by staff", TestCard.VISA, true),
    /** What the worker of a plan asks for: a charge by a consent of its own, its id worked out anew each time, and the same. */
    INSTALMENT("instalment", TestCard.VISA, false),
    REFUND("refund", null, true);

    private final String title;
    private final @Nullable TestCard card;
    private final boolean clicked;

    ProofPath(String title, @Nullable TestCard card, boolean clicked) {
        this.title = title;
        this.card = card;
        this.clicked = clicked;
    }

    /** The column's head. */
    String title() {
        return title;
    }

    /** The card that has to be saved before, if one has to. */
    @Nullable
    TestCard card() {
        return card;
    }

    /** Whether a person has a form for it, and a back button. */
    boolean isClicked() {
        return clicked;
    }

    /** Whether it waits for a person at Stripe or at their bank, after which they come back. */
    boolean waitsForThePerson() {
        return this == CHECKOUT || this == SEVERAL || this == BANK;
    }

    /** A new wish of that path, to pay that bill, or to give back some of it. */
    ProofWalk walk(ProofBench test, PayableRef bill, Money total, boolean whole) {
        Money part = Money.of(2000, total.currency().getCurrencyCode());
        return switch (this) {
            case CHECKOUT -> new ProofWalks.Checkout(test, bill, total);
            case SEVERAL -> ProofWalks.Several.of(test, bill, total);
            case SAVED_CARD, BANK -> new ProofWalks.SavedCard(test, bill, whole ? total : part);
            case STAFF -> new ProofWalks.Away(test, bill, whole ? total : part, "patient 1", false);
            case INSTALMENT -> new ProofWalks.Away(test, bill, whole ? total : part, "plan 1", true);
            case REFUND -> new ProofRefund(test, bill, part);
        };
    }
}
