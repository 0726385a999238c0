package io.anteroom.clinic.access.passkey;

import io.anteroom.clinic.access.credential.VerifiedCredentialGone;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditLog;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends the passkeys of an account that loses an address with which somebody signed in. */
@Component
class PasskeysEnd {

    private final PasskeyRows rows;
    private final AuditLog log;

    PasskeysEnd(PasskeyRows rows, AuditLog log) {
        this.rows = rows;
        this.log = log;
    }

    /** Within the transaction of the act. */
    @EventListener
    void gone(VerifiedCredentialGone event) {
        rows.removeAll(event.account())
                .forEach(name -> log.record(
                        event.by(), event.entry(AuditAction.PASSKEY_REMOVED).with("Before", name)));
    }
}
