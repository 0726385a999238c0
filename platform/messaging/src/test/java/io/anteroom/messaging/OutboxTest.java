package io.anteroom.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.Tenants;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What is left in an outbox, and who sees it. */
class OutboxTest extends OutboxFixture {

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
        MessageId unhurried = inNorth(() -> outbox.sendInTurn(code("2", "a link that can wait")));
        MessageId code = inNorth(() -> outbox.send(code("1", "123456")));

        assertThat(control.sql("select task_instance from control.scheduled_tasks order by priority desc")
                        .query(String.class)
                        .list())
                .startsWith(Tenants.north().id() + ":message:" + code)
                .hasSize(3)
                .contains(
                        Tenants.north().id() + ":message:" + invoice,
                        Tenants.north().id() + ":message:" + unhurried);
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
}
