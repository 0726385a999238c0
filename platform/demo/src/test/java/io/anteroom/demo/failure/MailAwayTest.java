package io.anteroom.demo.failure;

import static io.anteroom.demo.failure.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.demo.MailLine;
import io.anteroom.demo.MailLine.State;
import io.anteroom.demo.RunningDemo;
import io.anteroom.localservices.mailbox.ReceivedMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The mail server is away, says nothing, or hangs up when it has the message. What is to be sent waits in the outbox. */
@Timeout(120)
class MailAwayTest {

    private static final RunningDemo DEMO = RunningDemo.shared();
    private static final MailLine LINE = DEMO.mailLine();
    private static final String OUTBOX = "select state from control.platform_message where recipient = ?";

    @AfterEach
    void allIsAsItWas() {
        LINE.is(State.OPEN);
        DEMO.clock().set(Duration.ZERO);
    }

    @Test
    void mailWaitsAndLeavesOnceWhenTheServerIsBack() {
        Guest mary = signsUpWhile(State.DOWN, "mail-lane", 1);
        assertThat(received("mail-lane")).isEmpty();
        Answer work = Guest.operator(DEMO).opens("/work");
        assertThat(work.body()).as("operators see it").contains("mail-lane@owners.example");

        isBack();

        mary.confirms("mail-lane");
        eventually(() -> Sql.texts(OUTBOX, "mail-lane@owners.example").contains("sent"));
        assertThat(received("mail-lane").stream().filter(MailAwayTest::confirms))
                .hasSize(1);
    }

    @Test
    void aServerThatSaysNothingIsGivenUpAndAskedAgain() {
        Guest mary = signsUpWhile(State.SILENT, "silent-lane", 2);

        isBack();

        mary.confirms("silent-lane");
        assertThat(received("silent-lane").stream().filter(MailAwayTest::confirms))
                .hasSize(1);
    }

    /** It may come twice then, with the same Message-ID and the same link: better than not at all. */
    @Test
    void aMailWhoseReceiptWasNotHeardIsSentAgainAsItWas() {
        Guest mary = signsUpWhile(State.CUT_AFTER_DATA, "cut-lane", 1);
        eventually(() -> !received("cut-lane").isEmpty());
        assertThat(Sql.texts(OUTBOX, "cut-lane@owners.example")).containsExactly("queued");

        isBack();

        eventually(() -> Sql.texts(OUTBOX, "cut-lane@owners.example").contains("sent"));
        assertThat(received("cut-lane"))
                .extracting(ReceivedMessage::text)
                .containsOnly(received("cut-lane").getFirst().text());
        assertThat(mary.confirms("cut-lane")).endsWith("/progress");
    }

    @Test
    void aCodeThatHasExpiredMeanwhileIsNotSentLate() {
        Guest anna = Guest.at(DEMO, "harbour");
        int received = codesTo("anna@patients.example").size();
        long dropped = codesDropped("anna@patients.example");
        LINE.is(State.DOWN);
        int asked = LINE.asked();
        anna.asksForACode("anna@patients.example");
        eventually(() -> LINE.asked() > asked);
        assertThat(anna.opens("/sign-in/code").body()).contains("No code yet?", "Send another code");

        DEMO.clock().set(Duration.ofMinutes(11));
        LINE.is(State.OPEN);

        eventually(() -> codesDropped("anna@patients.example") == dropped + 1);
        assertThat(codesTo("anna@patients.example")).hasSize(received);
        anna.sends(anna.opens("/sign-in/code"), "/sign-in/codes");
        anna.entersTheCode("anna@patients.example");
        assertThat(anna.opens("/invoices").status()).isEqualTo(200);
    }

    /** Signs up while the line is so, and waits until sending was tried that often. */
    private static Guest signsUpWhile(State state, String slug, int tries) {
        LINE.is(state);
        int before = LINE.asked();
        Guest mary = Guest.atTheFrontPage(DEMO);
        assertThat(mary.signsUp(mary.opens("/signup"), slug).path()).endsWith("/sent");
        for (int tried = 1; tried <= tries; tried++) {
            int wanted = before + tried;
            DEMO.clock().set(Duration.ofMinutes(tried - 1L)); // rather than wait for the next try
            eventually(() -> LINE.asked() >= wanted);
        }
        return mary;
    }

    private static void isBack() {
        LINE.is(State.OPEN);
        DEMO.clock().set(Duration.ofMinutes(5)); // rather than wait for the next try
    }

    private static boolean confirms(ReceivedMessage message) {
        return message.subject().startsWith("Confirm your email");
    }

    private static List<ReceivedMessage> received(String slug) {
        return DEMO.mailbox().messages().stream()
                .filter(message -> message.to().equals(slug + "@owners.example"))
                .toList();
    }

    private static long codesDropped(String address) {
        return Sql.texts(
                        "select state from " + DEMO.tenant("harbour").id().schema()
                                + ".message where recipient = ? and about_kind = 'sign-in-code'",
                        address)
                .stream()
                .filter("dropped"::equals)
                .count();
    }

    private static List<ReceivedMessage> codesTo(String address) {
        return DEMO.mailbox().messages().stream()
                .filter(message ->
                        message.to().equals(address) && message.from().contains("Harbour"))
                .filter(message -> message.subject().contains("code"))
                .toList();
    }
}
