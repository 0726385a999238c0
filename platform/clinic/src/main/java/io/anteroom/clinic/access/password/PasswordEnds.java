package io.anteroom.clinic.access.password;

import io.anteroom.clinic.access.credential.VerifiedCredentialGone;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditLog;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends the password of an account that loses an address with which somebody signed in. */
@Component
class PasswordEnds {

    private final PasswordRows rows;
    private final AuditLog log;

    PasswordEnds(PasswordRows rows, AuditLog log) {
        this.rows = rows;
        this.log = log;
    }

    /** Within the transaction of the act. */
    @EventListener
    void gone(VerifiedCredentialGone event) {
        rows.of(event.account()).ifPresent(stored -> {
            rows.remove(event.account());
            log.record(
                    event.by(),
                    event.entry(AuditAction.PASSWORD_REMOVED)
                            .with("Before", PasswordTraces.words(stored))
                            .with("After", PasswordTraces.NONE));
        });
    }
}
