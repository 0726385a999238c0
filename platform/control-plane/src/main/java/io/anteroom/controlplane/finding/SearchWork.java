package io.anteroom.controlplane.finding;

import io.anteroom.messaging.Delivery;
import io.anteroom.messaging.Delivery.Accepted;
import io.anteroom.messaging.Delivery.NoAnswer;
import io.anteroom.messaging.Delivery.Refused;
import io.anteroom.messaging.Delivery.TryLater;
import io.anteroom.messaging.Message;
import io.anteroom.tenancy.known.KnownAddress;
import io.anteroom.tenancy.known.KnownPortals;
import io.anteroom.tenancy.known.KnownPortals.Found;
import io.anteroom.tenancy.work.PlatformWorkHandler;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Looks which portals know what was typed and sends them there; to an address that none knows, nothing. The message goes out
 * at once and is stored nowhere, since the platform's outbox would say for good who is a patient of which clinic. So the
 * search itself is what is tried again until a carrier has taken the message, each time under the same message id.
 */
class SearchWork implements PlatformWorkHandler {

    private final Searches searches;
    private final Supplier<KnownPortals> portals;
    private final Function<KnownAddress, String> hash;
    private final PortalsMessage message;
    private final BiFunction<UUID, Message, Delivery> post;

    SearchWork(
            Searches searches,
            Supplier<KnownPortals> portals,
            Function<KnownAddress, String> hash,
            PortalsMessage message,
            BiFunction<UUID, Message, Delivery> post) {
        this.searches = searches;
        this.portals = portals;
        this.hash = hash;
        this.message = message;
        this.post = post;
    }

    @Override
    public String kind() {
        return Searches.KIND;
    }

    @Override
    public void handle(String ref) {
        UUID id = UUID.fromString(ref);
        searches.take(id).ifPresent(typed -> {
            portals.get().find(typed).ifPresent(found -> send(id, found));
            searches.forget(id);
        });
    }

    private void send(UUID id, Found found) {
        if (searches.mayBeSent(id, hash.apply(found.address()))) {
            switch (post.apply(id, message.of(id, found))) {
                case Accepted() -> {}
                case Refused _ -> {} // whoever asked sees that nothing comes; nobody else is to learn of it
                case TryLater(String reason) -> throw new SearchPostponed(reason);
                case NoAnswer(String reason) -> throw new SearchPostponed(reason);
            }
        }
    }

    /** Thrown to the worker so that it tries again. A reason names no recipient. */
    static final class SearchPostponed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        SearchPostponed(String reason) {
            super(reason, null, false, false);
        }
    }
}
