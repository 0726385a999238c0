package io.anteroom.stripeemulator.objects;

import tools.jackson.databind.node.ObjectNode;

/** What came of one try to take the money, or to save a card. */
public sealed interface Attempt {

    /** It was taken. */
    record Succeeded() implements Attempt {}

    /** It was refused; another card may work. */
    record Declined(TestCard.Decline decline, ObjectNode method) implements Attempt {}

    /**
     * The bank wants to see the person first.
     *
     * @param page where
     */
    record NeedsCheck(String page) implements Attempt {}

    /** It takes days to know. */
    record Processing() implements Attempt {}
}
