package io.anteroom.payments.card;

/** Port to whoever knows the people whose cards these are. Every call is inside the current clinic. */
public interface CardOwners {

    /**
     * The card's last month ends in 30 days, or sooner where that became known late. Called once for each card and last month, in
     * the transaction that notes it; nothing outside the database belongs here.
     */
    void expires(PayerRef payer, SavedCard card);
}
