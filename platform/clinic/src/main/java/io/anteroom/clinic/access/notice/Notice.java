package io.anteroom.clinic.access.notice;

import java.util.List;

/**
 * News of a way into an account. It names no treatment and shows no address, and each text says what to do about it.
 *
 * @param kind what it is about, for {@link io.anteroom.messaging.MessageAbout}
 * @param subject the mail's subject, without the clinic, as in 'A passkey was removed'
 * @param paragraphs what happened, and what to do if it wasn't you
 * @param text the same in a text message of a sentence or two, after the clinic's name
 */
public record Notice(String kind, String subject, List<String> paragraphs, String text) {

    /** Copies the paragraphs. */
    public Notice {
        paragraphs = List.copyOf(paragraphs);
    }
}
