package io.anteroom.clinic.audit;

import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.anteroom.clinic.audit.AuditFilter.Who;
import io.anteroom.clinic.patient.PatientSlice;
import io.anteroom.testing.StatementCount;
import io.anteroom.testing.TenantTest;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@TenantTest(PatientSlice.class)
class AuditTrailTest {

    private static final Actor.Staff ADA = new Actor.Staff("s-1", "Ada Lovelace");
    private static final Actor.Staff BOB = new Actor.Staff("s-2", "Bob Jones");
    private static final Actor ANNA = new Actor.PortalUser("7", "Anna Smith");
    private static final Actor STRIPE = new Actor.System("Stripe");

    @Autowired
    AuditLog log;

    @Autowired
    AuditTrail trail;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    StatementCount statements;

    @Autowired
    OpenedRecords opened;

    @Test
    void anEntryIsReadBackAsItWasWritten() {
        MDC.put("requestId", "r-1");
        inNorth(() -> record(
                ADA,
                AuditEntry.of(AuditAction.INVOICE_SENT, "invoice", 12)
                        .ofPatient(7)
                        .with("Number", "12")
                        .with("An 'apostrophe'", "\"quotes\" \\ → 山田")));
        MDC.remove("requestId");
        inNorth(() -> assertThat(all()).singleElement().satisfies(line -> {
            assertThat(line.who()).isEqualTo("Ada Lovelace");
            assertThat(line.byStaff()).isTrue();
            assertThat(line.at()).isEqualTo(TestClock.START);
            assertThat(line.action()).isEqualTo(AuditAction.INVOICE_SENT);
            assertThat(line.subjectKind()).isEqualTo("invoice");
            assertThat(line.subjectId()).isEqualTo("12");
            assertThat(line.patientId()).isEqualTo(7);
            assertThat(line.requestId()).isEqualTo("r-1");
            assertThat(line.detail())
                    .containsExactly(Map.entry("Number", "12"), Map.entry("An 'apostrophe'", "\"quotes\" \\ → 山田"));
        }));
    }

    @Test
    void everyActionCanBeWrittenAndRead() {
        inNorth(() -> {
            for (AuditAction action : AuditAction.values()) {
                record(ADA, AuditEntry.of(action, "test", ""));
                assertThat(all().getFirst().action()).isEqualTo(action);
            }
        });
    }

    @Test
    void anOpenedRecordIsNotedOnceADayForEachWhoOpensItByOneStatement() {
        inSouth(() -> opened.note(7, ADA));
        inNorth(() -> {
            clock.set(Instant.parse("2026-07-01T22:59:00Z")); // 23:59 in London
            statements.reset();
            opened.note(7, ADA);
            assertThat(statements.count()).isEqualTo(1);
            opened.note(7, ADA);
            opened.note(7, BOB);
            opened.note(8, ADA);
            clock.advance(Duration.ofMinutes(1));
            opened.note(7, ADA);
            opened.note(7, ADA);

            assertThat(all())
                    .allSatisfy(line -> assertThat(line.action()).isEqualTo(AuditAction.RECORD_OPENED))
                    .extracting(line -> line.who() + " " + line.patientId() + " " + line.at())
                    .containsExactlyInAnyOrder(
                            "Ada Lovelace 7 2026-07-01T22:59:00Z",
                            "Bob Jones 7 2026-07-01T22:59:00Z",
                            "Ada Lovelace 8 2026-07-01T22:59:00Z",
                            "Ada Lovelace 7 2026-07-01T23:00:00Z");
        });
    }

    @Test
    void anActThatIsRolledBackLeavesNoTrace() {
        inNorth(() -> {
            transaction.executeWithoutResult(status -> {
                log.record(ADA, AuditEntry.ofRecord(AuditAction.PATIENT_CREATED, 1));
                status.setRollbackOnly();
            });
            assertThat(all()).isEmpty();
            assertThatExceptionOfType(IllegalTransactionStateException.class)
                    .isThrownBy(() -> log.record(ADA, AuditEntry.ofRecord(AuditAction.PATIENT_CREATED, 1)));
        });
    }

    @Test
    void whatIsWrittenCanBeNeitherChangedNorDeleted() {
        inNorth(() -> record(ADA, AuditEntry.ofRecord(AuditAction.PATIENT_CREATED, 1)));

        for (String sql : List.of(
                "update __tenant__.audit_entry set actor_name = 'Nobody'",
                "delete from __tenant__.audit_entry",
                "truncate __tenant__.audit_entry")) {
            inNorth(() -> assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() ->
                            transaction.executeWithoutResult(_ -> jdbc.sql(sql).update())));
        }
        inNorth(() -> assertThat(all()).extracting(AuditLine::who).containsExactly("Ada Lovelace"));
    }

    @Test
    void aClinicReadsItsOwnLogAlone() {
        inNorth(() -> record(ADA, AuditEntry.ofRecord(AuditAction.PATIENT_CREATED, 1)));
        inSouth(() -> record(BOB, AuditEntry.ofRecord(AuditAction.PATIENT_CREATED, 1)));

        inSouth(() -> assertThat(all()).extracting(AuditLine::who).containsExactly("Bob Jones"));
    }

    @Test
    void theFiltersNarrowAndCombine() {
        inNorth(() -> {
            record(ADA, AuditEntry.ofRecord(AuditAction.PATIENT_CREATED, 1));
            record(BOB, AuditEntry.ofRecord(AuditAction.PATIENT_CHANGED, 1));
            record(ADA, AuditEntry.ofRecord(AuditAction.PATIENT_CHANGED, 2));
            record(ANNA, AuditEntry.of(AuditAction.PORTAL_SIGNED_IN, "session", 3));
            record(
                    STRIPE,
                    AuditEntry.of(AuditAction.PAYMENT_RECEIVED, "invoice", 4).ofPatient(2));

            assertThat(found(new AuditFilter(new Who.StaffMember("s-1"), null, null, null, null)))
                    .containsExactly(3L, 1L);
            assertThat(found(new AuditFilter(new Who.AnyStaff(), null, null, null, null)))
                    .containsExactly(3L, 2L, 1L);
            assertThat(found(new AuditFilter(new Who.AnyPortalUser(), null, null, null, null)))
                    .containsExactly(4L);
            assertThat(found(new AuditFilter(new Who.ThePlatform(), null, null, null, null)))
                    .containsExactly(5L);
            assertThat(found(new AuditFilter(null, AuditAction.PATIENT_CHANGED, null, null, null)))
                    .containsExactly(3L, 2L);
            assertThat(found(new AuditFilter(null, null, List.of(2L), null, null)))
                    .containsExactly(5L, 3L);
            assertThat(found(new AuditFilter(null, null, List.of(), null, null)))
                    .isEmpty();
            assertThat(found(new AuditFilter(
                            null, null, null, TestClock.START.plusSeconds(2), TestClock.START.plusSeconds(4))))
                    .containsExactly(4L, 3L);
            assertThat(found(new AuditFilter(
                            new Who.StaffMember("s-1"), AuditAction.PATIENT_CHANGED, List.of(1L, 2L), null, null)))
                    .containsExactly(3L);
        });
    }

    @Test
    void pagesGoOnWhereTheLastOneEndedAndAreOneStatementEach() {
        inNorth(() -> {
            for (int i = 0; i <= AuditPage.SIZE; i++) {
                transaction.executeWithoutResult(
                        _ -> log.record(ADA, AuditEntry.ofRecord(AuditAction.PATIENT_CREATED, 1)));
            }
            statements.reset();
            AuditPage first = trail.read(AuditFilter.ALL, Optional.empty());
            assertThat(statements.count()).isEqualTo(1);
            record(BOB, AuditEntry.ofRecord(AuditAction.PATIENT_CHANGED, 1));

            AuditPage second = trail.read(
                    AuditFilter.ALL,
                    AuditPosition.ofCode(first.next().orElseThrow().code()));

            assertThat(first.lines()).hasSize(AuditPage.SIZE);
            assertThat(second.lines()).extracting(AuditLine::id).containsExactly(1L);
            assertThat(second.next()).isEmpty();
        });
    }

    @Test
    void aPlaceThatIsNoneIsNotRead() {
        for (String code : List.of("", "x", "1", "-1", "9999999999999999999-1", "1-x", "9223372036854775807-1")) {
            assertThat(AuditPosition.ofCode(code).map(AuditPosition::code)).isIn(Optional.empty(), Optional.of(code));
        }
    }

    private void record(Actor by, AuditEntry entry) {
        transaction.executeWithoutResult(_ -> log.record(by, entry));
        clock.advance(Duration.ofSeconds(1));
    }

    private List<AuditLine> all() {
        return trail.read(AuditFilter.ALL, Optional.empty()).lines();
    }

    private List<Long> found(AuditFilter filter) {
        return trail.read(filter, Optional.empty()).lines().stream()
                .map(AuditLine::id)
                .toList();
    }
}
