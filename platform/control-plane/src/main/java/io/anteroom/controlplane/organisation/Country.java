package io.anteroom.controlplane.organisation;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/**
 * A country or territory of ISO 3166-1 with what is usual there.
 *
 * @param code two capitals
 * @param name its short English name
 * @param zones the time zones in use, the one of most people first; never empty
 * @param currency the legal tender
 */
public record Country(String code, String name, List<ZoneId> zones, Currency currency) {

    public Country {
        zones = List.copyOf(zones);
        if (zones.isEmpty()) {
            throw new IllegalArgumentException("A country needs a time zone");
        }
    }

    /** The time zone to suggest. */
    public ZoneId usualZone() {
        return zones.getFirst();
    }
}
