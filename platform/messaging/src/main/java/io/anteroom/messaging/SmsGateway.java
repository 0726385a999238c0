package io.anteroom.messaging;

/** The port to whoever carries text messages. */
public interface SmsGateway {

    /**
     * Hands one text over. Never throws for what a gateway may answer, nor for silence.
     *
     * @param id the same for every try of one message
     * @param to a number in E.164
     * @param text up to about 600 characters
     */
    Delivery send(MessageId id, String to, String text);
}
