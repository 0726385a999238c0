package io.anteroom.clinic.access.password;

import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.password.PasswordDoor.Knock;
import io.anteroom.clinic.access.password.PasswordRows.Known;
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

    PasswordSignIn(PasswordDoor door, PasswordHashing hashing, HashingTurns turns) {
        this.door = door;
        this.hashing = hashing;
        this.turns = turns;
    }

    /**
     * Tries a password. Not within a transaction: it waits for its turn to be hashed.
     *
     * @param typed the password as it was typed or pasted
     * @param device what the browser calls itself, in words, for the list of sessions; at most 100 characters
     */
    public PasswordTried enter(SignInAddress address, String typed, AskedFrom from, String device) {
        var normal = PasswordRules.normal(typed);
        return turns.take(() -> switch (door.knock(address, from)) {
                    case Knock.Refused(var answer) -> answer;
                    case Knock.Heard heard -> compare(address, normal, heard, device);
                })
                .orElseGet(PasswordTried.Busy::new);
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
