package io.anteroom.payments.card;

import io.anteroom.payments.CheckoutReturn;
import io.anteroom.payments.Payments;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Cards that payers keep with the clinic, on its own Stripe account; entered on Stripe's page only. Every method takes the payer
 * and knows nothing of another's cards. The same rule on transactions as for {@link Payments}.
 */
public interface Cards {

    /**
     * Begins to add a card, or goes on with the page already open for the same payer.
     *
     * @param urls where the page leads afterwards; {@code setup=<id>} is added to the query of both
     * @param locale the page's language
     */
    CardSetupStart add(PayerRef payer, CheckoutReturn urls, Locale locale);

    /**
     * Asks Stripe how the attempt stands and records it. Where Stripe does not answer, what was known stands, and the job
     * asks again.
     *
     * @return how it stands now, or nothing if this payer has no such attempt
     */
    Optional<CardSetup> reconcile(PayerRef payer, CardSetupId setup);

    /** The payer's cards as last heard of, the preferred first, then the newest; asks nobody. */
    List<SavedCard> of(PayerRef payer);

    /** Asks Stripe which cards the payer has, and gives them; where Stripe does not answer, as they were known. */
    List<SavedCard> refresh(PayerRef payer);

    /** From now on this one is paid with unless another is chosen. */
    CardChange prefer(PayerRef payer, CardId card);

    /**
     * Calls it so.
     *
     * @param name at most 60 characters are kept; blank for none
     */
    CardChange rename(PayerRef payer, CardId card, String name);

    /** Takes it away from Stripe, for ever. */
    CardChange remove(PayerRef payer, CardId card);
}
