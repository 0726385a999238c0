package io.anteroom.clinic.patient;

import static io.anteroom.clinic.patient.PatientSlice.BORN;
import static io.anteroom.clinic.patient.PatientSlice.RECEPTION;
import static io.anteroom.clinic.patient.PatientSlice.anna;
import static io.anteroom.testing.AtOnce.atOnce;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditFilter;
import io.anteroom.clinic.audit.AuditLine;
import io.anteroom.clinic.audit.AuditTrail;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.NoTenantException;
import io.anteroom.testing.TenantTest;
import io.anteroom.testing.Tenants;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TenantTest(PatientSlice.class)
class PatientRecordsTest {

    @Autowired
    PatientRecords records;

    @Autowired
    Patients patients;

    @Autowired
    PatientSearch search;

    @Autowired
    AuditTrail trail;

    @Autowired
    BirthDatesHeard birthDates;

    @Test
    void whatIsSavedIsReadBackWhole() {
        PatientDetails all = new PatientDetails(
                "A-17",
                "Anna",
                "Smith",
                "Annie",
                BORN,
                "female",
                new EmailAddress("anna@example.org"),
                new MobileNumber("+447400123456"),
                new PhoneNumber("+442079460000"),
                new PhoneNumber("+819012345678"),
                "1 High Street\nLondon",
                "Allergic to penicillin");
        inNorth(() -> {
            PatientId id = register(all);

            Patient saved = patients.find(id).orElseThrow();

            assertThat(saved.details()).isEqualTo(all);
            assertThat(saved.changedBy()).isEqualTo("Rita Reception");
        });
    }

    @Test
    void theSameNumberAtTwoClinicsIsTwoPeople() {
        inNorth(() -> register(anna()));
        inSouth(() -> register(PatientDetails.of("太郎", "山田", BORN)));

        inNorth(() -> assertThat(name(1)).isEqualTo("Anna Smith"));
        inSouth(() -> assertThat(name(1)).isEqualTo("太郎 山田"));
        inSouth(() ->
                assertThat(search.find("anna", PatientSort.NAME, 1).rows()).isEmpty());
    }

    @Test
    void withoutAClinicNothingIsReadOrWritten() {
        assertThatThrownBy(() -> patients.findById(1)).hasRootCauseInstanceOf(NoTenantException.class);
        assertThatThrownBy(() -> records.register(anna(), false, RECEPTION))
                .hasRootCauseInstanceOf(NoTenantException.class);
    }

    @Test
    void aPatientWhoSeemsKnownIsAddedOnlyWhenStaffSaySo() {
        inNorth(() -> {
            PatientId first = register(PatientDetails.of("Ánna", "O'Smith", BORN));

            Registered asked = records.register(PatientDetails.of("anna", "OSMITH", BORN), false, RECEPTION);
            assertThat(asked)
                    .isInstanceOfSatisfying(
                            Registered.PossiblyKnown.class,
                            known -> assertThat(known.patients())
                                    .extracting(PatientRow::id)
                                    .containsExactly(first));
            assertThat(all().total()).isEqualTo(1);

            assertThat(records.register(PatientDetails.of("anna", "OSMITH", BORN), true, RECEPTION))
                    .isInstanceOf(Registered.Created.class);
            assertThat(all().total()).isEqualTo(2);
        });
    }

    @Test
    void aNumberOfAnotherSystemNamesOnePatientPerClinic() {
        PatientDetails numbered = numbered("A-17");
        inSouth(() -> register(numbered));
        inNorth(() -> {
            PatientId holder = register(numbered);
            PatientId other = register(PatientDetails.of("Bob", "Jones", BORN));

            assertThat(records.register(PatientDetails.of("Eve", "Adams", BORN).numbered("A-17"), true, RECEPTION))
                    .isEqualTo(new Registered.NumberTaken(holder));
            assertThat(records.change(
                            other, 0, PatientDetails.of("Bob", "Jones", BORN).numbered("A-17"), RECEPTION))
                    .isEqualTo(new Changed.NumberTaken(holder));
        });
    }

    @Test
    void aCorrectedBirthDateIsToldOnceItCanBeReadAndNoOtherChangeIs() {
        inNorth(() -> {
            PatientId id = register(anna());
            birthDates.heard();

            PatientDetails reached = anna().reachedBy(new EmailAddress("anna@example.org"), null);
            records.change(id, 0, reached, RECEPTION);
            assertThat(birthDates.heard()).isEmpty();
            records.change(id, 1, PatientDetails.of("Anna", "Smith", BORN.plusYears(1)), RECEPTION);
            assertThat(birthDates.heard()).containsExactly("1981-03-27");
        });
    }

    @Test
    void aChangeIsSavedAndToldInTheLog() {
        inNorth(() -> {
            PatientId id = register(anna());

            PatientDetails changed = anna().reachedBy(new EmailAddress("anna@example.org"), null);
            assertThat(records.change(id, 0, changed, RECEPTION)).isInstanceOf(Changed.Saved.class);

            assertThat(patients.find(id).orElseThrow().details()).isEqualTo(changed);
            AuditLine line = log().getFirst();
            assertThat(line.action()).isEqualTo(AuditAction.PATIENT_CHANGED);
            assertThat(line.patientName()).isEqualTo("Anna Smith");
            assertThat(line.detail()).containsExactly(java.util.Map.entry("Email", "nothing → anna@example.org"));
        });
    }

    @Test
    void healthDataIsNotRepeatedInTheLog() {
        inNorth(() -> {
            PatientId id = register(anna());

            records.change(id, 0, anna().alerting("Allergic to penicillin"), RECEPTION);

            assertThat(log().getFirst().detail()).containsExactly(java.util.Map.entry("Alerts", "changed"));
        });
    }

    @Test
    void savingWithoutAChangeLeavesNoTrace() {
        inNorth(() -> {
            PatientId id = register(anna());

            assertThat(records.change(id, 0, anna(), RECEPTION)).isInstanceOf(Changed.Saved.class);

            assertThat(log()).hasSize(1);
            assertThat(patients.find(id).orElseThrow().version()).isZero();
        });
    }

    @Test
    void aChangeOverAnothersChangeIsRefusedAndShowsIt() {
        inNorth(() -> {
            PatientId id = register(anna());
            records.change(id, 0, PatientDetails.of("Anna", "Jones", BORN), RECEPTION);

            Changed refused = records.change(id, 0, PatientDetails.of("Anna", "Brown", BORN), RECEPTION);

            assertThat(refused)
                    .isInstanceOfSatisfying(
                            Changed.Meanwhile.class,
                            meanwhile ->
                                    assertThat(meanwhile.current().fullName()).isEqualTo("Anna Jones"));
            assertThat(name(id.value())).isEqualTo("Anna Jones");
        });
    }

    @Test
    void ofTwoChangesAtOnceOneIsSaved() throws Exception {
        inNorth(() -> register(anna()));

        List<Changed> changes = atOnce(
                () -> records.change(new PatientId(1), 0, PatientDetails.of("Anna", "Jones", BORN), RECEPTION),
                () -> records.change(new PatientId(1), 0, PatientDetails.of("Anna", "Brown", BORN), RECEPTION));

        assertThat(changes)
                .hasAtLeastOneElementOfType(Changed.Saved.class)
                .hasAtLeastOneElementOfType(Changed.Meanwhile.class);
    }

    @RepeatedTest(5)
    void ofTwoWhoGiveOneNumberToTwoPatientsAtOnceTheSecondIsToldWhoHasIt() throws Exception {
        List<Registered> answers = atOnce(
                () -> records.register(PatientDetails.of("Bob", "Jones", BORN).numbered("A-17"), false, RECEPTION),
                () -> records.register(PatientDetails.of("Eve", "Adams", BORN).numbered("A-17"), false, RECEPTION));

        Registered.Created first = answers.stream()
                .filter(Registered.Created.class::isInstance)
                .map(Registered.Created.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(answers).containsExactlyInAnyOrder(first, new Registered.NumberTaken(first.id()));
        inNorth(() -> assertThat(log()).hasSize(1));
    }

    @RepeatedTest(5)
    void ofTwoWhoChangeTwoRecordsToOneNumberAtOnceTheSecondIsToldWhoHasIt() throws Exception {
        List<PatientId> ids = CurrentTenant.call(
                Tenants.north(),
                () -> List.of(
                        register(PatientDetails.of("Bob", "Jones", BORN)),
                        register(PatientDetails.of("Eve", "Adams", BORN))));

        List<Changed> answers = atOnce(
                () -> records.change(
                        ids.get(0), 0, PatientDetails.of("Bob", "Jones", BORN).numbered("A-17"), RECEPTION),
                () -> records.change(
                        ids.get(1), 0, PatientDetails.of("Eve", "Adams", BORN).numbered("A-17"), RECEPTION));

        int winner = answers.indexOf(new Changed.Saved());
        assertThat(answers).containsExactlyInAnyOrder(new Changed.Saved(), new Changed.NumberTaken(ids.get(winner)));
    }

    @Test
    void aRecordOfTheOtherClinicIsNotThere() {
        inSouth(() -> {
            register(anna());
            register(PatientDetails.of("Bob", "Jones", BORN));
        });
        inNorth(() -> {
            register(anna());
            assertThat(patients.find(new PatientId(2))).isEmpty();
            assertThat(records.change(new PatientId(2), 0, anna(), RECEPTION)).isInstanceOf(Changed.Gone.class);
        });
    }

    private PatientId register(PatientDetails details) {
        return ((Registered.Created) records.register(details, false, RECEPTION)).id();
    }

    private static PatientDetails numbered(String number) {
        return anna().numbered(number);
    }

    private String name(long id) {
        return patients.findById(id).orElseThrow().fullName();
    }

    private PatientPage all() {
        return search.find("", PatientSort.NAME, 1);
    }

    private List<AuditLine> log() {
        return trail.read(AuditFilter.ALL, Optional.empty()).lines();
    }
}
