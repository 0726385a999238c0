package io.anteroom.clinic.scheduling.waitlist;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.scheduling.ServiceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who waits.
 *
 * @param serviceName what the service is called now
 * @param wish what would suit
 * @param practitionerName with whom, or null for anyone
 * @param locationName where, or null for anywhere
 * @param patient who would be seen
 * @param account who is offered times
 * @param since since when; whoever waits longest is offered a time first
 */
public record WaitlistEntry(
        WaitlistEntryId id,
        ServiceId service,
        String serviceName,
        Wish wish,
        @Nullable String practitionerName,
        @Nullable String locationName,
        PatientId patient,
        String patientName,
        AccountId account,
        Instant since) {

    /** Names nobody: it is personal. */
    @Override
    public String toString() {
        return "WaitlistEntry[" + id + "]";
    }
}
