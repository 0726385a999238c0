package io.anteroom.messaging;

/** How one try to hand a message over went. A reason is in plain words and names no recipient. */
public sealed interface Delivery {

    /** The mail server or gateway took it. */
    record Accepted() implements Delivery {}

    /** Refused for good: trying again would get the same answer. */
    record Refused(String reason) implements Delivery {}

    /** Not now, or not known: the next try carries the same message id. */
    record TryLater(String reason) implements Delivery {}

    /** The same, after waiting in vain for an answer; whoever asks next will likely wait as long. */
    record NoAnswer(String reason) implements Delivery {}
}
