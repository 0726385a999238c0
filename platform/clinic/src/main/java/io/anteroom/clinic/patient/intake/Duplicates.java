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

    /** Marks the rows whose patients stand further up in the file. */
    void markRepeatedRows(ImportId id) {
        mark(id, """
                update __tenant__.patient_import_row r
                set verdict = 'duplicate', problems = array['Line ' || f.line || ' has the same number']
                from (select external_id, min(line) as line from __tenant__.patient_import_row
                      where import_id = ? and verdict = 'ready' and external_id is not null group by external_id) f
                where r.import_id = ? and r.verdict = 'ready' and r.external_id = f.external_id and r.line > f.line""");
        mark(id, """
                update __tenant__.patient_import_row r
                set verdict = 'duplicate', problems = array['Line ' || f.line || ' has the same name and birth date']
                from (select family_key, given_key, birth_date, min(line) as line from __tenant__.patient_import_row
                      where import_id = ? and verdict = 'ready' group by family_key, given_key, birth_date) f
                where r.import_id = ? and r.verdict = 'ready' and r.family_key = f.family_key
                    and r.given_key = f.given_key and r.birth_date = f.birth_date and r.line > f.line""");
    }

    private void mark(ImportId id, String sql) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql);
        sql.chars().filter(letter -> letter == '?').forEach(_ -> statement.param(id.value()));
        statement.update();
    }
}
