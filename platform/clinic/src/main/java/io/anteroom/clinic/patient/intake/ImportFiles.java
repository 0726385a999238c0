package io.anteroom.clinic.patient.intake;

import io.anteroom.clinic.patient.DateOrder;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of files on their way in. Called within a transaction. */
@Component
class ImportFiles {

    private static final String SELECT = """
            select id, state, file_name, charset, delimiter, header, mapping, date_order, row_count, checked, imported,
                   duplicates, errors, by_subject, by_name, created_at, finished_at
            from __tenant__.patient_import
            """;
    private static final int MOST_LISTED = 10;

    private final JdbcClient jdbc;

    ImportFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PatientImport file) {
        jdbc.sql("""
                        insert into __tenant__.patient_import
                            (id, state, file_name, charset, delimiter, header, mapping, date_order, row_count, checked,
                             imported, duplicates, errors, by_subject, by_name, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, ?, ?, ?)""")
                .params(List.of(
                        file.id().value(),
                        file.state().code(),
                        file.fileName(),
                        file.charset(),
                        Character.toString(file.delimiter()),
                        file.header().toArray(new String[0]),
                        file.mapping().codes().toArray(new String[0]),
                        file.dateOrder().code(),
                        file.rowCount(),
                        file.bySubject(),
                        file.byName(),
                        file.createdAt().atOffset(ZoneOffset.UTC)))
                .update();
    }

    Optional<PatientImport> find(ImportId id) {
        return jdbc.sql(SELECT + " where id = ?")
                .param(id.value())
                .query((row, _) -> file(row))
                .optional();
    }

    /** Nobody else can change it until the transaction ends. */
    Optional<PatientImport> lock(ImportId id) {
        return jdbc.sql(SELECT + " where id = ? for update")
                .param(id.value())
                .query((row, _) -> file(row))
                .optional();
    }

    /** The newest, at most ten. */
    List<PatientImport> newest() {
        return jdbc.sql(SELECT + " order by created_at desc limit " + MOST_LISTED)
                .query((row, _) -> file(row))
                .list();
    }

    void startChecking(ImportId id, ColumnMapping mapping, DateOrder order) {
        jdbc.sql("""
                        update __tenant__.patient_import
                        set state = 'checking', mapping = ?, date_order = ?, checked = 0, duplicates = 0, errors = 0
                        where id = ?""")
                .params(mapping.codes().toArray(new String[0]), order.code(), id.value())
                .update();
    }

    void noteChecked(ImportId id, int rows) {
        jdbc.sql("update __tenant__.patient_import set checked = checked + ? where id = ?")
                .params(rows, id.value())
                .update();
    }

    void moveTo(ImportId id, ImportState state) {
        jdbc.sql("update __tenant__.patient_import set state = ? where id = ?")
                .params(state.code(), id.value())
                .update();
    }

    void countVerdicts(ImportId id) {
        jdbc.sql("""
                        update __tenant__.patient_import i set duplicates = r.duplicates, errors = r.errors
                        from (select count(*) filter (where verdict = 'duplicate') as duplicates,
                                     count(*) filter (where verdict = 'error') as errors
                              from __tenant__.patient_import_row where import_id = ?) r
                        where i.id = ?""").params(id.value(), id.value()).update();
    }

    void finish(ImportId id, int imported, Instant now) {
        jdbc.sql("update __tenant__.patient_import set state = 'done', imported = ?, finished_at = ? where id = ?")
                .params(imported, now.atOffset(ZoneOffset.UTC), id.value())
                .update();
    }

    void delete(ImportId id) {
        jdbc.sql("delete from __tenant__.patient_import where id = ?")
                .param(id.value())
                .update();
    }

    private static PatientImport file(ResultSet row) throws SQLException {
        return new PatientImport(
                new ImportId(row.getObject("id", UUID.class)),
                ImportState.ofCode(row.getString("state")),
                row.getString("file_name"),
                row.getString("charset"),
                row.getString("delimiter").charAt(0),
                texts(row.getArray("header")),
                ColumnMapping.ofCodes(texts(row.getArray("mapping"))),
                DateOrder.ofCode(row.getString("date_order")).orElseThrow(),
                row.getInt("row_count"),
                row.getInt("checked"),
                row.getInt("imported"),
                row.getInt("duplicates"),
                row.getInt("errors"),
                row.getString("by_subject"),
                row.getString("by_name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("finished_at", OffsetDateTime.class)));
    }

    static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
