package io.anteroom.clinic.billing.card;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.payments.card.CardConsent;
import io.anteroom.payments.card.SavedCard;

/**
 * A card that may be charged while its owner is away.
 *
 * @param account whose it is
 * @param owner what the clinic calls that person
 * @param consent by which it may be
 */
public record CardOnFile(AccountId account, String owner, SavedCard card, CardConsent consent) {}
