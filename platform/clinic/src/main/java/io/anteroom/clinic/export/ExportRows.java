package io.anteroom.clinic.export;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.language.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Copies as they are read and written. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ExportRows {

    private static final String READ = """
            select id, patient_id, account_id, own, language, asked_at, made_at, expires_at, size
              from __tenant__.patient_export where\s""";

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
        return jdbc.sql(
                        READ
                                + "account_id = :account and patient_id = :patient and state <> 'gone' order by id desc limit 1")
                .param("patient", patient.value())
                .param("account", account.value())
                .query((row, _) -> export(row))
                .optional();
    }

    /** One that is not gone. */
    Optional<PatientExport> find(ExportId id) {
        return jdbc.sql(READ + "id = :id and state <> 'gone'")
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

    ExportId add(PatientId patient, AccountId account, boolean own, Language language, Instant now) {
        return new ExportId(jdbc.sql("""
                        insert into __tenant__.patient_export (patient_id, account_id, own, language, asked_at, state)
                        values (:patient, :account, :own, :language, :now, 'asked') returning id""")
                .param("patient", patient.value())
                .param("account", account.value())
                .param("own", own)
                .param("language", language.tag())
                .param("now", sql(now))
                .query(Long.class)
                .single());
    }

    void ready(ExportId id, long size, Instant now, Instant expires) {
        jdbc.sql("""
                        update __tenant__.patient_export
                           set state = 'ready', made_at = :now, expires_at = :expires, size = :size where id = :id""")
                .param("id", id.value())
                .param("size", size)
                .param("now", sql(now))
                .param("expires", sql(expires))
                .update();
    }

    /** Forgets its bytes, for good. */
    void gone(ExportId id) {
        removePieces(id);
        jdbc.sql("update __tenant__.patient_export set state = 'gone' where id = :id")
                .param("id", id.value())
                .update();
    }

    void removePieces(ExportId id) {
        jdbc.sql("delete from __tenant__.patient_export_piece where export_id = :id")
                .param("id", id.value())
                .update();
    }

    void addPiece(ExportId id, int position, byte[] bytes) {
        jdbc.sql(
                        "insert into __tenant__.patient_export_piece (export_id, position, bytes) values (:id, :position, :bytes)")
                .param("id", id.value())
                .param("position", position)
                .param("bytes", bytes)
                .update();
    }

    Optional<byte[]> piece(ExportId id, int position) {
        return jdbc.sql(
                        "select bytes from __tenant__.patient_export_piece where export_id = :id and position = :position")
                .param("id", id.value())
                .param("position", position)
                .query((row, _) -> row.getBytes("bytes"))
                .optional();
    }

    private static PatientExport export(ResultSet row) throws SQLException {
        var made = instantOrNull(row, "made_at");
        return new PatientExport(
                new ExportId(row.getLong("id")),
                new PatientId(row.getLong("patient_id")),
                new AccountId(row.getLong("account_id")),
                row.getBoolean("own"),
                Language.of(row.getString("language")).orElse(Language.ENGLISH),
                instant(row, "asked_at"),
                made == null ? null : new PatientExport.Ready(made, instant(row, "expires_at"), row.getLong("size")));
    }
}
