package io.anteroom.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantDirectory;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TenantTest
class TenantTestTest {

    @Autowired
    JdbcClient data;

    @Autowired
    @Qualifier("control")
    JdbcClient control;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TenantDirectory directory;

    @Autowired
    WorkQueue queue;

    @Autowired
    TestClock clock;

    @Autowired
    StatementCount count;

    @RepeatedTest(2)
    void eachTestBeginsWithEmptySchemasAndIdsThatCollide() {
        assertThat(clock.instant()).isEqualTo(TestClock.START);
        clock.advance(Duration.ofDays(1));
        for (Tenant tenant : Tenants.both()) {
            long id = CurrentTenant.call(
                    tenant,
                    () -> transaction.execute(
                            work -> data.sql("""
                            insert into __tenant__.audit_entry (at, actor_kind, actor_id, actor_name, action,
                                subject_kind, subject_id, detail, request_id)
                            values (now(), 'system', 'test', 'Test', 'tried', 'test', '1', '{}', 'r') returning id""").query(Long.class).single()));
            assertThat(id).isEqualTo(1);
        }
        assertThat(count.count()).isEqualTo(2);
    }

    @RepeatedTest(2)
    void theDirectoryKnowsBothAndForgetsWhatATestChanged() {
        assertThat(directory.bySlug("north")).contains(Tenants.north());
        assertThat(directory.byId(Tenants.south().id())).contains(Tenants.south());
        control.sql("update control.tenant set state = 'SUSPENDED'").update();
    }

    @Test
    void workIsLeftForTheCallingTenant() {
        for (Tenant tenant : Tenants.both()) {
            CurrentTenant.run(
                    tenant, () -> transaction.executeWithoutResult(work -> queue.add("test", "1", clock.instant())));
        }
        List<String> left = control.sql("select tenant_id from control.scheduled_tasks")
                .query(String.class)
                .list();
        assertThat(left)
                .containsExactlyInAnyOrder(
                        Tenants.north().id().value(), Tenants.south().id().value());
    }
}
