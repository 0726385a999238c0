package io.anteroom.messaging;

/**
 * A message to send.
 *
 * @param channel how it travels, in step with the content
 * @param recipient one email address, or one phone number in E.164 ({@code +447700900123})
 * @param about what it is about
 * @param content what it says
 */
public record Message(Channel channel, String recipient, MessageAbout about, MessageContent content) {

    /**
     * @throws IllegalArgumentException if the recipient cannot be one of that channel, or the content is another channel's
     */
    public Message {
        if (content.channel() != channel) {
            throw new IllegalArgumentException("The content is for another channel");
        }
        Limits.recipient(channel, recipient);
    }

    /** Whether {@code text} has the shape of one email address, so that {@link #email} takes it. */
    public static boolean isEmailAddress(String text) {
        return Limits.isRecipient(Channel.EMAIL, text);
    }

    /** Whether {@code text} has the shape of one phone number in E.164, so that {@link #sms} takes it. */
    public static boolean isPhoneNumber(String text) {
        return Limits.isRecipient(Channel.SMS, text);
    }

    /** An email. */
    public static Message email(String recipient, MessageAbout about, EmailContent content) {
        return new Message(Channel.EMAIL, recipient, about, content);
    }

    /** A text message. */
    public static Message sms(String recipient, MessageAbout about, SmsContent content) {
        return new Message(Channel.SMS, recipient, about, content);
    }

    /** Names neither the recipient nor the content, since both are personal. */
    @Override
    public String toString() {
        return "Message[" + channel + " about " + about.kind() + "]";
    }
}
