package io.anteroom.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.anteroom.messaging.Delivery.Refused;
import io.anteroom.messaging.Delivery.TryLater;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@TenantTest(
        value = MessagingConfiguration.class,
        properties = {
            "anteroom.messaging.secret-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "anteroom.messaging.from-address=no-reply@anteroom.test"
        })
class OutboxTest {

    private static final String NUMBER = "+447700900123";
    private static final int MOST_TRIES = 3;

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

    private Deliverer worker(MessageStore outbox, TransactionTemplate transactions) {
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

    @Test
    void aMessageAndThePointerToItCommitTogether() {
        MessageId id = inNorth(() -> outbox.send(code("1", "123456")));

        assertThat(state(Tenants.north(), id)).isEqualTo(MessageState.QUEUED);
        assertThat(pointers()).containsExactly(id.toString());
    }

    @Test
    void aMessageWithACodeGoesBeforeThoseWithout() {
        MessageId invoice = inNorth(() ->
                outbox.send(Message.sms(NUMBER, new MessageAbout("invoice", "1"), SmsContent.of("Your invoice"))));
        MessageId code = inNorth(() -> outbox.send(code("1", "123456")));

        assertThat(control.sql("select task_instance from control.scheduled_tasks order by priority desc")
                        .query(String.class)
                        .list())
                .containsExactly(
                        Tenants.north().id() + ":message:" + code,
                        Tenants.north().id() + ":message:" + invoice);
    }

    @Test
    void aRolledBackActSendsNothing() {
        CurrentTenant.run(
                Tenants.north(),
                () -> transaction.executeWithoutResult(status -> {
                    outbox.send(code("1", "123456"));
                    status.setRollbackOnly();
                }));

        assertThat(pointers()).isEmpty();
        assertThat(inNorth(() -> log.about(new MessageAbout("code", "1")))).isEmpty();
    }

    @Test
    void outsideATransactionNothingIsTaken() {
        assertThatThrownBy(() -> CurrentTenant.run(Tenants.north(), () -> outbox.send(code("1", "123456"))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aSecretIsSealedWhileItWaitsAndErasedOnceSent() {
        MessageId id = inNorth(() -> outbox.send(code("1", "123456")));
        byte[] sealed = Objects.requireNonNull(secret(id));
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("123456");
        assertThat(content(id)).doesNotContain("123456");

        deliver(Tenants.north(), id);

        assertThat(gateway.texts).containsExactly(new FakeGateway.Text(id, NUMBER, "Your code is 123456"));
        assertThat(secret(id)).isNull();
        assertThat(content(id)).doesNotContain("123456");
        MessageRecord kept = inNorth(() -> log.find(id).orElseThrow());
        assertThat(((SmsContent) kept.content()).text()).isEqualTo("Your code is ••••••");
        assertThat(kept.state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void aMessageThatNoLongerHoldsIsDroppedWithItsSecret() {
        MessageId id = inNorth(() -> outbox.send(code("7", "123456")));
        gone.add("7");

        deliver(Tenants.north(), id);

        assertThat(gateway.texts).isEmpty();
        assertThat(state(Tenants.north(), id)).isEqualTo(MessageState.DROPPED);
        assertThat(secret(id)).isNull();
    }

    @Test
    void aCrashBetweenSendingAndTheNoteOfItSendsAgainUnderTheSameId() {
        MessageId id = inNorth(() -> outbox.send(code("1", "123456")));
        gateway.answer = () -> {
            throw new StackOverflowError("the process dies here");
        };
        assertThatThrownBy(() -> deliver(Tenants.north(), id)).isInstanceOf(StackOverflowError.class);
        assertThat(state(Tenants.north(), id)).isEqualTo(MessageState.QUEUED);

        gateway.answer = Delivery.Accepted::new;
        deliver(Tenants.north(), id);

        assertThat(gateway.texts).extracting(FakeGateway.Text::id).containsExactly(id, id);
        assertThat(gateway.texts).extracting(FakeGateway.Text::text).containsOnly("Your code is 123456");
        assertThat(state(Tenants.north(), id)).isEqualTo(MessageState.SENT);
    }

    @Test
    void whatWasSentIsNotSentAgain() {
        MessageId id = inNorth(() -> outbox.send(code("1", "123456")));

        deliver(Tenants.north(), id);
        deliver(Tenants.north(), id);

        assertThat(gateway.texts).hasSize(1);
    }

    @Test
    void aPassingFailureIsTriedAgainAndGivenUpInTheEnd() {
        MessageId id = inNorth(() -> outbox.send(code("1", "123456")));
        gateway.answer = () -> new TryLater("The SMS gateway answered 503");

        assertThatThrownBy(() -> deliver(Tenants.north(), id))
                .isInstanceOf(DeliveryPostponed.class)
                .message()
                .doesNotContain(NUMBER)
                .doesNotContain("123456");
        assertThatThrownBy(() -> deliver(Tenants.north(), id)).isInstanceOf(DeliveryPostponed.class);
        deliver(Tenants.north(), id);

        MessageRecord kept = inNorth(() -> log.find(id).orElseThrow());
        assertThat(kept.state()).isEqualTo(MessageState.FAILED);
        assertThat(kept.reason()).isEqualTo("The SMS gateway answered 503, 3 times");
        assertThat(secret(id)).isNull();
    }

    @Test
    void aMessageThatHasToWaitIsLeftForThenAndTheWaitIsNoTry() {
        MessageId id = inNorth(() -> outbox.send(code("1", "123456")));
        Instant morning = clock.instant().plus(Duration.ofHours(8));
        waits.put("1", morning);

        for (int i = 0; i <= MOST_TRIES; i++) {
            deliver(Tenants.north(), id);
        }
        assertThat(gateway.texts).isEmpty();
        assertThat(state(Tenants.north(), id)).isEqualTo(MessageState.QUEUED);
        assertThat(later).containsExactly(entry(id, morning));

        clock.advance(Duration.ofHours(8));
        deliver(Tenants.north(), id);
        assertThat(gateway.texts).hasSize(1);
        assertThat(state(Tenants.north(), id)).isEqualTo(MessageState.SENT);
    }

    @Test
    void severalMessagesAreLookedUpTogetherAtTheirClinicAlone() {
        MessageId first = inNorth(() -> outbox.send(code("1", "123456")));
        MessageId second = inNorth(() -> outbox.send(code("2", "123456")));

        assertThat(inNorth(() -> log.all(List.of(first, second))))
                .extracting(MessageRecord::id)
                .containsExactlyInAnyOrder(first, second);
        assertThat(CurrentTenant.call(Tenants.south(), () -> log.all(List.of(first, second))))
                .isEmpty();
    }

    @Test
    void aRefusalIsFinal() {
        MessageId id = inNorth(() -> outbox.send(code("1", "123456")));
        gateway.answer = () -> new Refused("The SMS gateway refused the message (422)");

        deliver(Tenants.north(), id);
        deliver(Tenants.north(), id);

        assertThat(gateway.texts).hasSize(1);
        assertThat(state(Tenants.north(), id)).isEqualTo(MessageState.FAILED);
    }

    @Test
    void anotherClinicNeitherSendsNorSeesIt() {
        MessageId id = inNorth(() -> outbox.send(code("1", "123456")));

        deliver(Tenants.south(), id);

        assertThat(gateway.texts).isEmpty();
        assertThat(CurrentTenant.call(Tenants.south(), () -> log.find(id))).isEmpty();
        assertThat(CurrentTenant.call(Tenants.south(), () -> log.about(new MessageAbout("code", "1"))))
                .isEmpty();
        assertThat(state(Tenants.north(), id)).isEqualTo(MessageState.QUEUED);
    }

    @Test
    void aSecretCarriedToAnotherClinicsRowStaysShut() {
        MessageId id = inNorth(() -> outbox.send(code("1", "123456")));
        byte[] sealed = Objects.requireNonNull(secret(id));
        CurrentTenant.run(
                Tenants.south(),
                () -> transaction.executeWithoutResult(_ -> data.sql("insert into __tenant__.message"
                                + " (id, channel, recipient, about_kind, about_ref, content, secret, state, attempts,"
                                + " created_at, state_at) values (:id, 'sms', '+81312345678', 'code', '1',"
                                + " '{\"text\": \"{secret}\"}', :secret, 'queued', 0, now(), now())")
                        .param("id", id.value())
                        .param("secret", sealed)
                        .update()));

        deliver(Tenants.south(), id);

        assertThat(gateway.texts).isEmpty();
        assertThat(state(Tenants.south(), id)).isEqualTo(MessageState.FAILED);
    }

    @Test
    void howMessagesEndIsCountedOnceAndHowLongTheyTookIsMeasured() {
        clock.advance(Duration.ofSeconds(3));
        MessageId sent = inNorth(() -> outbox.send(code("1", "123456")));
        MessageId dropped = inNorth(() -> outbox.send(code("2", "123456")));
        MessageId refused = inNorth(() -> outbox.send(code("3", "123456")));
        gone.add("2");
        clock.advance(Duration.ofSeconds(4));

        deliver(Tenants.north(), sent);
        deliver(Tenants.north(), sent);
        deliver(Tenants.south(), sent);
        deliver(Tenants.north(), dropped);
        gateway.answer = () -> new TryLater("The SMS gateway answered 503");
        assertThatThrownBy(() -> deliver(Tenants.north(), refused)).isInstanceOf(DeliveryPostponed.class);
        gateway.answer = () -> new Refused("The SMS gateway refused the message (422)");
        deliver(Tenants.north(), refused);

        assertThat(ended("sent")).isEqualTo(1);
        assertThat(ended("dropped")).isEqualTo(1);
        assertThat(ended("failed")).isEqualTo(1);
        assertThat(meters.get("anteroom.messages.postponed").counter().count()).isEqualTo(1);
        assertThat(meters.get("anteroom.messages.outbox")
                        .tag("channel", "sms")
                        .timer()
                        .totalTime(TimeUnit.SECONDS))
                .isEqualTo(4);
        assertThat(meters.get("anteroom.messages.awaited")
                        .tag("about", "code")
                        .timer()
                        .totalTime(TimeUnit.SECONDS))
                .isEqualTo(7);
    }

    @Test
    void eachHandOverIsMeasured() {
        deliver(Tenants.north(), inNorth(() -> outbox.send(code("1", "123456"))));

        assertThat(meters.get("anteroom.outside")
                        .tags("system", "sms", "call", "send")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    private double ended(String outcome) {
        return meters.get("anteroom.messages")
                .tags("channel", "sms", "outcome", outcome)
                .counter()
                .count();
    }

    @Test
    void platformMailGoesTheSameWayInTheControlSchema() {
        var controlTransaction = new TransactionTemplate(controlTransactions);
        MessageId id =
                Objects.requireNonNull(controlTransaction.execute(_ -> platformOutbox.send(code("1", "link-token"))));
        assertThat(pointers()).containsExactly(id.toString());

        worker(platformStore, controlTransaction).deliver(id);

        assertThat(gateway.texts).extracting(FakeGateway.Text::text).containsExactly("Your code is link-token");
        assertThat(control.sql("select state from control.platform_message where id = :id and secret is null")
                        .param("id", id.value())
                        .query(String.class)
                        .single())
                .isEqualTo("sent");
    }

    private static Message code(String ref, String secret) {
        return Message.sms(
                NUMBER,
                new MessageAbout("code", ref),
                SmsContent.of("Your code is {secret}").withSecret(secret));
    }

    private void deliver(Tenant tenant, MessageId id) {
        CurrentTenant.run(tenant, () -> deliverer.deliver(id));
    }

    private <T> T inNorth(Supplier<T> work) {
        return Objects.requireNonNull(CurrentTenant.call(Tenants.north(), () -> transaction.execute(_ -> work.get())));
    }

    private MessageState state(Tenant tenant, MessageId id) {
        return CurrentTenant.call(tenant, () -> log.find(id)).orElseThrow().state();
    }

    private byte @Nullable [] secret(MessageId id) {
        return CurrentTenant.call(
                        Tenants.north(),
                        () -> transaction.execute(_ -> data.sql("select secret from __tenant__.message where id = :id")
                                .param("id", id.value())
                                .query((row, _) -> Optional.ofNullable(row.getBytes("secret")))
                                .single()))
                .orElse(null);
    }

    private String content(MessageId id) {
        return inNorth(() -> data.sql("select content::text from __tenant__.message where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single());
    }

    private List<String> pointers() {
        return control
                .sql("select task_instance from control.scheduled_tasks where task_name like '%'")
                .query(String.class)
                .list()
                .stream()
                .map(instance -> instance.substring(instance.length() - 36))
                .toList();
    }
}
