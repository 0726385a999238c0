package io.anteroom.clinic.access.signin;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.session.SignInMethod;
import io.anteroom.tenancy.AfterCommit;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * {@code anteroom.signin.asked} counts requests for a code by how they were answered, {@code anteroom.signin.codes} what
 * the worker made of them, {@code anteroom.signin.entered} entries by their outcome, {@code anteroom.signin.second} passwords
 * entered after a right code, and {@code anteroom.signin.otherwise} tries to sign in without a code that was sent. Each is counted once it is committed, over all clinics together: no
 * address, code or clinic is a tag. How long codes take is
 * {@code anteroom.messages.awaited}.
 */
@Component
public class SignInMetrics {

    private final MeterRegistry registry;

    SignInMetrics(ObjectProvider<MeterRegistry> registry) {
        this.registry = registry.getIfAvailable(CompositeMeterRegistry::new);
    }

    Asked asked(Asked answer) {
        count(
                "anteroom.signin.asked",
                switch (answer) {
                    case Asked.OnItsWay _ -> "on_its_way";
                    case Asked.Stale _ -> "stale";
                    case Asked.NotSentThere _ -> "not_sent_there";
                    case Asked.Wait(Asked.Why why, var _) ->
                        "wait_" + why.name().toLowerCase(Locale.ROOT);
                });
        return answer;
    }

    void made(CodeOutcome outcome, CredentialChannel channel) {
        AfterCommit.run(() -> registry.counter(
                        "anteroom.signin.codes", "outcome", outcome.stored(), "channel", channel.stored())
                .increment());
    }

    Entered entered(Entered answer) {
        count("anteroom.signin.entered", outcome(answer));
        return answer;
    }

    /** Counts a try with a printed code. */
    public Entered enteredPrinted(Entered answer) {
        tried(SignInMethod.RECOVERY_CODE, outcome(answer));
        return answer;
    }

    /**
     * Counts a password that was entered as the second of two steps.
     *
     * @param outcome in a word or two, with underscores between: {@code signed_in}, or why not
     */
    public void second(String outcome) {
        count("anteroom.signin.second", outcome);
    }

    /**
     * Counts a try to sign in otherwise than by a code.
     *
     * @param outcome in a word or two, with underscores between: {@code signed_in}, or why not
     */
    public void tried(SignInMethod method, String outcome) {
        AfterCommit.run(
                () -> registry.counter("anteroom.signin.otherwise", "method", method.stored(), "outcome", outcome)
                        .increment());
    }

    private static String outcome(Entered answer) {
        return switch (answer) {
            case Entered.SignedIn _ -> "signed_in";
            case Entered.PasswordNext _ -> "password_next";
            case Entered.NotACode _ -> "not_a_code";
            case Entered.Wrong _ -> "wrong";
            case Entered.Burned _ -> "burned";
            case Entered.TooLate _ -> "too_late";
            case Entered.Locked _ -> "locked";
            case Entered.TooMany _ -> "too_many";
            case Entered.Overtaken _ -> "overtaken";
            case Entered.AddressTaken _ -> "address_taken";
            case Entered.Stale _ -> "stale";
        };
    }

    private void count(String name, String outcome) {
        AfterCommit.run(() -> registry.counter(name, "outcome", outcome).increment());
    }
}
