package io.anteroom.clinic.access.grant;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.grant.GrantRows.Grant;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.tenancy.CurrentTenant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the audit log says about access to records. */
@Component
class GrantAudit {

    private final AuditLog log;
    private final Accounts accounts;

    GrantAudit(AuditLog log, Accounts accounts) {
        this.log = log;
        this.accounts = accounts;
    }

    void accessGiven(PatientId patient, AccountId account, @Nullable GrantTerms before, GrantTerms after, Actor by) {
        var entry =
                AuditEntry.ofRecord(AuditAction.ACCESS_GRANTED, patient.value()).with("To", name(account, after));
        if (before != null) {
            entry = entry.with("Before", before.inWords(zone()));
        }
        log.record(by, entry.with("Access", after.inWords(zone())));
    }

    void accessEnded(Grant grant, GrantEnd because, Actor by) {
        log.record(
                by,
                AuditEntry.ofRecord(AuditAction.ACCESS_ENDED, grant.patient().value())
                        .with("Of", name(grant.account(), grant.terms()))
                        .with("Access", grant.terms().inWords(zone()))
                        .with("Because", because.stored().replace('-', ' ')));
    }

    private String name(AccountId account, GrantTerms terms) {
        return terms.relationship() == Relationship.SELF
                ? "the patient"
                : accounts.person(account).name() + ", " + terms.relationship().stored();
    }

    private static ZoneId zone() {
        return CurrentTenant.get().zone();
    }
}
