package io.anteroom.messaging;

/** Where no gateway is set up, a text message fails at once and says why. */
final class NoSmsGateway implements SmsGateway {

    @Override
    public Delivery send(MessageId id, String to, String text) {
        return new Delivery.Refused("No SMS gateway is set up");
    }
}
