package io.anteroom.clinic.patient.intake;

import static io.anteroom.clinic.patient.PatientSlice.BORN;
import static io.anteroom.clinic.patient.PatientSlice.RECEPTION;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditFilter;
import io.anteroom.clinic.audit.AuditTrail;
import io.anteroom.clinic.patient.DateOrder;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.patient.PatientRecords;
import io.anteroom.clinic.patient.PatientSearch;
import io.anteroom.clinic.patient.PatientSlice;
import io.anteroom.clinic.patient.PatientSort;
import io.anteroom.clinic.patient.Patients;
import io.anteroom.clinic.patient.intake.PatientImports.Brought;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.TenantTest;
import io.anteroom.testing.Tenants;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TenantTest(PatientSlice.class)
class PatientImportsTest {

    private static final String HEADER = "ID,First name,Surname,DOB,Email,Mobile,Address 1,City\n";

    @Autowired
    PatientImports imports;

    @Autowired
    ImportWork work;

    @Autowired
    ImportPurge purge;

    @Autowired
    RowCheck check;

    @Autowired
    Patients patients;

    @Autowired
    PatientRecords records;

    @Autowired
    PatientSearch search;

    @Autowired
    AuditTrail trail;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient data;

    @Autowired
    @Qualifier("control")
    JdbcClient control;

    @Test
    void aFileBecomesPatientsOnceStaffHaveSeenWhatItHolds() {
        inNorth(() -> {
            ImportId id = bring(HEADER
                    + "17,Zoë,de la Cruz,27/3/1980,ZOE@Example.org,07400 123456,1 High Street,London\n"
                    + ",Anna,O'Brien,1/12/1992,,,,\n");
            assertThat(find(id).state()).isEqualTo(ImportState.MAPPING);

            check(id);
            assertThat(find(id).ready()).isEqualTo(2);
            assertThat(count()).isZero();

            imports.start(id);
            work.handle(id.toString());

            assertThat(find(id).state()).isEqualTo(ImportState.DONE);
            assertThat(find(id).imported()).isEqualTo(2);
            Patient zoe = patients.find(new PatientId(1)).orElseThrow();
            assertThat(zoe.details().externalId()).isEqualTo("17");
            assertThat(zoe.details().address()).isEqualTo("1 High Street\nLondon");
            assertThat(zoe.email().orElseThrow().value()).isEqualTo("zoe@example.org");
            assertThat(zoe.changedBy()).isEqualTo("Rita Reception");
            assertThat(found("zoe cruz 07400")).isEqualTo(1);
        });
    }

    @Test
    void anImportedRecordIsTheSameAsOneTypedByHand() {
        inNorth(() -> {
            take(HEADER + "17,Zoë,de la Cruz,27/3/1980,zoe@example.org,07400 123456,1 High Street,London\n");
            PatientDetails imported =
                    patients.find(new PatientId(1)).orElseThrow().details();
            records.register(imported.numbered("18"), true, RECEPTION);

            List<String> keys = transaction.execute(_ -> data.sql(
                            "select replace(search::text, ':18', ':17') || family_key || given_key || version from __tenant__.patient")
                    .query(String.class)
                    .list());
            assertThat(keys).hasSize(2);
            assertThat(keys.get(0)).isEqualTo(keys.get(1));
        });
    }

    @Test
    void everyRowIsReadAndWhatIsWrongIsSaidPerRow() {
        inNorth(() -> {
            ImportId id = bring(HEADER
                    + "1,Anna,Smith,31/2/1980,anna,,,\n"
                    + "2,Bob,,27/3/1980,,020 7946 0000,,\n"
                    + "3,Carl,Jones,27/3/1980,,,,\n");
            check(id);

            assertThat(find(id).errors()).isEqualTo(2);
            assertThat(find(id).ready()).isEqualTo(1);
            assertThat(imports.rows(id, Verdict.ERROR, 50, 0))
                    .extracting(StagedRow::line, StagedRow::problems)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(
                                    2,
                                    List.of(
                                            "Date of birth: Enter the date of birth as day, month, year, like 27/3/1980",
                                            "Email: Enter an email address, like name@example.org")),
                            org.assertj.core.groups.Tuple.tuple(
                                    3,
                                    List.of(
                                            "Family name: Enter the family name",
                                            "Mobile: This number takes no texts. Put it under Home phone or Other phone")));
            assertThat(imports.leftOut(find(id)))
                    .contains("1,Anna,Smith,31/2/1980,anna,,,,2,")
                    .doesNotContain("Carl");
        });
    }

    @Test
    void whoIsKnownAlreadyIsLeftOut() {
        inNorth(() -> {
            records.register(PatientDetails.of("Ánna", "O'Smith", BORN), false, RECEPTION);
            records.register(PatientDetails.of("Bob", "Jones", BORN).numbered("17"), false, RECEPTION);

            ImportId id = take(HEADER
                    + "1,anna,OSMITH,27/3/1980,,,,\n" // known by name and date of birth
                    + "17,Robert,Jones,1/1/1990,,,,\n" // known by number
                    + "2,Eve,Adams,1/1/1990,,,,\n"
                    + "2,Eva,Adams,1/1/1991,,,,\n" // the same number as in line 4
                    + "3,EVE,adams,1/1/1990,,,,\n" // the same person as in line 4
                    + "4,Eve,Adams,2/1/1990,,,,\n");

            assertThat(find(id).imported()).isEqualTo(2);
            assertThat(find(id).duplicates()).isEqualTo(4);
            assertThat(imports.rows(id, Verdict.DUPLICATE, 50, 0))
                    .extracting(row -> row.line() + " " + row.problems().getFirst())
                    .containsExactly(
                            "2 There is a patient with this name and date of birth already",
                            "3 There is a patient with this number already",
                            "5 Line 4 has the same number",
                            "6 Line 4 has the same name and date of birth");
        });
    }

    @Test
    void whoBecameKnownSinceTheCheckIsLeftOutToo() {
        inNorth(() -> {
            ImportId id = bring(HEADER + "1,Anna,Smith,27/3/1980,,,,\n2,Bob,Jones,27/3/1980,,,,\n");
            check(id);
            records.register(PatientDetails.of("Anna", "Smith", BORN), false, RECEPTION);

            imports.start(id);
            work.handle(id.toString());

            assertThat(count()).isEqualTo(2);
            assertThat(find(id).imported()).isEqualTo(1);
            assertThat(find(id).duplicates()).isEqualTo(1);
        });
    }

    @Test
    void aStopInTheMiddleLeavesNothingAndTheNextRunAddsAll() {
        inNorth(() -> {
            ImportId id = bring(HEADER + "1,Anna,Smith,27/3/1980,,,,\n2,Bob,Jones,27/3/1980,,,,\n");
            check(id);
            imports.start(id);

            transaction.executeWithoutResult(killed -> {
                work.handle(id.toString());
                assertThat(count()).isEqualTo(2);
                killed.setRollbackOnly();
            });
            assertThat(count()).isZero();
            assertThat(find(id).state()).isEqualTo(ImportState.IMPORTING);

            work.handle(id.toString());
            work.handle(id.toString());
            assertThat(count()).isEqualTo(2);
            assertThat(imported()).isEqualTo(1);
        });
    }

    @Test
    void aCheckThatWasStoppedGoesOnWhereItWas() {
        inNorth(() -> {
            ImportId id = bring(HEADER + rows(2 * RowCheck.ROWS_AT_A_TIME + 1));
            imports.check(id, find(id).mapping(), DateOrder.DAY_MONTH_YEAR);
            assertThat(check.next(id)).isTrue();
            assertThat(find(id).checked()).isEqualTo(RowCheck.ROWS_AT_A_TIME);
            assertThat(find(id).percent()).isEqualTo(49);

            work.handle(id.toString());

            assertThat(find(id).state()).isEqualTo(ImportState.CHECKED);
            assertThat(find(id).checked()).isEqualTo(2 * RowCheck.ROWS_AT_A_TIME + 1);
        });
    }

    @Test
    void twoWorkersAtOnceAddEachPatientOnce() throws Exception {
        inNorth(() -> {
            ImportId id = bring(HEADER + rows(600));
            imports.check(id, find(id).mapping(), DateOrder.DAY_MONTH_YEAR);
            together(id);
            assertThat(find(id).checked()).isEqualTo(600);

            imports.start(id);
            together(id);
            assertThat(count()).isEqualTo(600);
            assertThat(imported()).isEqualTo(1);
        });
    }

    @Test
    void fiveThousandRowsComeInWhole() {
        inNorth(() -> {
            ImportId id = take(HEADER + rows(5_000));

            assertThat(find(id).imported()).isEqualTo(5_000);
            assertThat(count()).isEqualTo(5_000);
        });
    }

    @Test
    void theMappingCanBeChangedAfterTheCheckAndNotAfterTheStart() {
        inNorth(() -> {
            ImportId id = bring(HEADER + "1,Anna,Smith,3/4/1980,,,,\n");
            check(id);

            imports.check(id, find(id).mapping(), DateOrder.MONTH_DAY_YEAR);
            work.handle(id.toString());
            imports.start(id);
            imports.check(id, find(id).mapping(), DateOrder.DAY_MONTH_YEAR);
            imports.discard(id);
            work.handle(id.toString());

            assertThat(patients.find(new PatientId(1)).orElseThrow().birthDate())
                    .isEqualTo(java.time.LocalDate.of(1980, 3, 4));
        });
    }

    @Test
    void aFileDiscardedIsGoneWithItsRows() {
        inNorth(() -> {
            ImportId id = bring(HEADER + "1,Anna,Smith,27/3/1980,,,,\n");

            imports.discard(id);
            work.handle(id.toString());

            assertThat(imports.find(id)).isEmpty();
            assertThat(stagedRows()).isZero();
        });
    }

    @Test
    void stagedRowsAreDeletedAfterwards() {
        inNorth(() -> {
            ImportId done = take(HEADER + "1,Anna,Smith,27/3/1980,,,,\n2,Bob,,27/3/1980,,,,\n");
            ImportId left = bring(HEADER + "3,Eve,Adams,27/3/1980,,,,\n");
            assertThat(stagedRows()).isEqualTo(2);

            purge.handle(done.toString());
            purge.handle(left.toString());

            assertThat(stagedRows()).isZero();
            assertThat(find(done).imported()).isEqualTo(1);
            assertThat(imports.find(left)).isEmpty();
            assertThat(count()).isEqualTo(1);
        });
        assertThat(control.sql(
                                "select count(*) from control.scheduled_tasks where task_instance like '%patient-import-purge%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aFileOfTheOtherClinicIsNotThere() {
        ImportId[] id = new ImportId[1];
        inSouth(() -> id[0] = bring(HEADER + "1,Anna,Smith,1980/3/27,,,,\n"));
        inNorth(() -> {
            assertThat(imports.find(id[0])).isEmpty();
            assertThat(imports.newest()).isEmpty();
            imports.check(id[0], ColumnMapping.ofCodes(List.of("familyName")), DateOrder.DAY_MONTH_YEAR);
            imports.start(id[0]);
            imports.discard(id[0]);
            work.handle(id[0].toString());
            purge.handle(id[0].toString());
        });
        inSouth(() -> assertThat(find(id[0]).state()).isEqualTo(ImportState.MAPPING));
    }

    @Test
    void theOrderOfDatesIsGuessedFromTheDates() {
        inNorth(() -> {
            assertThat(find(bring("Surname,DOB\nA,3/4/1980\nB,3/27/1980\n")).dateOrder())
                    .isEqualTo(DateOrder.MONTH_DAY_YEAR);
            assertThat(find(bring("Surname,DOB\nA,3/4/1980\nB,27/3/1980\n")).dateOrder())
                    .isEqualTo(DateOrder.DAY_MONTH_YEAR);
            assertThat(find(bring("Surname,DOB\nA,1980-03-27\n")).dateOrder()).isEqualTo(DateOrder.YEAR_MONTH_DAY);
            assertThat(find(bring("Surname,DOB\nA,3/4/1980\n")).dateOrder()).isEqualTo(DateOrder.DAY_MONTH_YEAR);
        });
    }

    private ImportId take(String text) {
        ImportId id = bring(text);
        check(id);
        imports.start(id);
        work.handle(id.toString());
        return id;
    }

    private ImportId bring(String text) {
        return ((Brought.Staged) imports.bring("patients.csv", text.getBytes(StandardCharsets.UTF_8), RECEPTION)).id();
    }

    private void check(ImportId id) {
        imports.check(id, find(id).mapping(), find(id).dateOrder());
        work.handle(id.toString());
    }

    private void together(ImportId id) {
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<?>> both = Stream.of(1, 2)
                    .<Future<?>>map(_ ->
                            two.submit(() -> CurrentTenant.run(Tenants.north(), () -> work.handle(id.toString()))))
                    .toList();
            for (Future<?> one : both) {
                try {
                    one.get();
                } catch (Exception failed) {
                    throw new AssertionError(failed);
                }
            }
        }
    }

    /** Rows of different people: the digits of the row's number, as letters, are part of the name. */
    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> i + ",Anna,Smith" + letters(i) + ",1/1/1980,anna" + i + "@example.org,07400 "
                        + (100_000 + i) + ",,\n")
                .collect(Collectors.joining());
    }

    private static String letters(int number) {
        return Integer.toString(number)
                .chars()
                .mapToObj(digit -> String.valueOf((char) ('a' + digit - '0')))
                .collect(Collectors.joining());
    }

    private PatientImport find(ImportId id) {
        return imports.find(id).orElseThrow();
    }

    private long count() {
        return found("");
    }

    private long found(String typed) {
        return search.find(typed, PatientSort.NAME, 1).total();
    }

    private long imported() {
        return trail.read(new AuditFilter(null, AuditAction.PATIENTS_IMPORTED, null, null, null), Optional.empty())
                .lines()
                .size();
    }

    private long stagedRows() {
        return transaction.execute(_ -> data.sql("select count(*) from __tenant__.patient_import_row")
                .query(Long.class)
                .single());
    }
}
