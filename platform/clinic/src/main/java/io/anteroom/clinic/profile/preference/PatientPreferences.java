package io.anteroom.clinic.profile.preference;

import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.patient.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps how patients wish to be reached. Whoever changes it has looked whether the one who asks may. */
@Component
@Transactional
public class PatientPreferences {

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    PatientPreferences(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** What holds for a patient. */
    @Transactional(readOnly = true)
    public Preferences of(PatientId patient) {
        return jdbc.sql("""
                        select reminders, news, quiet_from, quiet_until, version from __tenant__.patient_preferences
                         where patient_id = :patient""")
                .param("patient", patient.value())
                .query((row, _) -> preferences(row))
                .optional()
                .orElse(Preferences.USUAL);
    }

    /**
     * Has a patient reached otherwise, from the next message on.
     *
     * @param wanted with the version that whoever changes it has seen
     */
    public PreferencesChanged change(PatientId patient, Preferences wanted, Actor by) {
        // The record's lock, since as long as nothing was said there is no other row to lock.
        jdbc.sql("select id from __tenant__.patient where id = :patient for no key update")
                .param("patient", patient.value())
                .query(Long.class)
                .single();
        var stored = of(patient);
        if (stored.sameAs(wanted)) {
            return new PreferencesChanged.Saved();
        }
        if (stored.version() != wanted.version()) {
            return new PreferencesChanged.Meanwhile(stored);
        }
        write(patient, wanted, by);
        audit.record(by, told(AuditEntry.ofRecord(AuditAction.PREFERENCES_CHANGED, patient.value()), stored, wanted));
        return new PreferencesChanged.Saved();
    }

    private void write(PatientId patient, Preferences wanted, Actor by) {
        var quiet = wanted.quiet();
        jdbc.sql("""
                        insert into __tenant__.patient_preferences
                            (patient_id, reminders, news, quiet_from, quiet_until, version, changed_at, changed_by)
                        values (:patient, :reminders, :news, :from, :until, 1, :now, :by)
                        on conflict (patient_id) do update set
                            reminders = excluded.reminders, news = excluded.news, quiet_from = excluded.quiet_from,
                            quiet_until = excluded.quiet_until, version = patient_preferences.version + 1,
                            changed_at = excluded.changed_at, changed_by = excluded.changed_by""")
                .param("patient", patient.value())
                .param(
                        "reminders",
                        wanted.reminders().stream().sorted().map(Way::code).toArray(String[]::new))
                .param("news", wanted.news().code())
                .param("from", quiet == null ? null : quiet.from(), Types.TIME)
                .param("until", quiet == null ? null : quiet.until(), Types.TIME)
                .param("now", sql(clock.instant()))
                .param("by", by.name())
                .update();
    }

    private static AuditEntry told(AuditEntry entry, Preferences before, Preferences after) {
        Map<String, String> was = before.words();
        var told = entry;
        for (var line : after.words().entrySet()) {
            var old = was.getOrDefault(line.getKey(), "");
            if (!old.equals(line.getValue())) {
                told = told.with(line.getKey(), old + " → " + line.getValue());
            }
        }
        return told;
    }

    private static Preferences preferences(ResultSet row) throws SQLException {
        var from = row.getObject("quiet_from", LocalTime.class);
        var until = row.getObject("quiet_until", LocalTime.class);
        return new Preferences(
                Arrays.stream((String[]) row.getArray("reminders").getArray())
                        .map(Way::of)
                        .collect(Collectors.toSet()),
                Way.of(row.getString("news")),
                from == null || until == null ? null : new OwnQuietHours(from, until),
                row.getInt("version"));
    }
}
