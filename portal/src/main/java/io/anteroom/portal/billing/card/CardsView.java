package io.anteroom.portal.billing.card;

import java.util.List;

/**
 * The page of payment methods.
 *
 * @param cards the preferred first
 * @param standing what the clinic may charge
 * @param ended permissions that do not count any more
 * @param addable whether a card can be added now
 */
public record CardsView(
        List<CardLine> cards, List<PermissionLine> standing, List<PermissionLine> ended, boolean addable) {}
