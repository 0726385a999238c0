package io.anteroom.clinic.access.recovery;

import io.anteroom.clinic.access.credential.VerifiedCredentialGone;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditLog;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends the printed codes of an account that loses an address with which somebody signed in. */
@Component
class RecoveryCodesEnd {

    private final RecoveryRows rows;
    private final AuditLog log;

    RecoveryCodesEnd(RecoveryRows rows, AuditLog log) {
        this.rows = rows;
        this.log = log;
    }

    /** Within the transaction of the act. */
    @EventListener
    void gone(VerifiedCredentialGone event) {
        rows.of(event.account()).ifPresent(set -> {
            rows.remove(set.id());
            log.record(
                    event.by(),
                    event.entry(AuditAction.RECOVERY_CODES_REMOVED)
                            .with("Before", RecoveryTraces.left(set.left()))
                            .with("After", "none"));
        });
    }
}
