package io.anteroom.messaging;

import io.anteroom.messaging.SenderIdentity.Look;

/**
 * The ways out of the house.
 *
 * @param maxAttempts how often a message is tried before it counts as failed
 */
record Carriers(Mailer mailer, SmsGateway texts, int maxAttempts) {

    Delivery carry(MessageId id, Message message, Look look) {
        return switch (message.content()) {
            case EmailContent email -> mailer.send(id, message.recipient(), email, look);
            case SmsContent sms -> texts.send(id, message.recipient(), sms.text());
        };
    }
}
