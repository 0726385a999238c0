package io.anteroom.clinic.audit;

import io.anteroom.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which staff opened whose record, in the clinic's log: the first time on each day in the clinic's zone, so that who looked
 * can be told and the log stays readable.
 */
@Component
public class OpenedRecords {

    private final AuditLog log;
    private final Clock clock;

    OpenedRecords(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Notes that somebody is shown the record of that number; one statement. */
    @Transactional
    public void note(long patient, Actor.Staff by) {
        var zone = CurrentTenant.get().zone();
        var today =
                LocalDate.ofInstant(clock.instant(), zone).atStartOfDay(zone).toInstant();
        log.recordOnce(by, AuditEntry.ofRecord(AuditAction.RECORD_OPENED, patient), today);
    }
}
