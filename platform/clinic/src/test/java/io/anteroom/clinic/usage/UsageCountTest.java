package io.anteroom.clinic.usage;

import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.clinic.patient.PatientSlice;
import io.anteroom.tenancy.TenantId;
import io.anteroom.testing.StatementCount;
import io.anteroom.testing.TenantTest;
import io.anteroom.testing.Tenants;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TenantTest(PatientSlice.class)
class UsageCountTest {

    @Autowired
    UsageCount usage;

    @Autowired
    JdbcClient data;

    @Autowired
    @Qualifier("control")
    JdbcClient control;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    StatementCount statements;

    @Test
    void eachClinicReportsItsOwnNumbers() {
        inNorth(() -> {
            patient(1);
            patient(2);
            signedIn(Duration.ofDays(1));
            message("sent", Duration.ofDays(2));
            message("sent", Duration.ofDays(3));
            message("sent", Duration.ofDays(4));
        });
        inSouth(() -> patient(1));

        inNorth(() -> usage.handle("daily"));
        inSouth(() -> usage.handle("daily"));

        assertThat(reported(Tenants.north().id())).containsExactly(2L, 1L, 3L);
        assertThat(reported(Tenants.south().id())).containsExactly(1L, 0L, 0L);
    }

    @ParameterizedTest
    @CsvSource({"2591999, 1", "2592000, 0", "2592001, 0", "0, 1"})
    void signInsAndMessagesCountForThirtyDaysToTheSecond(long secondsAgo, long counted) {
        inNorth(() -> {
            signedIn(Duration.ofSeconds(secondsAgo));
            message("sent", Duration.ofSeconds(secondsAgo));
            usage.handle("daily");
        });

        assertThat(reported(Tenants.north().id())).containsExactly(0L, counted, counted);
    }

    @Test
    void whatWasNotSentDoesNotCount() {
        inNorth(() -> {
            message("queued", Duration.ZERO);
            message("failed", Duration.ZERO);
            message("dropped", Duration.ZERO);
            message("sent", Duration.ZERO);
            usage.handle("daily");
        });

        assertThat(reported(Tenants.north().id())).containsExactly(0L, 0L, 1L);
    }

    @Test
    void theNextCountReplacesTheLastAndSaysWhenItWas() {
        inNorth(() -> {
            signedIn(Duration.ofDays(29));
            usage.handle("daily");
            clock.advance(Duration.ofDays(2));
            usage.handle("daily");
        });

        assertThat(reported(Tenants.north().id())).containsExactly(0L, 0L, 0L);
        assertThat(control.sql("select counted_at = :now from control.tenant_usage")
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .query(Boolean.class)
                        .list())
                .containsExactly(true);
    }

    @Test
    void itComesAgainOnceTheNextDayAtTheClinicsOwnTime() {
        inNorth(() -> {
            usage.handle("daily");
            usage.handle("daily");
        });

        Instant next = UsageCount.next(Tenants.north().id(), clock.instant());
        assertThat(next)
                .isAfter(clock.instant())
                .isBeforeOrEqualTo(clock.instant().plus(Duration.ofDays(1)));
        assertThat(UsageCount.next(Tenants.north().id(), next)).isEqualTo(next.plus(Duration.ofDays(1)));
        assertThat(control.sql("select count(*) from control.scheduled_tasks where tenant_id = :id"
                                + " and task_instance like '%:usage:daily' and execution_time = :next")
                        .param("id", Tenants.north().id().value())
                        .param("next", next.atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aThousandClinicsAreSpreadOverTheDay() {
        Random random = new Random(1);
        List<Long> hours = Stream.generate(() -> random.ints(12, 'a', 'z' + 1)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append))
                .limit(1_000)
                .map(id -> UsageCount.next(new TenantId(id.toString()), Instant.EPOCH))
                .map(next -> next.getEpochSecond() / 3_600)
                .toList();

        for (long hour = 0; hour < 24; hour++) {
            long same = hour;
            assertThat(hours).filteredOn(each -> each == same).hasSizeBetween(20, 70);
        }
    }

    @Test
    void itCostsOneStatementToCountAndOneToComeAgain() {
        inNorth(() -> {
            statements.reset();
            usage.handle("daily");
            assertThat(statements.count()).isEqualTo(2);
        });
    }

    @Test
    void aClinicCanWriteNoOtherClinicsNumbers() {
        inSouth(() -> usage.handle("daily"));

        for (String sql : List.of(
                "insert into control.tenant_usage (tenant_id, patients, sign_ins, messages, counted_at)" + " values ('"
                        + Tenants.south().id() + "', 9, 9, 9, now())",
                "update control.tenant_usage set patients = 9",
                "select patients from control.tenant_usage")) {
            assertThatThrownBy(() -> inNorth(() -> transaction.executeWithoutResult(
                            transaction -> data.sql(sql).query().listOfRows())))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
        assertThat(reported(Tenants.south().id())).containsExactly(0L, 0L, 0L);
    }

    private void patient(int number) {
        run("""
                insert into __tenant__.patient (version, given_name, family_name, birth_date, family_key, given_key, search,
                    created_at, changed_at, changed_by)
                values (0, 'Ann', 'Lee %d', '1980-03-27', 'lee', 'ann', '', now(), now(), 'test')""".formatted(number));
    }

    private void signedIn(Duration ago) {
        String at = clock.instant().minus(ago).toString();
        run("insert into __tenant__.portal_account (created_at) values ('" + at + "')");
        run("""
                insert into __tenant__.portal_session (token_hash, account_id, device, created_at, expires_at, last_seen_at)
                select sha256(random()::text::bytea), max(id), 'Firefox', '%1$s', '%1$s', '%1$s'
                from __tenant__.portal_account""".formatted(at));
    }

    private void message(String state, Duration ago) {
        String at = clock.instant().minus(ago).toString();
        run("""
                insert into __tenant__.message (id, channel, recipient, about_kind, about_ref, content, state, attempts,
                    created_at, state_at)
                values (gen_random_uuid(), 'email', 'ann@example.org', 'invoice', '1', '{}', '%1$s', 1, '%2$s', '%2$s')""".formatted(state, at));
    }

    private void run(String sql) {
        transaction.executeWithoutResult(ignored -> data.sql(sql).update());
    }

    private List<Long> reported(TenantId tenant) {
        return control.sql("select array[patients, sign_ins, messages] from control.tenant_usage where tenant_id = :id")
                .param("id", tenant.value())
                .query((row, number) -> List.of((Long[]) row.getArray(1).getArray()))
                .single();
    }
}
