package io.anteroom.clinic.patient.intake;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Marks the staged rows whose patients are known already: the same number in the other system, or the same name and birth
 * date. Called within a transaction.
 */
@Component
class Duplicates {

    private final JdbcClient jdbc;

    Duplicates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Marks the rows whose patients have a record. */
    void markKnownPatients(ImportId id) {
        mark(id, """
                update __tenant__.patient_import_row r
                set verdict = 'duplicate', problems = array['There is a patient with this number already']
                where r.import_id = ? and r.verdict = 'ready' and r.external_id is not null
                    and exists (select 1 from __tenant__.patient p where p.external_id = r.external_id)""");
        mark(id, """
                update __tenant__.patient_import_row r
                set verdict = 'duplicate', problems = array['There is a patient with this name and birth date already']
                where r.import_id = ? and r.verdict = 'ready'
                    and exists (select 1 from __tenant__.patient p where p.family_key = r.family_key
                        and p.given_key = r.given_key and p.birth_date = r.birth_date)""");
    }

    /** Marks the rows whose patients stand further up in the file. Materialized, else it may be worked out per row. */
    void markRepeatedRows(ImportId id) {
        mark(id, """
                with f as materialized (
                    select line, min(line) over (partition by external_id) as first
                    from __tenant__.patient_import_row
                    where import_id = ? and verdict = 'ready' and external_id is not null)
                update __tenant__.patient_import_row r
                set verdict = 'duplicate', problems = array['Line ' || f.first || ' has the same number']
                from f where r.import_id = ? and r.line = f.line and f.first < f.line""");
        mark(id, """
                with f as materialized (
                    select line, min(line) over (partition by family_key, given_key, birth_date) as first
                    from __tenant__.patient_import_row where import_id = ? and verdict = 'ready')
                update __tenant__.patient_import_row r
                set verdict = 'duplicate', problems = array['Line ' || f.first || ' has the same name and birth date']
                from f where r.import_id = ? and r.line = f.line and f.first < f.line""");
    }

    private void mark(ImportId id, String sql) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql);
        sql.chars().filter(letter -> letter == '?').forEach(_ -> statement.param(id.value()));
        statement.update();
    }
}
