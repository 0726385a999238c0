package io.anteroom.clinic.export;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.export.content.CopyReach;
import io.anteroom.clinic.file.FileId;
import io.anteroom.clinic.file.StoredFile;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.language.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Copies as they are read and written. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ExportRows {

    private static final String READ = """
            select id, patient_id, account_id, own, level, scope, language, asked_at, made_at, expires_at, file_id, size
              from __tenant__.patient_export where\s""";

    /** While a release is replaced, the former one may yet make copies of the former kind, which are fetched no more. */
    private static final String THERE = "(state = 'asked' or state = 'ready' and file_id is not null)";

    private final JdbcClient jdbc;

    ExportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the lock that orders those who ask for the same patient's. */
    void lock(PatientId patient) {
        jdbc.sql("select id from __tenant__.patient where id = :patient for no key update")
                .param("patient", patient.value())
                .query(Long.class)
                .single();
    }

    Optional<PatientExport> underway(PatientId patient) {
        return jdbc.sql(READ + "patient_id = :patient and state = 'asked'")
                .param("patient", patient.value())
                .query((row, _) -> export(row))
                .optional();
    }

    /** The last of that patient that this account asked for, unless it is gone. */
    Optional<PatientExport> last(PatientId patient, AccountId account) {
        return jdbc.sql(READ + "account_id = :account and patient_id = :patient and " + THERE
                        + " order by id desc limit 1")
                .param("patient", patient.value())
                .param("account", account.value())
                .query((row, _) -> export(row))
                .optional();
    }

    /** One that is not gone. */
    Optional<PatientExport> find(ExportId id) {
        return jdbc.sql(READ + "id = :id and " + THERE)
                .param("id", id.value())
                .query((row, _) -> export(row))
                .optional();
    }

    /** One that is yet to be made, with its lock. */
    Optional<PatientExport> take(ExportId id) {
        return jdbc.sql(READ + "id = :id and state = 'asked' for update")
                .param("id", id.value())
                .query((row, _) -> export(row))
                .optional();
    }

    /** How often this account has asked for that patient's since then; those that are gone count. */
    long askedSince(PatientId patient, AccountId account, Instant since) {
        return jdbc.sql("""
                        select count(*) from __tenant__.patient_export
                         where account_id = :account and patient_id = :patient and asked_at >= :since""")
                .param("patient", patient.value())
                .param("account", account.value())
                .param("since", sql(since))
                .query(Long.class)
                .single();
    }

    ExportId add(PatientId patient, AccountId account, CopyReach reach, Language language, Instant now) {
        return new ExportId(jdbc.sql("""
                        insert into __tenant__.patient_export
                            (patient_id, account_id, own, level, scope, language, asked_at, state)
                        values (:patient, :account, :own, :level, :scope, :language, :now, 'asked') returning id""")
                .param("patient", patient.value())
                .param("account", account.value())
                .param("own", reach.own())
                .param("level", reach.level().stored())
                .param(
                        "scope",
                        reach.scopes().stream()
                                .sorted()
                                .map(AccessScope::stored)
                                .toArray(String[]::new))
                .param("language", language.tag())
                .param("now", sql(now))
                .query(Long.class)
                .single());
    }

    void ready(ExportId id, StoredFile file, Instant now, Instant expires) {
        jdbc.sql("""
                        update __tenant__.patient_export
                           set state = 'ready', made_at = :now, expires_at = :expires, file_id = :file, size = :size where id = :id""")
                .param("id", id.value())
                .param("file", file.id().value())
                .param("size", file.size())
                .param("now", sql(now))
                .param("expires", sql(expires))
                .update();
    }

    /** Forgets it; its file is for the caller to let go. */
    void gone(ExportId id) {
        jdbc.sql("delete from __tenant__.patient_export_piece where export_id = :id") // of the former release
                .param("id", id.value())
                .update();
        jdbc.sql("update __tenant__.patient_export set state = 'gone', file_id = null where id = :id")
                .param("id", id.value())
                .update();
    }

    private static PatientExport export(ResultSet row) throws SQLException {
        return new PatientExport(
                new ExportId(row.getLong("id")),
                new PatientId(row.getLong("patient_id")),
                new AccountId(row.getLong("account_id")),
                new CopyReach(
                        row.getBoolean("own"),
                        AccessLevel.of(row.getString("level")),
                        AccessScope.ofStored(row.getArray("scope"))),
                Language.of(row.getString("language")).orElse(Language.ENGLISH),
                instant(row, "asked_at"),
                ready(row));
    }

    private static PatientExport.@Nullable Ready ready(ResultSet row) throws SQLException {
        var made = instantOrNull(row, "made_at");
        return made == null
                ? null
                : new PatientExport.Ready(
                        made, instant(row, "expires_at"), new FileId(row.getLong("file_id")), row.getLong("size"));
    }
}
