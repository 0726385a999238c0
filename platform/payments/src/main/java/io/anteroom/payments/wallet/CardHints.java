package io.anteroom.payments.wallet;

import io.anteroom.payments.card.CardSetupId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** What an event says about cards, if anything: which work has to look. */
public final class CardHints {

    /** Under this key an attempt's id travels with Stripe's objects. */
    public static final String CARRIED = StripeSetup.CARRIED;

    private final SetupStore setups;
    private final OwnerStore owners;
    private final CardSetupWork setupWork;
    private final CardsWork cardsWork;
    private final TransactionTemplate transaction;

    CardHints(
            SetupStore setups,
            OwnerStore owners,
            CardSetupWork setupWork,
            CardsWork cardsWork,
            TransactionTemplate transaction) {
        this.setups = setups;
        this.owners = owners;
        this.setupWork = setupWork;
        this.cardsWork = cardsWork;
        this.transaction = transaction;
    }

    /** The work that has to look, and at what. */
    public record Hint(String kind, String ref) {}

    /**
     * The work that an event asks for; nothing if it is about no card of ours.
     *
     * @param setup the attempt that the event's object carries, if any
     * @param customer the customer that it is about, or empty
     */
    public Optional<Hint> of(@Nullable UUID setup, String customer) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            if (setup != null && setups.find(new CardSetupId(setup)).isPresent()) {
                return Optional.of(new Hint(CardSetupWork.KIND, setup.toString()));
            }
            boolean known = !customer.isEmpty() && owners.ofCustomer(customer).isPresent();
            return known ? Optional.of(new Hint(CardsWork.KIND, customer)) : Optional.<Hint>empty();
        }));
    }

    /** Looks at once. */
    public void follow(Hint hint) {
        if (hint.kind().equals(CardSetupWork.KIND)) {
            setupWork.handle(hint.ref());
        } else {
            cardsWork.handle(hint.ref());
        }
    }
}
