package io.anteroom.clinic.access.password;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the password of somebody who is signed in.
 *
 * @param offered whether the clinic takes passwords
 * @param shortOffered whether it lets people choose a shorter one that is asked for together with a code
 * @param setAt when the person's was set, or null for none
 * @param twoSteps whether it is asked for together with a code, each time
 * @param fresh whether one may be set in this session at this moment
 * @param address what the person signs in with, for the browser's own list of passwords; empty where there is nothing
 */
public record PasswordStanding(
        boolean offered,
        boolean shortOffered,
        @Nullable Instant setAt,
        boolean twoSteps,
        boolean fresh,
        String address) {

    /** Names nobody, since logs are no place for one. */
    @Override
    public String toString() {
        return "PasswordStanding[]";
    }
}
