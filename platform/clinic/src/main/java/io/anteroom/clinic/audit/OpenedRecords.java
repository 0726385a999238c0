package io.anteroom.clinic.audit;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which staff opened whose record, once a day in the clinic's log. */
@Component
public class OpenedRecords {

    private final OncePerDay once;

    OpenedRecords(OncePerDay once) {
        this.once = once;
    }

    /** Notes that somebody is shown the record of that number; one statement. */
    @Transactional
    public void note(long patient, Actor.Staff by) {
        once.note(by, AuditEntry.ofRecord(AuditAction.RECORD_OPENED, patient));
    }
}
