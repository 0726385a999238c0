package io.anteroom.clinic.audit;

import io.anteroom.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody may do many times a day and the log says once: who looked at what, the first time on each day in the clinic's
 * zone, so that it can be told and the log stays readable.
 */
@Component
public class OncePerDay {

    private final AuditLog log;
    private final Clock clock;

    OncePerDay(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Notes it unless the same person did the same to the same thing today; one statement. The entry names a patient. */
    @Transactional
    public void note(Actor by, AuditEntry entry) {
        var zone = CurrentTenant.get().zone();
        var today =
                LocalDate.ofInstant(clock.instant(), zone).atStartOfDay(zone).toInstant();
        log.recordOnce(by, entry, today);
    }
}
