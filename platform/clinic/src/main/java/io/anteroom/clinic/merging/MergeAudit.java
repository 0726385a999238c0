package io.anteroom.clinic.merging;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.merging.MergeSide.Opening;
import io.anteroom.clinic.merging.MergeSide.SignsInWith;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the audit log says of two records that became one, on both. Changed details and access have entries of their own. */
@Component
class MergeAudit {

    private final AuditLog log;

    MergeAudit(AuditLog log) {
        this.log = log;
    }

    void merged(MergePlan plan, Actor.Staff by) {
        log.record(
                by,
                told(
                        AuditEntry.ofRecord(
                                        AuditAction.PATIENT_MERGED,
                                        plan.goes().id().value())
                                .with("Before", name(plan.goes()))
                                .with("After", "part of " + name(plan.stays())),
                        plan));
        log.record(
                by,
                told(
                        AuditEntry.ofRecord(
                                        AuditAction.PATIENT_TOOK_IN,
                                        plan.stays().id().value())
                                .with("Before", "two records")
                                .with("After", "one record, with what was on " + name(plan.goes())),
                        plan));
    }

    private static AuditEntry told(AuditEntry entry, MergePlan plan) {
        var account = plan.account();
        var told = entry.with(
                        "Invoices moved", Long.toString(plan.goes().money().invoices()))
                .with("Appointments moved", Long.toString(plan.goes().bookings().all()));
        told = with(
                told,
                "Access moved",
                plan.moving().stream().map(MergeAudit::words).toList());
        told = with(
                told,
                "Access ended",
                plan.ending().stream().map(MergeAudit::words).toList());
        if (account.closes() != null) {
            told = told.with("Account closed", account.closes().account().toString());
        }
        told = with(told, "Sign-in addresses moved", addresses(account.moving()));
        return with(told, "Sign-in addresses freed", addresses(account.freed()));
    }

    private static AuditEntry with(AuditEntry entry, String label, List<String> values) {
        return values.isEmpty() ? entry : entry.with(label, String.join("; ", values));
    }

    private static List<String> addresses(List<SignsInWith> credentials) {
        return credentials.stream().map(one -> one.address().value()).toList();
    }

    private static String words(Opening opening) {
        var terms = opening.terms();
        return Objects.requireNonNullElse(opening.name(), "account " + opening.account()) + ", "
                + lower(terms.relationship()) + ", " + lower(terms.level()) + ": "
                + terms.scopes().stream().sorted().map(MergeAudit::lower).collect(Collectors.joining(", "));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String name(MergeSide side) {
        return side.details().fullName() + ", born " + side.details().birthDate() + ", number " + side.id();
    }
}
