package io.anteroom.portal.billing.card;

import java.util.List;

/**
 * The page of one card.
 *
 * @param standing what the clinic may charge it for
 * @param offers for whose invoices it could be permitted besides
 */
public record CardView(CardLine card, List<PermissionLine> standing, List<Offer> offers) {

    /**
     * A permission that could be given.
     *
     * @param other whether another card of the person's may be charged for the same patient, in whose place this one would come
     */
    public record Offer(long patient, String name, boolean other) {}
}
