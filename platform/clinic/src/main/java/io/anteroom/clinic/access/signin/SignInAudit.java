package io.anteroom.clinic.access.signin;

import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.credential.Credentials.Proved;
import io.anteroom.clinic.access.session.SessionId;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import org.springframework.stereotype.Component;

/** What the audit log says about codes. */
@Component
class SignInAudit {

    private final AuditLog log;
    private final Accounts accounts;

    SignInAudit(AuditLog log, Accounts accounts) {
        this.log = log;
        this.accounts = accounts;
    }

    /** The first right code for an address, and the session it began. */
    void verified(Proved proved, SessionId session) {
        verified(proved, AuditEntry.of(AuditAction.CREDENTIAL_VERIFIED, "portal-session", session));
    }

    /** The same where it was one of two steps. */
    void verified(Proved proved) {
        verified(proved, AuditEntry.of(AuditAction.CREDENTIAL_VERIFIED, "portal-account", proved.account()));
    }

    private void verified(Proved proved, AuditEntry entry) {
        var person = accounts.person(proved.account());
        log.record(
                person.actor(),
                person.about(entry).with("Address", proved.channel().word()));
    }
}
