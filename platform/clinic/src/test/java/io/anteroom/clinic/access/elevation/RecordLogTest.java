package io.anteroom.clinic.access.elevation;

import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.audit.AuditPosition;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.record.RecordAnswer;
import io.anteroom.clinic.record.RecordAudit;
import io.anteroom.clinic.record.RecordBody;
import io.anteroom.clinic.record.RecordCategory;
import io.anteroom.clinic.record.RecordContent;
import io.anteroom.clinic.record.RecordId;
import io.anteroom.clinic.record.RecordKind;
import io.anteroom.clinic.record.RecordSharing;
import io.anteroom.clinic.record.RecordWriting;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AccessTest
class RecordLogTest {

    @Autowired
    Clinic clinic;

    @Autowired
    Sessions sessions;

    @Autowired
    RecordLog log;

    @Autowired
    RecordWriting writing;

    @Autowired
    RecordSharing sharing;

    @Autowired
    RecordAudit audit;

    @Test
    void thePatientSeesWhatStaffAndOthersDidAndNoneOfItsDetail() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", "anna@example.org", "");
            var other = clinic.patient("Bob", "bob@example.org", "");
            act(anna, "staff", "rosa", "Rosa Reception", "invoice-created");
            act(anna, "patient", "99", "Maria Lee", "receipt-sent");
            act(other, "staff", "rosa", "Rosa Reception", "patient-changed");

            assertThat(read("anna@example.org").orElseThrow())
                    .containsExactly(
                            "YOU verified a sign-in address with a code",
                            "YOU signed in to the portal",
                            "ANOTHER_PERSON sent a receipt",
                            "STAFF set a sign-in address",
                            "STAFF gave access to the record");
        });
    }

    @Test
    void aGuardianLearnsNothingOfWhatTheOtherOneDid() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", "anna@example.org", "");
            clinic.run("update __tenant__.access_grant set relationship = 'parent'");
            act(anna, "patient", "99", "Maria Lee", "receipt-sent");
            act(anna, "operator", "op", "Olga", "patient-changed");

            assertThat(read("anna@example.org").orElseThrow())
                    .contains("OPERATOR changed the patient's details", "YOU signed in to the portal")
                    .noneMatch(line -> line.startsWith("ANOTHER"));
        });
    }

    @Test
    void limitedAccessAndAccessToOtherPartsShowNothing() {
        inNorth(() -> {
            clinic.patient("Anna", "anna@example.org", "");
            clinic.run("update __tenant__.access_grant set level = 'limited'");
            assertThat(read("anna@example.org")).isEmpty();
            clinic.run("update __tenant__.access_grant set level = 'full', scope = array['money', 'bookings']");
            assertThat(read("anna@example.org")).isEmpty();
        });
    }

    @Test
    void thePageGoesOnFromTheLastLineAndKnowsOnlyItsOwnClinic() {
        inSouth(() -> act(new PatientId(1), "staff", "sora", "Sora Desk", "patient-changed"));
        inNorth(() -> {
            var anna = clinic.patient("Anna", "anna@example.org", "");
            for (int i = 0; i < RecordLog.PAGE; i++) {
                act(anna, "staff", "rosa", "Rosa Reception", "patient-changed");
            }
            var chart = elevated("anna@example.org");
            var first = log.read(chart, Optional.empty()).orElseThrow();
            var second = log.read(chart, first.next()).orElseThrow();

            assertThat(first.uses()).hasSize(RecordLog.PAGE);
            assertThat(second.next()).isEqualTo(Optional.<AuditPosition>empty());
            assertThat(second.uses()).isNotEmpty().doesNotContainAnyElementsOf(first.uses());
            assertThat(first.uses()).noneMatch(use -> use.name().equals("Sora Desk"));
        });
    }

    @Test
    void ofAnEntryNothingIsToldBeforeItMayBeSeenNorOfOneThatWasWithdrawnBefore() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", "anna@example.org", "");
            var draft = letter(anna);
            audit.read(anna, draft, Clinic.ROSA);
            var discarded = letter(anna);
            audit.read(anna, discarded, Clinic.ROSA);
            writing.discard(anna, discarded, Clinic.ROSA);
            var unseen = result(anna, "Blood");
            sharing.share(anna, unseen, 0, Clinic.ROSA);
            audit.read(anna, unseen, Clinic.ROSA);
            sharing.withdraw(anna, unseen, "Mistaken", Clinic.ROSA);
            var waiting = result(anna, "Urine");
            sharing.share(anna, waiting, 0, Clinic.ROSA);
            audit.read(anna, waiting, Clinic.ROSA);
            writing.change(anna, waiting, 1, content("Urine, again"), "The unit was wrong", Clinic.ROSA);
            assertThat(ofEntries()).isEmpty();

            sharing.release(anna, waiting, 2, Clinic.ROSA);
            var seen = letter(anna);
            sharing.share(anna, seen, 0, Clinic.ROSA);
            sharing.withdraw(anna, seen, "Another Anna", Clinic.ROSA);

            assertThat(ofEntries())
                    .containsExactlyInAnyOrder(
                            "STAFF withdrew an entry of the clinical record",
                            "STAFF released an entry of the clinical record",
                            "STAFF corrected an entry of the clinical record",
                            "STAFF read an entry of the clinical record");
        });
    }

    private RecordId letter(PatientId of) {
        return written(
                of,
                RecordKind.LETTER,
                new RecordContent(
                        RecordCategory.LETTERS, "Letter", LocalDate.of(2026, 11, 20), new RecordBody.Text("Dear")));
    }

    private RecordId result(PatientId of, String title) {
        return written(of, RecordKind.RESULT, content(title));
    }

    private static RecordContent content(String title) {
        return new RecordContent(
                RecordCategory.LABORATORY,
                title,
                LocalDate.of(2026, 11, 20),
                new RecordBody.Result(List.of(), "A little low"));
    }

    private RecordId written(PatientId of, RecordKind kind, RecordContent content) {
        var answer = writing.write(of, kind, content, UUID.randomUUID(), Clinic.ROSA);
        assertThat(answer).isInstanceOf(RecordAnswer.Done.class);
        return ((RecordAnswer.Done) answer).id();
    }

    private List<String> ofEntries() {
        return read("anna@example.org").orElseThrow().stream()
                .filter(line -> line.endsWith(" an entry of the clinical record"))
                .toList();
    }

    private Optional<List<String>> read(String address) {
        return log.read(elevated(address), Optional.empty())
                .map(page -> page.uses().stream()
                        .map(use -> use.by() + " " + use.action().words())
                        .toList());
    }

    private ElevatedChart elevated(String address) {
        var token = clinic.signIn(address);
        clinic.run("update __tenant__.portal_session set elevated_until = expires_at");
        return ElevatedChart.of(sessions.chart(token).orElseThrow()).orElseThrow();
    }

    private void act(PatientId patient, String kind, String id, String name, String action) {
        clinic.run("""
                insert into __tenant__.audit_entry
                    (at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, patient_id, detail)
                select coalesce(max(at), '2026-11-21T09:00:00Z'), '%s', '%s', '%s', '%s', 'patient', '1', %s, '{}'
                  from __tenant__.audit_entry""".formatted(kind, id, name, action, patient.value()));
    }
}
