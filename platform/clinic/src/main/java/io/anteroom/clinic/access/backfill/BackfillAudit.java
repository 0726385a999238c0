package io.anteroom.clinic.access.backfill;

import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the audit log says about backfills: each as a whole, and each credential on its patient's record. */
@Component
class BackfillAudit {

    private final AuditLog log;

    BackfillAudit(AuditLog log) {
        this.log = log;
    }

    void set(BackfillRun run, List<Address> addresses) {
        log.recordAll(
                run.by(),
                addresses.stream()
                        .map(one -> AuditEntry.ofRecord(AuditAction.CREDENTIAL_SET, one.patient())
                                .with("After", one.value())
                                .with("From", "the contact details, backfill " + run.id()))
                        .toList());
    }

    void takenBack(BackfillRun run, List<Address> addresses) {
        log.recordAll(
                run.by(),
                addresses.stream()
                        .map(one -> AuditEntry.ofRecord(AuditAction.CREDENTIAL_REMOVED, one.patient())
                                .with("Before", one.value())
                                .with("Because", "backfill " + run.id() + " was taken back"))
                        .toList());
    }

    void ran(BackfillRun run, BackfillCounts counts) {
        log.record(
                run.by(),
                AuditEntry.of(AuditAction.CREDENTIALS_BACKFILLED, "credential-backfill", run.id())
                        .with("Set", number(counts.of(BackfillOutcome.SET)))
                        .with("For patients", number(counts.patients()))
                        .with("Shared", number(counts.of(BackfillOutcome.SHARED)))
                        .with("Taken", number(counts.of(BackfillOutcome.TAKEN)))
                        .with("Unreadable", number(counts.of(BackfillOutcome.UNREADABLE))));
    }

    void undone(BackfillRun run, BackfillCounts counts) {
        log.record(
                run.by(),
                AuditEntry.of(AuditAction.CREDENTIALS_BACKFILL_UNDONE, "credential-backfill", run.id())
                        .with("Taken back", number(counts.of(BackfillOutcome.UNDONE)))
                        .with("Left, since in use", number(counts.of(BackfillOutcome.IN_USE))));
    }

    private static String number(long number) {
        return Long.toString(number);
    }

    /** What was set or taken back. */
    record Address(long patient, String value) {

        /** Names nobody: it is personal. */
        @Override
        public String toString() {
            return "Address[" + patient + "]";
        }
    }
}
