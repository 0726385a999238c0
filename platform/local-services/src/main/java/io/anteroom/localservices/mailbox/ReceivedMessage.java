package io.anteroom.localservices.mailbox;

import java.time.Instant;

/**
 * A message that reached the mailbox.
 *
 * @param id a number in the order of arrival, as text; unique in one mailbox
 * @param channel how it came
 * @param to the one address or number it was delivered to
 * @param from the sender as written in the message; empty for a text message
 * @param subject the subject; empty for a text message
 * @param text the plain text; empty where an email has none
 * @param html the HTML part; empty where there is none
 * @param at when it arrived
 */
public record ReceivedMessage(
        String id, Channel channel, String to, String from, String subject, String text, String html, Instant at) {

    /** How a message travelled. */
    public enum Channel {
        EMAIL,
        SMS
    }
}
