package io.anteroom.payments;

import io.anteroom.payments.card.CardOwners;
import io.anteroom.payments.card.PayerRef;
import io.anteroom.payments.card.SavedCard;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers whom the application would have told what of their cards. */
final class ToldOwners implements CardOwners {

    private final List<String> told = new CopyOnWriteArrayList<>();

    void forget() {
        told.clear();
    }

    List<String> all() {
        return List.copyOf(told);
    }

    @Override
    public void expires(PayerRef payer, SavedCard card) {
        told.add(payer.kind() + " " + payer.id() + ": " + card.title() + " " + card.until());
    }
}
