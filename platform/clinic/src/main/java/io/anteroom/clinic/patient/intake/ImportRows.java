package io.anteroom.clinic.patient.intake;

import io.anteroom.clinic.patient.EmailAddress;
import io.anteroom.clinic.patient.MobileNumber;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.PatientKeys;
import io.anteroom.clinic.patient.PhoneNumber;
import io.anteroom.clinic.patient.ReadDetails;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The staged rows of files. Called within a transaction. */
@Component
class ImportRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ImportRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void add(ImportId id, List<CsvFile.Row> rows) {
        batches.batchUpdate(
                "insert into __tenant__.patient_import_row (import_id, line, cells, problems) values (?, ?, ?, '{}')",
                rows.stream()
                        .map(row -> new Object[] {
                            id.value(), row.line(), row.cells().toArray(new String[0])
                        })
                        .toList());
    }

    /** Forgets what was found about the rows. */
    void reset(ImportId id) {
        jdbc.sql("update __tenant__.patient_import_row set verdict = null, problems = '{}' where import_id = ?")
                .param(id.value())
                .update();
    }

    /** The next rows that were not checked yet. */
    List<StagedRow> unchecked(ImportId id, int most) {
        return jdbc.sql("""
                        select line, cells, problems from __tenant__.patient_import_row
                        where import_id = ? and verdict is null order by line limit ?""")
                .params(id.value(), most)
                .query((row, _) -> staged(row))
                .list();
    }

    List<StagedRow> first(ImportId id, int most) {
        return jdbc.sql("""
                        select line, cells, problems from __tenant__.patient_import_row
                        where import_id = ? order by line limit ?""")
                .params(id.value(), most)
                .query((row, _) -> staged(row))
                .list();
    }

    List<StagedRow> ofVerdict(ImportId id, Verdict verdict, int most, int offset) {
        return jdbc.sql("""
                        select line, cells, problems from __tenant__.patient_import_row
                        where import_id = ? and verdict = ? order by line limit ? offset ?""")
                .params(id.value(), verdict.code(), most, offset)
                .query((row, _) -> staged(row))
                .list();
    }

    List<StagedRow> leftOut(ImportId id) {
        return jdbc.sql("""
                        select line, cells, problems from __tenant__.patient_import_row
                        where import_id = ? and verdict in ('error', 'duplicate') order by line""").param(id.value()).query((row, _) -> staged(row)).list();
    }

    /**
     * Puts checked rows in the place of unchecked ones. One by one they would be found by a plan kept from when the table
     * was empty, which looks at every row for each.
     *
     * @param rows in the file's order and without a gap
     */
    void noteVerdicts(ImportId id, List<Checked> rows) {
        jdbc.sql("delete from __tenant__.patient_import_row where import_id = ? and line between ? and ?")
                .params(
                        id.value(),
                        rows.getFirst().row().line(),
                        rows.getLast().row().line())
                .update();
        batches.batchUpdate("""
                insert into __tenant__.patient_import_row
                    (import_id, line, cells, verdict, problems, external_id, given_name, family_name, preferred_name,
                     birth_date, gender, email, mobile, home_phone, phone, address, alerts, family_key, given_key, search)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as tsvector))""", rows.stream().map(row -> row.parameters(id)).toList());
    }

    void deleteReady(ImportId id) {
        jdbc.sql("delete from __tenant__.patient_import_row where import_id = ? and verdict = 'ready'")
                .param(id.value())
                .update();
    }

    void deleteAll(ImportId id) {
        jdbc.sql("delete from __tenant__.patient_import_row where import_id = ?")
                .param(id.value())
                .update();
    }

    private static StagedRow staged(ResultSet row) throws SQLException {
        return new StagedRow(
                row.getInt("line"),
                ImportFiles.texts(row.getArray("cells")),
                ImportFiles.texts(row.getArray("problems")));
    }

    /** A row and what it was read as. */
    record Checked(StagedRow row, ReadDetails read) {

        private static final int COLUMNS = 20;

        private Object[] parameters(ImportId id) {
            return switch (read) {
                case ReadDetails.Fine(PatientDetails patient) -> fine(id, patient);
                case ReadDetails.Faulty(List<ReadDetails.Fault> faults) -> faulty(id, faults);
            };
        }

        private Object[] faulty(ImportId id, List<ReadDetails.Fault> faults) {
            String[] problems = faults.stream()
                    .map(fault -> fault.field().label() + ": " + fault.message())
                    .toArray(String[]::new);
            return Arrays.copyOf(
                    new Object[] {id.value(), row.line(), cells(), Verdict.ERROR.code(), problems}, COLUMNS);
        }

        private Object[] fine(ImportId id, PatientDetails patient) {
            PatientKeys keys = PatientKeys.of(patient);
            return new Object[] {
                id.value(),
                row.line(),
                cells(),
                Verdict.READY.code(),
                new String[0],
                patient.externalId(),
                patient.givenName(),
                patient.familyName(),
                patient.preferredName(),
                patient.birthDate(),
                patient.gender(),
                text(patient.email(), EmailAddress::value),
                text(patient.mobile(), MobileNumber::value),
                text(patient.homePhone(), PhoneNumber::value),
                text(patient.phone(), PhoneNumber::value),
                patient.address(),
                patient.alerts(),
                keys.familyName(),
                keys.givenName(),
                keys.search()
            };
        }

        private String[] cells() {
            return row.cells().toArray(new String[0]);
        }

        private static <T> @Nullable String text(@Nullable T value, Function<T, String> toText) {
            return value == null ? null : toText.apply(value);
        }
    }
}
