package io.anteroom.clinic.profile;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the clinic has decided on contact details that patients change. What waits for staff goes on waiting. */
@Component
@Transactional
public class ProfileRules {

    /** Wrong details send letters to strangers, so that a clinic which has not decided looks at them first. */
    private static final Decided USUAL = new Decided(ProfileMode.AFTER_APPROVAL, 0);

    private final JdbcClient jdbc;
    private final AuditLog audit;

    ProfileRules(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * What the clinic has decided.
     *
     * @param version counts the changes; a form carries it
     */
    public record Decided(ProfileMode mode, int version) {}

    /** What holds now. */
    @Transactional(readOnly = true)
    public ProfileMode mode() {
        return decided().mode();
    }

    /** The same with its version. */
    @Transactional(readOnly = true)
    public Decided decided() {
        return jdbc.sql("select changes, version from __tenant__.profile_settings")
                .query((row, _) -> new Decided(ProfileMode.read(row.getString("changes")), row.getInt("version")))
                .optional()
                .orElse(USUAL);
    }

    /**
     * Decides otherwise.
     *
     * @param seen the version the form began with
     * @return {@code false} if somebody else decided meanwhile, which then stands
     */
    public boolean decide(ProfileMode wanted, int seen, Actor by) {
        jdbc.sql("""
                        insert into __tenant__.profile_settings (sole, changes, version) values (true, :usual, 0)
                        on conflict (sole) do nothing""").param("usual", USUAL.mode().code()).update();
        jdbc.sql("select sole from __tenant__.profile_settings for no key update")
                .query(Boolean.class)
                .single();
        var before = decided();
        if (before.mode() == wanted) {
            return true;
        }
        if (before.version() != seen) {
            return false;
        }
        jdbc.sql("update __tenant__.profile_settings set changes = :changes, version = version + 1")
                .param("changes", wanted.code())
                .update();
        audit.record(
                by,
                AuditEntry.of(AuditAction.PROFILE_SETTINGS_CHANGED, "profile-settings", "")
                        .with("Changes by patients", before.mode().code() + " → " + wanted.code()));
        return true;
    }
}
