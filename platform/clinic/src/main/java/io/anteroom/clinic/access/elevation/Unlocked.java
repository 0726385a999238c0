package io.anteroom.clinic.access.elevation;

import io.anteroom.clinic.access.signin.Entered;
import java.time.Instant;

/** The answer to somebody who enters a code to open clinical records. */
public sealed interface Unlocked {

    /**
     * They are open in this session.
     *
     * @param until until when
     */
    record Open(Instant until) implements Unlocked {}

    /**
     * They are not.
     *
     * @param why what was wrong, as when signing in; {@link Entered.Stale} where this session was sent no code
     */
    record Refused(Entered why) implements Unlocked {}
}
