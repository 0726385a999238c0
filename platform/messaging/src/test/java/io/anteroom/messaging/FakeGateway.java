package io.anteroom.messaging;

import io.anteroom.messaging.Delivery.Accepted;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Takes texts as told, and keeps what it was handed. */
final class FakeGateway implements SmsGateway {

    record Text(MessageId id, String to, String text) {}

    final List<Text> texts = new ArrayList<>();
    Supplier<Delivery> answer = Accepted::new;

    @Override
    public Delivery send(MessageId id, String to, String text) {
        texts.add(new Text(id, to, text));
        return answer.get();
    }
}
