package io.anteroom.clinic.profile;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.patient.PatientField;
import io.anteroom.clinic.patient.PatientId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the log says of wishes to have contact details changed. */
@Component
class ProfileAudit {

    private static final String SUBJECT = "profile-change";

    private final AuditLog log;

    ProfileAudit(AuditLog log) {
        this.log = log;
    }

    void asked(ProfileChangeId id, PatientId patient, List<FieldChange> fields, Actor by) {
        var entry = AuditEntry.of(AuditAction.PROFILE_CHANGE_ASKED, SUBJECT, id).ofPatient(patient.value());
        for (var field : fields) {
            entry = entry.with(field.field().label(), shown(field.before()) + " → " + shown(field.wanted()));
        }
        log.record(by, entry);
    }

    void takenBack(ProfileChange change, Actor by) {
        log.record(
                by,
                AuditEntry.of(AuditAction.PROFILE_CHANGE_TAKEN_BACK, SUBJECT, change.id())
                        .ofPatient(change.patient().value()));
    }

    void answered(ProfileChange change, List<PatientField> approved, Actor by) {
        Map<Boolean, String> labels = change.fields().stream()
                .map(FieldChange::field)
                .collect(Collectors.partitioningBy(
                        approved::contains, Collectors.mapping(PatientField::label, Collectors.joining(", "))));
        var entry = AuditEntry.of(AuditAction.PROFILE_CHANGE_ANSWERED, SUBJECT, change.id())
                .ofPatient(change.patient().value());
        for (var line : Map.of("Agreed", true, "Refused", false).entrySet()) {
            var told = labels.getOrDefault(line.getValue(), "");
            if (!told.isEmpty()) {
                entry = entry.with(line.getKey(), told);
            }
        }
        log.record(by, entry);
    }

    private static String shown(String text) {
        return text.isEmpty() ? "nothing" : text.replace("\n", ", ");
    }
}
