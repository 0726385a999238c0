package io.anteroom.tenancy.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.TaskResolver;
import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.shaded.jdbc.JdbcRunner;
import com.github.kagkarlsson.shaded.jdbc.ResultSetMapper;
import io.anteroom.migrations.DatabaseRoles;
import io.anteroom.tenancy.TwoTenants;
import java.lang.reflect.Constructor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The database goes in the middle of a pick, which asks it several times. */
class FairPickTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    @SuppressWarnings("NullAway.Init")
    private static TwoTenants tenants;

    private final Lines lines = new Lines(1);
    private final FairPick pick = new FairPick(lines, Duration.ofHours(1));

    @BeforeAll
    static void database() {
        tenants = TwoTenants.in("fair_pick");
    }

    /** One piece is due; more lines may have work than are asked at once. */
    @BeforeEach
    void onePieceAndManyLines() {
        String north = tenants.north().id().value();
        tenants.run("delete from control.scheduled_tasks; insert into control.scheduled_tasks"
                + " (task_name, task_instance, execution_time, picked, version, tenant_id) values"
                + " ('tenant-work', '" + north + ":note:1', '2026-01-01T00:00:00Z', false, 1, '" + north + "')");
        lines.add(new Line(north, false));
        IntStream.range(0, 100).forEach(i -> lines.add(new Line("quiet" + i, false)));
    }

    /** Nobody else would know of it, and its line would count it as under way for ever. */
    @Test
    void whatWasTakenBeforeIsGivenToTheWorker() throws Exception {
        assertThat(picked(2)).extracting(work -> work.getTaskName()).containsExactly("tenant-work");
        assertThat(tenants.lines("select picked from control.scheduled_tasks")).containsExactly("t");
    }

    @Test
    void whereNothingWasTakenItIsSaidAndTheWholeQueueIsLookedAtNextTime() throws Exception {
        assertThatThrownBy(() -> picked(1)).hasRootCauseMessage("the database has gone");

        assertThat(picked(Integer.MAX_VALUE)).hasSize(1);
    }

    private List<Execution> picked(int answers) throws Exception {
        return pick.lockAndFetchSingleStatement(context(new Going(answers)), NOW, 8, true);
    }

    private static JdbcTaskRepositoryContext context(DataSource control) throws Exception {
        ResultSetMapper<List<Execution>> mapper = rows -> {
            List<Execution> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new Execution(
                        NOW, new TaskInstance<>(rows.getString("task_name"), rows.getString("task_instance"))));
            }
            return found;
        };
        Constructor<JdbcTaskRepositoryContext> constructor = JdbcTaskRepositoryContext.class.getDeclaredConstructor(
                TaskResolver.class, String.class, SchedulerName.class, JdbcRunner.class, Supplier.class);
        constructor.setAccessible(true);
        Supplier<ResultSetMapper<List<Execution>>> mappers = () -> mapper;
        return constructor.newInstance(
                null, QueueTable.NAME, new SchedulerName.Fixed("test"), new JdbcRunner(control, true), mappers);
    }

    /** Answers so many times: the look at the queue, then each turn. */
    private static final class Going extends DelegatingDataSource {

        private int answers;

        Going(int answers) {
            super(login());
            this.answers = answers;
        }

        private static DataSource login() {
            PGSimpleDataSource control = new PGSimpleDataSource();
            control.setUrl(tenants.url());
            control.setUser(DatabaseRoles.CONTROL);
            control.setPassword("control");
            return control;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (answers-- <= 0) {
                throw new SQLException("the database has gone");
            }
            return super.getConnection();
        }
    }
}
