package io.anteroom.payments.webhook;

import io.anteroom.payments.PaymentId;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which events the clinic has heard; every method needs a transaction. */
final class EventStore {

    private final JdbcClient jdbc;

    EventStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes the event; false if it was noted before. */
    boolean add(StripeEvent event, @Nullable PaymentId payment, Instant now) {
        UUID id = payment == null ? null : payment.value();
        return jdbc.sql("insert into __tenant__.stripe_event (id, type, payment_id, created_at, received_at)"
                                + " values (:id, :type, :payment, :created, :now) on conflict do nothing")
                        .param("id", event.id())
                        .param("type", event.type())
                        .param("payment", id, Types.OTHER)
                        .param("created", event.created().atOffset(ZoneOffset.UTC))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
