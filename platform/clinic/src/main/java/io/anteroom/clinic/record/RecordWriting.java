package io.anteroom.clinic.record;

import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.file.Files;
import io.anteroom.clinic.patient.PatientId;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How staff write, change and correct entries. Whoever calls has asked for {@code EDIT_RECORDS}. */
@Component
@Transactional
public class RecordWriting {

    private final RecordRows rows;
    private final RecordAudit audit;
    private final RecordNews news;
    private final Files files;
    private final JdbcClient jdbc;
    private final Clock clock;

    RecordWriting(RecordRows rows, RecordAudit audit, RecordNews news, Files files, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.news = news;
        this.files = files;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes a draft. The file of a document is claimed; of a form that is sent twice the second goes by itself.
     *
     * @param attempt of the form, so that one sent twice makes one draft
     */
    public RecordAnswer write(PatientId patient, RecordKind kind, RecordContent content, UUID attempt, Actor.Staff by) {
        var numbered = content.after(null);
        var added = jdbc.sql("""
                        insert into __tenant__.record_entry (attempt, patient_id, kind, category, title, dated_on, body, state,
                                                             written_at, written_by_id, written_by)
                        select :attempt, p.id, :kind, :category, :title, :dated, cast(:body as jsonb), 'draft', :now, :by, :name
                          from __tenant__.patient p where p.id = :patient and not p.merged
                        on conflict (attempt) do nothing returning id""")
                .param("attempt", attempt)
                .param("kind", kind.code())
                .param("category", numbered.category().code())
                .param("title", numbered.title())
                .param("dated", numbered.datedOn())
                .param("body", BodyJson.write(numbered.body()))
                .param("now", sql(clock.instant()))
                .param("by", by.id())
                .param("name", by.name())
                .param("patient", patient.value())
                .query(Long.class)
                .optional();
        if (added.isPresent()) {
            var id = new RecordId(added.get());
            claim(numbered.body(), null);
            audit.acted(AuditAction.ENTRY_WRITTEN, patient, id, by);
            return new RecordAnswer.Done(id);
        }
        return jdbc.sql("select id from __tenant__.record_entry where attempt = :attempt and patient_id = :patient")
                .param("attempt", attempt)
                .param("patient", patient.value())
                .query(Long.class)
                .optional()
                .<RecordAnswer>map(id -> new RecordAnswer.Done(new RecordId(id)))
                .orElseGet(RecordAnswer.Gone::new);
    }

    /**
     * Changes a draft in place, or corrects what was shared: then what it said before is kept.
     *
     * @param seen the version the form began with
     * @param correction what is mended, for the patient to read; asked for of what was shared, and of a draft nothing
     */
    public RecordAnswer change(
            PatientId patient,
            RecordId id,
            int seen,
            RecordContent content,
            @Nullable String correction,
            Actor.Staff by) {
        var found = rows.take(patient, id);
        if (found.isEmpty()) {
            return new RecordAnswer.Gone();
        }
        var entry = found.get();
        if (entry.state() == RecordState.WITHDRAWN) {
            return new RecordAnswer.NotNow(entry);
        }
        var numbered = content.after(entry.content().body());
        if (numbered.equals(entry.content())) {
            return new RecordAnswer.Done(id);
        }
        if (entry.version() != seen) {
            return new RecordAnswer.Meanwhile(entry);
        }
        boolean draft = entry.state() == RecordState.DRAFT;
        claim(numbered.body(), entry.content().body());
        if (draft) {
            release(entry.content().body(), numbered.body());
            save(entry, numbered, entry.edition(), null, by);
            audit.acted(AuditAction.ENTRY_CHANGED, patient, id, by);
        } else {
            keep(entry);
            save(entry, numbered, entry.edition() + 1, correction, by);
            audit.acted(AuditAction.ENTRY_CORRECTED, patient, id, by);
            tell(entry);
        }
        return new RecordAnswer.Done(id);
    }

    /** Deletes a draft; what was shared is withdrawn instead. */
    public RecordAnswer discard(PatientId patient, RecordId id, Actor.Staff by) {
        return rows.take(patient, id)
                .map(entry -> {
                    if (entry.state() != RecordState.DRAFT) {
                        return new RecordAnswer.NotNow(entry);
                    }
                    jdbc.sql("delete from __tenant__.record_step where entry_id = :id")
                            .param("id", id.value())
                            .update();
                    jdbc.sql("delete from __tenant__.record_entry where id = :id")
                            .param("id", id.value())
                            .update();
                    release(entry.content().body(), null);
                    audit.acted(AuditAction.ENTRY_DISCARDED, patient, id, by);
                    return (RecordAnswer) new RecordAnswer.Done(id);
                })
                .orElseGet(RecordAnswer.Gone::new);
    }

    private void claim(RecordBody now, @Nullable RecordBody before) {
        if (now instanceof RecordBody.SharedFile file && !sameFile(file, before)) {
            files.claim(file.id());
        }
    }

    /** What a draft no longer says is nobody's; of what was shared, former editions are kept with their files. */
    private void release(RecordBody before, @Nullable RecordBody now) {
        if (before instanceof RecordBody.SharedFile file && !sameFile(file, now)) {
            files.release(file.id());
        }
    }

    private static boolean sameFile(RecordBody.SharedFile file, @Nullable RecordBody other) {
        return other instanceof RecordBody.SharedFile one && one.file() == file.file();
    }

    private void keep(RecordEntry entry) {
        jdbc.sql("""
                        insert into __tenant__.record_former
                            (entry_id, edition, category, title, dated_on, body, written_at, written_by)
                        select e.id, e.edition, e.category, e.title, e.dated_on, e.body, e.written_at, e.written_by
                          from __tenant__.record_entry e where e.id = :id""").param("id", entry.id().value()).update();
    }

    private void save(
            RecordEntry entry, RecordContent content, int edition, @Nullable String correction, Actor.Staff by) {
        jdbc.sql("""
                        update __tenant__.record_entry
                           set category = :category, title = :title, dated_on = :dated, body = cast(:body as jsonb),
                               edition = :edition, correction = cast(:correction as text), written_at = :now,
                               written_by_id = :by, written_by = :name, version = version + 1
                         where id = :id""")
                .param("category", content.category().code())
                .param("title", content.title())
                .param("dated", content.datedOn())
                .param("body", BodyJson.write(content.body()))
                .param("edition", edition)
                .param("correction", correction)
                .param("now", sql(clock.instant()))
                .param("by", by.id())
                .param("name", by.name())
                .param("id", entry.id().value())
                .update();
    }

    private void tell(RecordEntry before) {
        var sharing = before.sharing();
        Instant from = sharing == null ? null : sharing.releasedAt();
        if (from != null) {
            news.tell(before.id(), before.edition() + 1, from);
        }
    }
}
