package io.anteroom.tenancy.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.tenancy.TwoTenants;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How the database finds due work among 100,000 due rows of 1,000 tenants. */
class PickPlanTest {

    @SuppressWarnings("NullAway.Init")
    private static TwoTenants tenants;

    @BeforeAll
    static void aHundredThousand() {
        tenants = TwoTenants.in("pick_plan");
        tenants.run("""
                insert into control.scheduled_tasks
                    (task_name, task_instance, execution_time, picked, version, tenant_id, priority)
                select 'tenant-work', 'tenant' || number % 1000 || ':note:' || number,
                       '2026-01-01T00:00:00Z'::timestamptz + number * interval '1 second', false, 1,
                       'tenant' || number % 1000, 0
                from generate_series(1, 100000) number;
                analyze control.scheduled_tasks""");
    }

    private static String explained(String sql, String... parameters) {
        String filled = sql;
        for (String parameter : parameters) {
            filled = filled.replaceFirst("\\?(?=[:,)\\s])", parameter);
        }
        return String.join(
                "\n", tenants.lastLines("begin; explain (analyze, costs off, timing off, summary off) " + filled));
    }

    @Test
    void aPickReadsNoMoreRowsThanItTakes() {
        String plan = explained(
                FairPick.PICK,
                "'{tenant7,tenant8,tenant9}'",
                "'{0,0,0}'",
                "'{2,2,2}'",
                "'2026-11-21T09:00:00Z'",
                "3",
                "'worker'",
                "'2026-11-21T09:00:00Z'");

        assertThat(plan)
                .contains("Index Scan using scheduled_tasks_line")
                .doesNotContain("Seq Scan", "Rows Removed")
                .containsPattern("scheduled_tasks_line .*\\(actual rows=1.50 loops=2\\)");
    }

    @Test
    void aLookAtTheWholeQueueReadsARowOrTwoOfEachLine() {
        String plan = explained(FairPick.LOOK, "'2026-11-21T09:00:00Z'");

        assertThat(plan).contains("scheduled_tasks_line").doesNotContain("Seq Scan", "Rows Removed", "Sort");
        assertThat(List.of(plan.split("\n")).getFirst()).contains("actual rows=1000");
    }
}
