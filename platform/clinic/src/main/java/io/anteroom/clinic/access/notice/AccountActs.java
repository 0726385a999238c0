package io.anteroom.clinic.access.notice;

import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;

/** Acts on an account itself, for the clinic's log. */
public final class AccountActs {

    private AccountActs() {}

    /**
     * An act of the person signed in on their own account. It touches their own record, if they are a patient, and no other:
     * how a guardian signs in is none of the child's history.
     */
    public static AuditEntry entry(AuditAction action, VisibleChart chart) {
        var entry = AuditEntry.of(action, "portal-account", chart.viewer().account());
        return chart.patients().stream()
                .filter(patient -> patient.relationship() == Relationship.SELF)
                .findFirst()
                .map(patient -> entry.ofPatient(patient.id().value()))
                .orElse(entry);
    }
}
