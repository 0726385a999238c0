package io.anteroom.messaging;

import io.anteroom.messaging.SenderIdentity.Look;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Observing;
import io.anteroom.tenancy.Tenant;
import io.anteroom.testing.TenantTest;
import io.anteroom.testing.Tenants;
import io.anteroom.testing.TestClock;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An outbox, and a worker whose gateway does as it is told. */
@TenantTest(
        value = MessagingConfiguration.class,
        properties = {
            "anteroom.messaging.secret-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "anteroom.messaging.from-address=no-reply@anteroom.test"
        })
abstract class OutboxFixture {

    static final String NUMBER = "+447700900123";
    static final int MOST_TRIES = 3;

    @Autowired
    Outbox outbox;

    @Autowired
    MessageLog log;

    @Autowired
    @Qualifier("messageStore")
    MessageStore store;

    @Autowired
    JdbcClient data;

    @Autowired
    @Qualifier("control")
    JdbcClient control;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    PlatformOutbox platformOutbox;

    @Autowired
    @Qualifier("platformMessageStore")
    MessageStore platformStore;

    @Autowired
    @Qualifier("controlTransactions")
    PlatformTransactionManager controlTransactions;

    final FakeGateway gateway = new FakeGateway();
    final Set<String> gone = ConcurrentHashMap.newKeySet();
    final Map<String, Instant> waits = new ConcurrentHashMap<>();
    final Map<MessageId, Instant> later = new ConcurrentHashMap<>();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    Deliverer deliverer;

    @BeforeEach
    void aWorker() {
        deliverer = worker(store, transaction);
    }

    Deliverer worker(MessageStore outbox, TransactionTemplate transactions) {
        var mailer = new Mailer(new JavaMailSenderImpl(), "no-reply@anteroom.test", clock);
        Look look = new Look("North", "#1f4e79", "#ffffff", null, null, null, null, Locale.ENGLISH);
        return new Deliverer(
                outbox,
                transactions,
                () -> look,
                List.of(new CodesOnly(gone, waits, clock.instant())),
                new Carriers(mailer, gateway, MOST_TRIES),
                new MessageMetrics(meters, new Observing(observations()), clock),
                later::put,
                clock);
    }

    private ObservationRegistry observations() {
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        return registry;
    }

    record CodesOnly(Set<String> gone, Map<String, Instant> waits, Instant asked) implements StillHolds {
        @Override
        public String kind() {
            return "code";
        }

        @Override
        public boolean holds(String ref) {
            return !gone.contains(ref);
        }

        @Override
        public Optional<Instant> awaitedSince(String ref) {
            return Optional.of(asked);
        }

        @Override
        public Optional<Instant> notBefore(String ref) {
            return Optional.ofNullable(waits.get(ref));
        }
    }

    static Message code(String ref, String secret) {
        return Message.sms(
                NUMBER,
                new MessageAbout("code", ref),
                SmsContent.of("Your code is {secret}").withSecret(secret));
    }

    void deliver(Tenant tenant, MessageId id) {
        CurrentTenant.run(tenant, () -> deliverer.deliver(id));
    }

    <T> T inNorth(Supplier<T> work) {
        return Objects.requireNonNull(CurrentTenant.call(Tenants.north(), () -> transaction.execute(_ -> work.get())));
    }

    MessageState state(Tenant tenant, MessageId id) {
        return CurrentTenant.call(tenant, () -> log.find(id)).orElseThrow().state();
    }

    byte @Nullable [] secret(MessageId id) {
        return CurrentTenant.call(
                        Tenants.north(),
                        () -> transaction.execute(_ -> data.sql("select secret from __tenant__.message where id = :id")
                                .param("id", id.value())
                                .query((row, _) -> Optional.ofNullable(row.getBytes("secret")))
                                .single()))
                .orElse(null);
    }

    String content(MessageId id) {
        return inNorth(() -> data.sql("select content::text from __tenant__.message where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single());
    }

    List<String> pointers() {
        return control
                .sql("select task_instance from control.scheduled_tasks where task_name like '%'")
                .query(String.class)
                .list()
                .stream()
                .map(instance -> instance.substring(instance.length() - 36))
                .toList();
    }
}
