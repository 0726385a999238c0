package io.anteroom.portal.passkey;

import io.anteroom.clinic.access.passkey.Passkey;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A passkey in the list.
 *
 * @param id names it in the address that removes it
 * @param added when, in the clinic's time
 * @param used when it was last used, or that it never was
 */
public record PasskeyRow(String id, String name, String added, String used) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);

    /** A passkey in the clinic's time. */
    public static PasskeyRow of(Passkey passkey, ZoneId zone) {
        return new PasskeyRow(
                passkey.id().toString(),
                passkey.name(),
                format(passkey.addedAt(), zone),
                passkey.lastUsed()
                        .map(used -> "Last used " + format(used, zone))
                        .orElse("Not used yet"));
    }

    private static String format(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }
}
