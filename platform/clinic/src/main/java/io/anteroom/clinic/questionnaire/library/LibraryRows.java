package io.anteroom.clinic.questionnaire.library;

import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.VersionId;
import io.anteroom.clinic.questionnaire.library.LibraryEntry.DraftNote;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of questionnaires, their versions and drafts. */
@Repository
class LibraryRows {

    private static final String ENTRIES = """
            select q.id, q.title, q.state, v.id as version_id, v.number, v.title as version_title, v.published_at, v.published_by,
                   d.changed_at, d.changed_by,
                   (select count(*) from __tenant__.questionnaire_assignment a
                      join __tenant__.questionnaire_version o on o.id = a.version_id
                     where o.questionnaire_id = q.id and a.state in ('not_started', 'in_progress')) as unsent
              from __tenant__.questionnaire q
              left join lateral (select n.id, n.number, n.title, n.published_at, n.published_by
                                   from __tenant__.questionnaire_version n
                                  where n.questionnaire_id = q.id order by n.number desc limit 1) v on true
              left join __tenant__.questionnaire_draft d on d.questionnaire_id = q.id""";

    private final JdbcClient jdbc;

    LibraryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A draft as it is stored. */
    record StoredDraft(String fhir, int revision, Instant changedAt, String changedBy) {}

    List<LibraryEntry> all(int most) {
        return jdbc.sql(ENTRIES + " order by q.state = 'retired', lower(q.title), q.id limit ?")
                .param(most)
                .query((row, _) -> entry(row))
                .list();
    }

    Optional<LibraryEntry> find(QuestionnaireId id) {
        return jdbc.sql(ENTRIES + " where q.id = ?")
                .param(id.value())
                .query((row, _) -> entry(row))
                .optional();
    }

    List<LibraryVersion> versions(QuestionnaireId id) {
        return jdbc.sql("""
                        select v.id as version_id, v.number, v.title as version_title, v.published_at, v.published_by,
                               (select count(*) from __tenant__.questionnaire_assignment a
                                 where a.version_id = v.id and a.state = 'completed') as answered
                          from __tenant__.questionnaire_version v where v.questionnaire_id = ? order by v.number desc""")
                .param(id.value())
                .query((row, _) -> version(row, row.getLong("answered")))
                .list();
    }

    /** The document of one version, or of the newest where no number is given. */
    Optional<String> document(QuestionnaireId id, @Nullable Integer number) {
        String documents = "select fhir from __tenant__.questionnaire_version where questionnaire_id = ?";
        var asked = number == null
                ? jdbc.sql(documents + " order by number desc limit 1").param(id.value())
                : jdbc.sql(documents + " and number = ?").param(id.value()).param(number);
        return asked.query(String.class).optional();
    }

    QuestionnaireId add(String title, Instant now, String by) {
        return new QuestionnaireId(
                jdbc.sql("""
                        insert into __tenant__.questionnaire (title, state, created_at, created_by)
                        values (?, 'draft', ?, ?) returning id""").params(title, utc(now), by).query(Long.class).single());
    }

    /** The draft, which nobody else changes until this transaction ends. */
    Optional<StoredDraft> draftToChange(QuestionnaireId id) {
        return draft(id, " for update");
    }

    Optional<StoredDraft> draft(QuestionnaireId id) {
        return draft(id, "");
    }

    private Optional<StoredDraft> draft(QuestionnaireId id, String lock) {
        return jdbc.sql("select fhir, revision, changed_at, changed_by from __tenant__.questionnaire_draft"
                        + " where questionnaire_id = ?" + lock)
                .param(id.value())
                .query((row, _) -> new StoredDraft(
                        row.getString("fhir"),
                        row.getInt("revision"),
                        instant(row, "changed_at"),
                        row.getString("changed_by")))
                .optional();
    }

    /** Puts a draft in; whether there was none. */
    boolean addDraft(QuestionnaireId id, String fhir, Instant now, String by) {
        return jdbc.sql("""
                        insert into __tenant__.questionnaire_draft (questionnaire_id, fhir, revision, changed_at, changed_by)
                        values (?, ?, 0, ?, ?) on conflict (questionnaire_id) do nothing""").params(id.value(), fhir, utc(now), by).update() == 1;
    }

    void changeDraft(QuestionnaireId id, String fhir, Instant now, String by) {
        jdbc.sql("""
                        update __tenant__.questionnaire_draft
                           set fhir = ?, revision = revision + 1, changed_at = ?, changed_by = ?
                         where questionnaire_id = ?""").params(fhir, utc(now), by, id.value()).update();
    }

    void removeDraft(QuestionnaireId id) {
        jdbc.sql("delete from __tenant__.questionnaire_draft where questionnaire_id = ?")
                .param(id.value())
                .update();
    }

    /** Takes a questionnaire away that was never published. */
    void remove(QuestionnaireId id) {
        jdbc.sql("delete from __tenant__.questionnaire where id = ?")
                .param(id.value())
                .update();
    }

    /** Has nobody else publish or retire it until this transaction ends. */
    void lock(QuestionnaireId id) {
        jdbc.sql("select id from __tenant__.questionnaire where id = ? for update")
                .param(id.value())
                .query(Long.class)
                .optional();
    }

    /** Retires it, or takes that back; whether it was otherwise. */
    boolean retire(QuestionnaireId id, boolean retired) {
        return jdbc.sql("""
                        update __tenant__.questionnaire q
                           set state = case when ? then 'retired'
                                            when exists (select 1 from __tenant__.questionnaire_version v
                                                          where v.questionnaire_id = q.id) then 'active'
                                            else 'draft' end
                         where id = ? and (state = 'retired') <> ?""").params(retired, id.value(), retired).update() == 1;
    }

    private static LibraryEntry entry(ResultSet row) throws SQLException {
        Instant changed = row.getObject("changed_at") == null ? null : instant(row, "changed_at");
        return new LibraryEntry(
                new QuestionnaireId(row.getLong("id")),
                row.getString("title"),
                row.getString("state").equals("retired"),
                row.getObject("version_id") == null ? null : version(row, 0),
                changed == null ? null : new DraftNote(changed, row.getString("changed_by")),
                row.getLong("unsent"));
    }

    private static LibraryVersion version(ResultSet row, long answered) throws SQLException {
        return new LibraryVersion(
                new VersionId(row.getLong("version_id")),
                row.getInt("number"),
                row.getString("version_title"),
                instant(row, "published_at"),
                row.getString("published_by"),
                answered);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
