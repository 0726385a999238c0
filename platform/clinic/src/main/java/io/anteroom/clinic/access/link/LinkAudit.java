package io.anteroom.clinic.access.link;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.tenancy.CurrentTenant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What the audit log says about links. */
@Component
class LinkAudit {

    static final Actor HOLDER = new Actor.System("Whoever has the link");

    private final AuditLog log;

    LinkAudit(AuditLog log) {
        this.log = log;
    }

    void made(PatientLink link, Actor.Staff by) {
        var until = LocalDate.ofInstant(link.expiresAt(), CurrentTenant.get().zone());
        log.record(by, entry(AuditAction.PATIENT_LINK_MADE, link).with("Works until", until.toString()));
    }

    void sent(PatientLink link, SignInAddress to, Actor.Staff by) {
        log.record(
                by,
                entry(AuditAction.PATIENT_LINK_SENT, link)
                        .with("By", to.channel() == CredentialChannel.EMAIL ? "email" : "text message")
                        .with("To", to.value()));
    }

    void revoked(PatientLink link, Actor.Staff by) {
        log.record(by, entry(AuditAction.PATIENT_LINK_REVOKED, link));
    }

    void used(PatientLink link, SignInAddress with, Actor by) {
        log.record(by, entry(AuditAction.PATIENT_LINK_USED, link).with("With", with.value()));
    }

    void wrongDate(PatientLink link, int left) {
        log.record(HOLDER, refusal(link, "the date of birth was wrong").with("Tries left", Integer.toString(left)));
    }

    /** A code was right, and the link let nobody in all the same. */
    void refused(PatientLink link, String because) {
        log.record(HOLDER, refusal(link, because));
    }

    private static AuditEntry refusal(PatientLink link, String because) {
        return entry(AuditAction.PATIENT_LINK_REFUSED, link).with("Because", because);
    }

    private static AuditEntry entry(AuditAction action, PatientLink link) {
        return AuditEntry.of(action, "patient-link", link.id())
                .ofPatient(link.patient().value())
                .with("Kind", link.kind().words());
    }
}
