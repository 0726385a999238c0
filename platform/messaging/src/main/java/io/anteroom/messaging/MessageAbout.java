package io.anteroom.messaging;

/**
 * What a message is about: {@code kind} finds the {@link StillHolds} that is asked before sending, {@code ref} is the id
 * of the thing within the clinic.
 *
 * @param kind such as {@code invoice}, 1 to 60 characters
 * @param ref 1 to 200 characters; no names and no secrets, since it is also looked up and logged
 */
public record MessageAbout(String kind, String ref) {

    public MessageAbout {
        Limits.within(kind, 60, "kind");
        Limits.within(ref, 200, "ref");
    }
}
