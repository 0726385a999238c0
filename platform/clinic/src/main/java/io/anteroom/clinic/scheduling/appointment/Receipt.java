package io.anteroom.clinic.scheduling.appointment;

import io.anteroom.clinic.scheduling.slot.BookableService;
import io.anteroom.payments.Money;
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
 * @param depositMinor what is paid when booking, in the minor unit of {@code depositCurrency}, or null where nothing is
 * @param depositCurrency ISO 4217, or null with the deposit
 */
public record Receipt(
        String service,
        int minutes,
        @Nullable Long priceMinor,
        @Nullable String currency,
        int cancelUntilMinutes,
        String zone,
        @Nullable Long depositMinor,
        @Nullable String depositCurrency) {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * What is agreed on a service now.
     *
     * @param asksDeposit whether its deposit is asked for: of patients it is, and not where staff book
     */
    static Receipt of(BookableService service, ZoneId zone, boolean asksDeposit) {
        Currency currency = service.currency();
        Money deposit = asksDeposit ? service.deposit() : null;
        return new Receipt(
                service.name(),
                service.minutes(),
                service.priceMinor(),
                currency == null ? null : currency.getCurrencyCode(),
                service.cancelUntilMinutes(),
                zone.getId(),
                deposit == null ? null : deposit.minor(),
                deposit == null ? null : deposit.currency().getCurrencyCode());
    }

    /** What is paid when booking, or null where nothing is. */
    public @Nullable Money deposit() {
        return depositMinor == null || depositCurrency == null ? null : Money.of(depositMinor, depositCurrency);
    }

    /** The last moment for cancelling or moving one that starts at {@code start}. */
    public Instant lastChange(Instant start) {
        return start.minus(Duration.ofMinutes(cancelUntilMinutes));
    }

    /** The same agreement for the time to which it is moved: its length and its place's zone are the new ones. */
    Receipt movedTo(BookableService service, ZoneId elsewhere) {
        return new Receipt(
                this.service,
                service.minutes(),
                priceMinor,
                currency,
                cancelUntilMinutes,
                elsewhere.getId(),
                depositMinor,
                depositCurrency);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    static Receipt read(String json) {
        return JSON.readValue(json, Receipt.class);
    }
}
