package io.anteroom.clinic.billing.card;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.payments.card.CardId;

/** Somebody removes a card of theirs: told in the transaction in which its permissions end, before Stripe is asked. */
public record CardLeaves(AccountId account, CardId card) {}
