package io.anteroom.clinic.access.signin;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the code that was asked for and hands it to the outbox, if somebody has the address; else notes that nobody has.
 * Done twice it does it once, since a code is filled in once. The code's row is written last, so that whoever enters codes
 * meanwhile waits as long for an unknown address as for a known one.
 */
@Component
class CodeSender {

    private final OneTimeCodes codes;
    private final Recipients recipients;
    private final CodeMaker maker;
    private final CodeMessages messages;
    private final SignInMetrics metrics;
    private final Clock clock;

    CodeSender(
            OneTimeCodes codes,
            Recipients recipients,
            CodeMaker maker,
            CodeMessages messages,
            SignInMetrics metrics,
            Clock clock) {
        this.codes = codes;
        this.recipients = recipients;
        this.maker = maker;
        this.messages = messages;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Transactional
    void send(long id) {
        codes.find(id).filter(code -> code.hash() == null).ifPresent(this::send);
    }

    private void send(OneTimeCode code) {
        var recipient = recipients.of(code, clock.instant());
        var made = recipient.outcome() == CodeOutcome.SENT ? maker.make(code.signIn()) : maker.none();
        made.digits().ifPresent(digits -> messages.send(code.id(), recipient.signIn(), digits));
        if (!codes.fill(code.id(), made.hash(), recipient.credential(), recipient.outcome())) {
            throw new IllegalStateException("Another worker made this code at the same moment");
        }
        metrics.made(recipient.outcome(), recipient.signIn().address().channel());
    }
}
