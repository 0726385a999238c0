package io.anteroom.portal.scheduling;

import io.anteroom.language.Words;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A moment as a browser is told of it, which says what its own clock shows then where that is something else.
 *
 * @param start ISO 8601, in UTC
 * @param zone IANA name of the clocks on the page
 * @param locale BCP 47, how the page writes times
 */
public record DeviceTime(String start, String zone, String locale) {

    static DeviceTime of(Instant start, ZoneId zone) {
        return new DeviceTime(
                start.toString(), zone.getId(), Words.current().locale().toLanguageTag());
    }
}
