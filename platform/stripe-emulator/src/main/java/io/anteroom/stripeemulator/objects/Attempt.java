package io.anteroom.stripeemulator.objects;

/** What came of one try to take the money. */
public sealed interface Attempt {

    /** It was taken. */
    record Succeeded() implements Attempt {}

    /** It was refused; another card may work. */
    record Declined(TestCard.Decline decline) implements Attempt {}

    /**
     * The bank wants to see the person first.
     *
     * @param page where
     */
    record NeedsCheck(String page) implements Attempt {}

    /** It takes days to know. */
    record Processing() implements Attempt {}
}
