package io.anteroom.clinic.scheduling.waitlist;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.scheduling.setup.Changes;
import io.anteroom.clinic.scheduling.setup.SetupResult;
import java.time.Duration;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How long those who were offered a time have it before others are. */
@Component
public class WaitlistRounds {

    /** The shortest a clinic can choose, in minutes. */
    public static final int SHORTEST = 10;

    /** The longest a clinic can choose, in minutes. */
    public static final int LONGEST = 1440;

    private static final int USUAL = 30;

    private final JdbcClient jdbc;
    private final AuditLog log;

    WaitlistRounds(JdbcClient jdbc, AuditLog log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    /**
     * What the clinic has decided.
     *
     * @param version counts the changes of the rules of booking; a form carries it
     */
    public record Decided(int minutes, int version) {}

    /** What holds now. */
    @Transactional(readOnly = true)
    public Decided decided() {
        return jdbc.sql("select waitlist_round_minutes, version from __tenant__.booking_settings")
                .query((row, _) -> new Decided(row.getInt("waitlist_round_minutes"), row.getInt("version")))
                .optional()
                .orElse(new Decided(USUAL, 0));
    }

    Duration length() {
        return Duration.ofMinutes(decided().minutes());
    }

    /**
     * Sets another.
     *
     * @param minutes from {@link #SHORTEST} to {@link #LONGEST}
     * @param seen the version the form began with
     */
    @Transactional
    public SetupResult change(int minutes, int seen, Actor by) {
        jdbc.sql("insert into __tenant__.booking_settings (sole) values (true) on conflict (sole) do nothing")
                .update();
        jdbc.sql("select sole from __tenant__.booking_settings for no key update")
                .query(Boolean.class)
                .single();
        var before = decided();
        var changes = Changes.between(words(before.minutes()), words(minutes));
        if (changes.isEmpty()) {
            return new SetupResult.Saved(0);
        }
        if (before.version() != seen) {
            return new SetupResult.Meanwhile(before.version(), changes);
        }
        jdbc.sql("update __tenant__.booking_settings set waitlist_round_minutes = :minutes, version = version + 1")
                .param("minutes", minutes)
                .update();
        log.record(by, new AuditEntry(AuditAction.BOOKING_SETTINGS_CHANGED, "booking-settings", "", null, changes));
        return new SetupResult.Saved(0);
    }

    private static Map<String, String> words(int minutes) {
        return Map.of("Waitlist: minutes before others are asked", Integer.toString(minutes));
    }
}
