package io.anteroom.payments.wallet;

import io.anteroom.payments.card.SavedCard;

/**
 * A saved card and what it is at Stripe.
 *
 * @param shown what other modules see of it
 * @param method the payment method's id
 */
record StoredCard(SavedCard shown, String account, String customer, String method) {}
