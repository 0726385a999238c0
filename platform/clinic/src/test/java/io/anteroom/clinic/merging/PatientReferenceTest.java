package io.anteroom.clinic.merging;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.testing.Tenants;
import org.junit.jupiter.api.Test;

/** Each column that says whose record something is about has to say what becomes of it when records are merged. */
class PatientReferenceTest {

    private static final String IN_ONE_CLINIC = " join pg_namespace n on n.oid = t.relnamespace"
            + " where n.nspname = (select min(schemaname) from pg_tables where tablename = 'portal_account')";

    @Test
    void everyForeignKeyToAPatientHasARule() {
        var referring = Tenants.superuser()
                .sql("""
                        select t.relname || '.' || a.attname
                          from pg_constraint k
                          join pg_class t on t.oid = k.conrelid
                          join pg_class p on p.oid = k.confrelid and p.relname = 'patient' and p.relnamespace = t.relnamespace
                          join pg_attribute a on a.attrelid = t.oid and a.attnum = k.conkey[1]
                        """ + IN_ONE_CLINIC + " and k.contype = 'f'")
                .query(String.class)
                .set();

        assertThat(PatientReference.ALL)
                .extracting(reference -> reference.table() + "." + reference.column())
                .containsAll(referring);
    }

    @Test
    void everyColumnThatNamesAPatientHasARuleForeignKeyOrNot() {
        var named = Tenants.superuser()
                .sql("""
                        select t.relname || '.' || a.attname
                          from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
                        """ + IN_ONE_CLINIC + " and t.relkind = 'r' and a.attname in"
                        + " ('patient_id', 'patient', 'acting_for', 'for_patient', 'merged_into')")
                .query(String.class)
                .set();

        assertThat(PatientReference.ALL)
                .extracting(reference -> reference.table() + "." + reference.column())
                .containsExactlyInAnyOrderElementsOf(named);
    }
}
