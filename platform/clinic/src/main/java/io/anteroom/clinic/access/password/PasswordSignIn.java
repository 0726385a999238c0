package io.anteroom.clinic.access.password;

import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.password.PasswordDoor.Knock;
import io.anteroom.clinic.access.password.PasswordRows.Known;
import io.anteroom.clinic.access.session.SignInMethod;
import io.anteroom.clinic.access.signin.SignInMetrics;
import org.springframework.stereotype.Component;

/**
 * Signing in to the portal with a password. What is answered to a wrong one, and how long that takes, never depends on whether
 * the clinic knows the address.
 */
@Component
public class PasswordSignIn {

    private final PasswordDoor door;
    private final PasswordHashing hashing;
    private final HashingTurns turns;
    private final SignInMetrics metrics;

    PasswordSignIn(PasswordDoor door, PasswordHashing hashing, HashingTurns turns, SignInMetrics metrics) {
        this.door = door;
        this.hashing = hashing;
        this.turns = turns;
        this.metrics = metrics;
    }

    /**
     * Tries a password. Not within a transaction: it waits for its turn to be hashed.
     *
     * @param typed the password as it was typed or pasted
     * @param device what the browser calls itself, in words, for the list of sessions; at most 100 characters
     */
    public PasswordTried enter(SignInAddress address, String typed, AskedFrom from, String device) {
        var normal = PasswordRules.normal(typed);
        var answer = turns.take(() -> switch (door.knock(address, from)) {
                    case Knock.Refused(var refusal) -> refusal;
                    case Knock.Heard heard -> compare(address, normal, heard, device);
                })
                .orElseGet(PasswordTried.Busy::new);
        metrics.tried(SignInMethod.PASSWORD, outcome(answer));
        return answer;
    }

    /** In a word or two, for counting. */
    static String outcome(PasswordTried answer) {
        return switch (answer) {
            case PasswordTried.SignedIn _ -> "signed_in";
            case PasswordTried.Wrong _ -> "wrong";
            case PasswordTried.Locked _ -> "locked";
            case PasswordTried.UsedUp _ -> "used_up";
            case PasswordTried.TooMany _ -> "too_many";
            case PasswordTried.Busy _ -> "busy";
            case PasswordTried.Off _ -> "off";
        };
    }

    private PasswordTried compare(SignInAddress address, String normal, Knock.Heard heard, String device) {
        boolean right = hashing.matches(normal, heard.known().map(Known::hash));
        return heard.known()
                .filter(known -> right)
                .flatMap(known -> door.admit(address, known, device))
                .<PasswordTried>map(PasswordTried.SignedIn::new)
                .orElseGet(heard::ifWrong);
    }
}
