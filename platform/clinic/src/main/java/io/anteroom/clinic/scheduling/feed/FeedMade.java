package io.anteroom.clinic.scheduling.feed;

/** The answer to somebody who makes an address for a calendar. */
public sealed interface FeedMade {

    /** It is made, and is shown this once. */
    record Made(FeedToken token) implements FeedMade {}

    /** Nothing was made: the form was sent before, or another page was quicker. */
    record MadeMeanwhile() implements FeedMade {}
}
