package io.anteroom.clinic.access.password;

import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.password.SecondStepDoor.Knock;
import io.anteroom.clinic.access.signin.SecondEntries;
import io.anteroom.clinic.access.signin.SecondEntry;
import io.anteroom.clinic.access.signin.SignInMetrics;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The password of an account that asks for it together with a code, entered after the code by the same browser. Nobody else is
 * told that there is one.
 */
@Component
public class SecondStep {

    private final SecondEntries entries;
    private final SecondStepDoor door;
    private final PasswordHashing hashing;
    private final HashingTurns turns;
    private final SignInMetrics metrics;

    SecondStep(
            SecondEntries entries,
            SecondStepDoor door,
            PasswordHashing hashing,
            HashingTurns turns,
            SignInMetrics metrics) {
        this.entries = entries;
        this.door = door;
        this.hashing = hashing;
        this.turns = turns;
        this.metrics = metrics;
    }

    /** What was typed in the browser that is to give the password next, if it is. */
    @Transactional(readOnly = true)
    public Optional<SignInAddress> of(BrowserToken browser) {
        return entries.find(browser).map(SecondEntry::address);
    }

    /**
     * Tries a password. Not within a transaction: it waits for its turn to be hashed.
     *
     * @param typed the password as it was typed or pasted
     * @param device what the browser calls itself, in words, for the list of sessions; at most 100 characters
     * @return nothing where the browser gave no right code, or that is over: ten minutes, another password, an address gone
     */
    public Optional<PasswordTried> enter(BrowserToken browser, String typed, AskedFrom from, String device) {
        var normal = PasswordRules.normal(typed);
        var answer = turns.take(() -> door.knock(browser, from).flatMap(knock -> switch (knock) {
                    case Knock.Refused(var refusal) -> Optional.of(refusal);
                    case Knock.Heard heard -> compare(browser, normal, heard, device);
                }))
                .orElseGet(() -> Optional.of(new PasswordTried.Busy()));
        metrics.second(answer.map(PasswordSignIn::outcome).orElse("stale"));
        return answer;
    }

    private Optional<PasswordTried> compare(BrowserToken browser, String normal, Knock.Heard heard, String device) {
        return hashing.matches(normal, Optional.of(heard.hash()))
                ? door.admit(browser, heard.hash(), device).map(PasswordTried.SignedIn::new)
                : Optional.of(heard.ifWrong());
    }
}
