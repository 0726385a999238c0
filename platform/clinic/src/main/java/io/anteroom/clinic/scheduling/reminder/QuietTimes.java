package io.anteroom.clinic.scheduling.reminder;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.scheduling.setup.Changes;
import io.anteroom.clinic.scheduling.setup.SetupResult;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The clinic's quiet hours. What is planned for them when they change waits until they are over. */
@Component
public class QuietTimes {

    private final JdbcClient jdbc;
    private final AuditLog log;

    QuietTimes(JdbcClient jdbc, AuditLog log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    /**
     * What the clinic has decided.
     *
     * @param version counts the changes; a form carries it
     */
    public record Decided(QuietHours hours, int version) {}

    /** The hours as they are. */
    @Transactional(readOnly = true)
    public QuietHours current() {
        return decided().hours();
    }

    /** The same with their version. */
    @Transactional(readOnly = true)
    public Decided decided() {
        return jdbc.sql("select quiet_from, quiet_until, version from __tenant__.booking_settings")
                .query((row, _) -> new Decided(
                        new QuietHours(
                                row.getObject("quiet_from", LocalTime.class),
                                row.getObject("quiet_until", LocalTime.class)),
                        row.getInt("version")))
                .optional()
                .orElse(new Decided(QuietHours.USUAL, 0));
    }

    /**
     * Sets others.
     *
     * @param seen the version the form began with
     */
    @Transactional
    public SetupResult change(QuietHours wanted, int seen, Actor by) {
        jdbc.sql("insert into __tenant__.booking_settings (sole) values (true) on conflict (sole) do nothing")
                .update();
        jdbc.sql("select sole from __tenant__.booking_settings for no key update")
                .query(Boolean.class)
                .single();
        var before = decided();
        Map<String, String> changes = Changes.between(words(before.hours()), words(wanted));
        if (changes.isEmpty()) {
            return new SetupResult.Saved(0);
        }
        if (before.version() != seen) {
            return new SetupResult.Meanwhile(before.version(), changes);
        }
        jdbc.sql("""
                        update __tenant__.booking_settings
                           set quiet_from = :from, quiet_until = :until, version = version + 1""")
                .param("from", wanted.from())
                .param("until", wanted.until())
                .update();
        log.record(by, new AuditEntry(AuditAction.BOOKING_SETTINGS_CHANGED, "booking-settings", "", null, changes));
        return new SetupResult.Saved(0);
    }

    private static Map<String, String> words(QuietHours hours) {
        return Map.of("Quiet hours", hours.toString());
    }
}
