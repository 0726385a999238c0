package io.anteroom.clinic.scheduling.appointment;

import io.anteroom.clinic.scheduling.slot.BookableService;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was agreed when the appointment was booked, whatever the clinic changes later.
 *
 * @param service what the service was called
 * @param minutes how long it takes
 * @param priceMinor what it costs, in the currency's minor unit, or null where nothing was said
 * @param currency ISO 4217, or null with the price
 * @param cancelUntilMinutes how long before it the patient may cancel or move it at the latest
 * @param zone the time zone of the place
 */
public record Receipt(
        String service,
        int minutes,
        @Nullable Long priceMinor,
        @Nullable String currency,
        int cancelUntilMinutes,
        String zone) {

    private static final JsonMapper JSON = new JsonMapper();

    static Receipt of(BookableService service, ZoneId zone) {
        Currency currency = service.currency();
        return new Receipt(
                service.name(),
                service.minutes(),
                service.priceMinor(),
                currency == null ? null : currency.getCurrencyCode(),
                service.cancelUntilMinutes(),
                zone.getId());
    }

    /** The last moment for cancelling or moving one that starts at {@code start}. */
    public Instant lastChange(Instant start) {
        return start.minus(Duration.ofMinutes(cancelUntilMinutes));
    }

    /** The same agreement for the time to which it is moved: its length and its place's zone are the new ones. */
    Receipt movedTo(BookableService service, ZoneId elsewhere) {
        return new Receipt(
                this.service, service.minutes(), priceMinor, currency, cancelUntilMinutes, elsewhere.getId());
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    static Receipt read(String json) {
        return JSON.readValue(json, Receipt.class);
    }
}
