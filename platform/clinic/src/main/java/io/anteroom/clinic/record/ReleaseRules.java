package io.anteroom.clinic.record;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the clinic has decided on how entries of each category reach patients. */
@Component
@Transactional
public class ReleaseRules {

    private final JdbcClient jdbc;
    private final AuditLog log;

    ReleaseRules(JdbcClient jdbc, AuditLog log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    /**
     * What holds.
     *
     * @param version counts the changes; a form carries it
     */
    public record Decided(Map<RecordCategory, Release> releases, int version) {

        /** Copies the map. */
        public Decided {
            releases = Map.copyOf(releases);
        }

        /** Of that category. */
        public Release of(RecordCategory category) {
            return Objects.requireNonNull(releases.get(category));
        }
    }

    /** What holds now, of every category. */
    @Transactional(readOnly = true)
    public Decided decided() {
        Map<RecordCategory, Release> all = new EnumMap<>(RecordCategory.class);
        for (RecordCategory category : RecordCategory.values()) {
            all.put(category, category.usual());
        }
        jdbc.sql("select category, rule, days, may_wait from __tenant__.record_release")
                .query((row, _) -> all.put(
                        RecordCategory.of(row.getString("category")),
                        new Release(
                                ReleaseRule.of(row.getString("rule")), row.getInt("days"), row.getBoolean("may_wait"))))
                .list();
        int version = jdbc.sql("select version from __tenant__.record_settings")
                .query(Integer.class)
                .optional()
                .orElse(0);
        return new Decided(all, version);
    }

    Release of(RecordCategory category) {
        return decided().of(category);
    }

    /**
     * Decides anew. What was shared before keeps the rule it was shared by.
     *
     * @param seen the version the form began with
     * @return what somebody else decided meanwhile, in which case nothing was changed
     */
    public Optional<Decided> change(Map<RecordCategory, Release> wanted, int seen, Actor by) {
        jdbc.sql("insert into __tenant__.record_settings (sole) values (true) on conflict (sole) do nothing")
                .update();
        jdbc.sql("select sole from __tenant__.record_settings for no key update")
                .query(Boolean.class)
                .single();
        var before = decided();
        Map<String, String> changes = new LinkedHashMap<>();
        for (RecordCategory category : RecordCategory.values()) {
            Release old = before.of(category);
            Release now = wanted.getOrDefault(category, old);
            if (!old.equals(now)) {
                changes.put(category.words(), words(old) + " \u2192 " + words(now));
            }
        }
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        if (before.version() != seen) {
            return Optional.of(before);
        }
        wanted.forEach(this::save);
        jdbc.sql("update __tenant__.record_settings set version = version + 1").update();
        log.record(by, new AuditEntry(AuditAction.RELEASE_RULES_CHANGED, "record-settings", "", null, changes));
        return Optional.empty();
    }

    private void save(RecordCategory category, Release release) {
        jdbc.sql("""
                        insert into __tenant__.record_release (category, rule, days, may_wait)
                        values (:category, :rule, :days, :wait)
                        on conflict (category) do update
                        set rule = excluded.rule, days = excluded.days, may_wait = excluded.may_wait""")
                .param("category", category.code())
                .param("rule", release.rule().code())
                .param("days", release.days())
                .param("wait", release.mayWait())
                .update();
    }

    private static String words(Release release) {
        return release.words() + (release.mayWait() ? ", patients may wait" : "");
    }
}
