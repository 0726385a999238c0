package io.anteroom.clinic.scheduling.newcomer;

import java.time.Duration;

/**
 * What strangers may do at most before they have proved an address. These are rules of the product, not settings. From then on
 * the clinic's own cap on appointments ahead holds for their account.
 */
public final class NewcomerLimits {

    /** How many times strangers may hold at one clinic at once. */
    public static final int HELD_PER_CLINIC = 12;

    /** How many of these from one IPv4 address or IPv6 /64 network. */
    public static final int HELD_PER_NETWORK = 4;

    /** How many times may be chosen from one network in an hour. */
    static final int CHOSEN_PER_NETWORK = 40;

    /** How many times strangers may choose at one clinic in an hour. */
    static final int CHOSEN_PER_CLINIC = 400;

    /** The same from one network by browsers that solved no puzzle. */
    public static final int SLOW_PER_NETWORK = 5;

    /** The same at one clinic. */
    static final int SLOW_PER_CLINIC = 30;

    /** How long a page waits for a choice before it has to be loaded again. */
    static final Duration PAGE_LIFE = Duration.ofHours(1);

    /** How long a browser that solves no puzzle waits from the page to the choice. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    /** When what was chosen and said is forgotten. */
    static final Duration KEPT = Duration.ofDays(1);

    private NewcomerLimits() {}
}
