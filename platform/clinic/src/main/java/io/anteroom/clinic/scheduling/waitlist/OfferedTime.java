package io.anteroom.clinic.scheduling.waitlist;

import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.Reference;
import io.anteroom.payments.Money;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time that was offered to somebody who waits.
 *
 * @param reference in the link
 * @param attempt of the appointment it leads to
 * @param waiting whether whoever was offered it is still on the list
 * @param minutes how long it takes
 * @param priceMinor what it costs, in the currency's minor unit, or null where nothing is said
 * @param currency ISO 4217, or null with the price
 * @param deposit what is paid when booking, or null where nothing is
 * @param cancelUntilMinutes how long before it the patient may cancel or move it at the latest
 * @param preparation what to bring and how to prepare; may be empty
 * @param practitionerTitle may be empty
 * @param roundUntil from then on others are offered it too
 * @param appointment the one it became, or null
 */
public record OfferedTime(
        Reference reference,
        UUID attempt,
        WaitlistEntryId entry,
        boolean waiting,
        PatientId patient,
        String patientName,
        ServiceId service,
        String serviceName,
        int minutes,
        @Nullable Long priceMinor,
        @Nullable String currency,
        @Nullable Money deposit,
        int cancelUntilMinutes,
        String preparation,
        PractitionerId practitioner,
        String practitionerName,
        String practitionerTitle,
        Appointment.Address place,
        Instant start,
        Instant offeredAt,
        Instant roundUntil,
        Standing standing,
        @Nullable Reference appointment) {

    /** The start as the clocks of the place show it. */
    public ZonedDateTime local() {
        return start.atZone(place.zone());
    }

    /** The end as the clocks of the place show it. */
    public ZonedDateTime localEnd() {
        return local().plusMinutes(minutes);
    }

    /** Whether it can be booked at this moment, as far as is known. */
    public boolean open() {
        return waiting && (standing == Standing.FIRST_TO_ANSWER || standing == Standing.STILL_FREE);
    }

    /** Whether whoever was offered it has it, be the deposit still to pay. */
    public boolean taken() {
        return standing == Standing.BOOKED || standing == Standing.TO_PAY;
    }

    /** Names nobody: it is personal. */
    @Override
    public String toString() {
        return "OfferedTime[" + standing + "]";
    }
}
