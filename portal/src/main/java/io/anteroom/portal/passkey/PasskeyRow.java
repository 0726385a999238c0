package io.anteroom.portal.passkey;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.passkey.Passkey;
import io.anteroom.language.Words;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A passkey in the list.
 *
 * @param id names it in the address that removes it
 * @param added when, in the clinic's time
 * @param used when it was last used, or that it never was
 */
public record PasskeyRow(String id, String name, String added, String used) {

    /** A passkey in the clinic's time. */
    public static PasskeyRow of(Passkey passkey, ZoneId zone) {
        return new PasskeyRow(
                passkey.id().toString(),
                passkey.name(),
                format(passkey.addedAt(), zone),
                passkey.lastUsed()
                        .map(used -> say("Last used {time}", "time", format(used, zone)))
                        .orElse(say("Not used yet")));
    }

    private static String format(Instant instant, ZoneId zone) {
        return Words.current().dayAndTime(instant.atZone(zone));
    }
}
