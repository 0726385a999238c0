package io.anteroom.tenancy.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.MovableClock;
import io.anteroom.tenancy.NoTenantException;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TestApplication;
import io.anteroom.tenancy.TwoTenants;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Work from the queue, done by real workers that look by themselves but once an hour: whatever happens, they were told. */
class WorkTest {

    @SuppressWarnings("NullAway.Init")
    private static TwoTenants tenants;

    private final MovableClock clock = new MovableClock();
    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
    private final Map<String, CountDownLatch> blocked = new ConcurrentHashMap<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<ConfigurableApplicationContext> running = new ArrayList<>();

    @BeforeAll
    static void database() {
        tenants = TwoTenants.in("work");
    }

    @BeforeEach
    void emptyQueue() {
        tenants.run("delete from control.scheduled_tasks; delete from control.dead_work;"
                + " update control.tenant set state = 'ACTIVE'");
    }

    @AfterEach
    void stopAll() {
        blocked.values().forEach(CountDownLatch::countDown);
        running.forEach(ConfigurableApplicationContext::close);
    }

    /** Notes who calls; blocks on a latch where a test has put one; fails for the ref "bad". */
    private final class Noting implements WorkHandler, PlatformWorkHandler {

        @Override
        public String kind() {
            return "note";
        }

        @Override
        public void handle(String ref) throws Exception {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isFalse();
            String who = CurrentTenant.find().map(Tenant::slug).orElse("platform");
            done.add(who + " " + ref);
            CountDownLatch latch = blocked.remove(ref);
            if (latch != null) {
                latch.await();
                done.add(who + " " + ref + " finished");
            }
            if (ref.startsWith("bad")) {
                throw new IllegalStateException("secret@example.org");
            }
        }
    }

    private ConfigurableApplicationContext application(Class<?>... configurations) {
        ConfigurableApplicationContext started =
                TestApplication.start(tenants, tenants.url(), this::beans, configurations);
        running.add(started);
        return started;
    }

    private void beans(GenericApplicationContext context) {
        context.registerBean("clock", Clock.class, () -> clock);
        context.registerBean("meters", MeterRegistry.class, () -> meters);
        context.registerBean("observations", ObservationRegistry.class, this::observations);
        context.registerBean("noting", Noting.class, () -> new Noting());
    }

    private ObservationRegistry observations() {
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        return registry;
    }

    private static void leave(ConfigurableApplicationContext application, Tenant tenant, String... refs) {
        WorkQueue queue = application.getBean(WorkQueue.class);
        CurrentTenant.run(
                tenant,
                () -> application.getBean(TransactionTemplate.class).executeWithoutResult(transaction -> {
                    for (String ref : refs) {
                        queue.add("note", ref);
                    }
                }));
    }

    private String next() {
        try {
            String next = done.poll(20, TimeUnit.SECONDS);
            assertThat(next).as("work done").isNotNull();
            return String.valueOf(next);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void awaitEmptyQueue() {
        await().untilAsserted(() -> assertThat(queue()).isEmpty());
    }

    private static List<String> queue() {
        return tenants.lines("select task_instance from control.scheduled_tasks");
    }

    @Test
    void aProcessThatIsAheadMakesNobodyWait() {
        ConfigurableApplicationContext application = application();
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1));
        WorkQueue queue = new WorkQueue(application.getBean(JdbcClient.class), ahead);

        CurrentTenant.run(
                tenants.north(),
                () -> application.getBean(TransactionTemplate.class).executeWithoutResult(_ -> {
                    queue.add("note", "1");
                    queue.addUrgent("note", "2");
                    queue.add("note", "3", ahead.instant());
                }));

        assertThat(tenants.lines("select execution_time <= now() from control.scheduled_tasks order by task_instance"))
                .containsExactly("t", "t", "f");
    }

    @Test
    void isDoneForTheTenantThatLeftIt() {
        ConfigurableApplicationContext worker = application(WorkConfiguration.class);
        leave(worker, tenants.north(), "1");
        assertThat(next()).isEqualTo("north 1");
        leave(worker, tenants.south(), "1");
        assertThat(next()).isEqualTo("south 1");
        awaitEmptyQueue();
    }

    @Test
    void isNeverDoneWhenTheActIsRolledBack() {
        ConfigurableApplicationContext worker = application(WorkConfiguration.class);
        CurrentTenant.run(
                tenants.north(),
                () -> worker.getBean(TransactionTemplate.class).executeWithoutResult(transaction -> {
                    worker.getBean(WorkQueue.class).add("note", "undone");
                    transaction.setRollbackOnly();
                }));
        leave(worker, tenants.north(), "kept");
        assertThat(next()).isEqualTo("north kept");
        awaitEmptyQueue();
        assertThat(done).isEmpty();
    }

    @Test
    void leftBeforeAnyWorkerRanIsDoneByTheFirstThatStarts() {
        leave(application(), tenants.north(), "waiting");
        assertThat(queue()).hasSize(1);
        ConfigurableApplicationContext worker = application(WorkConfiguration.class);
        leave(worker, tenants.south(), "new");
        assertThat(List.of(next(), next())).containsExactlyInAnyOrder("north waiting", "south new");
    }

    @Test
    void ofAWorkerThatWasKilledIsTakenUpByAnother() {
        leave(application(), tenants.north(), "half done");
        tenants.run("update control.scheduled_tasks set picked = true, picked_by = 'killed', version = 2,"
                + " last_heartbeat = '2026-11-21T08:59:00Z'");
        application(WorkConfiguration.class);
        await().until(() -> {
            clock.advance(Duration.ofSeconds(1));
            tenants.run("select pg_notify('work', '')");
            return !done.isEmpty();
        });
        assertThat(next()).isEqualTo("north half done");
        awaitEmptyQueue();
    }

    @Test
    void isDoneOnceHoweverManyWorkersThereAre() {
        ConfigurableApplicationContext one = application(WorkConfiguration.class);
        application(WorkConfiguration.class);
        List<String> refs = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            refs.add(String.valueOf(i));
        }
        leave(one, tenants.north(), refs.toArray(String[]::new));
        await().atMost(Duration.ofSeconds(30)).until(() -> queue().isEmpty());
        assertThat(done).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void addedWhileItRunsRunsOnceMore() {
        CountDownLatch latch = new CountDownLatch(1);
        blocked.put("again", latch);
        ConfigurableApplicationContext worker = application(WorkConfiguration.class);
        leave(worker, tenants.north(), "again");
        assertThat(next()).isEqualTo("north again");
        leave(worker, tenants.north(), "again");
        latch.countDown();
        assertThat(next()).isEqualTo("north again finished");
        tenants.run("select pg_notify('work', '')");
        await().until(() -> {
            tenants.run("select pg_notify('work', '')");
            return !done.isEmpty();
        });
        assertThat(next()).isEqualTo("north again");
        awaitEmptyQueue();
    }

    @Test
    void addedTwiceIsOnePieceDueAtTheEarlierTime() {
        ConfigurableApplicationContext application = application();
        WorkQueue queue = application.getBean(WorkQueue.class);
        CurrentTenant.run(
                tenants.north(),
                () -> application.getBean(TransactionTemplate.class).executeWithoutResult(transaction -> {
                    queue.add("note", "1", clock.instant().plusSeconds(60));
                    queue.add("note", "1", clock.instant().plusSeconds(30));
                    queue.add("note", "1", clock.instant().plusSeconds(90));
                }));
        assertThat(tenants.lines("select extract(epoch from execution_time - '" + clock.instant()
                        + "')::int from control.scheduled_tasks"))
                .containsExactly("30");
    }

    @Test
    void thatKeepsFailingIsTriedWithGrowingPausesAndThenSetAside() {
        ConfigurableApplicationContext worker = application(WorkConfiguration.class);
        leave(worker, tenants.north(), "bad");
        for (int attempt = 1; attempt < Failures.ATTEMPTS; attempt++) {
            assertThat(next()).isEqualTo("north bad");
            String attempts = String.valueOf(attempt);
            await().untilAsserted(() -> assertThat(tenants.lines(
                            "select consecutive_failures" + " from control.scheduled_tasks where not picked"))
                    .containsExactly(attempts));
            clock.advance(Failures.pauseAfter(attempt));
            tenants.run("select pg_notify('work', '')");
        }
        await().untilAsserted(() -> assertThat(tenants.lines(
                        "select tenant_id || ' ' || kind || ' ' || ref || ' ' || attempts" + " from control.dead_work"))
                .containsExactly(tenants.north().id() + " note bad 20"));
        assertThat(queue()).isEmpty();
        assertThat(tenants.lines("select error from control.dead_work"))
                .singleElement()
                .asString()
                .startsWith("java.lang.IllegalStateException at io.anteroom")
                .doesNotContain("secret@example.org");
        assertThat(meters.get("anteroom.work.given.up")
                        .tag("kind", "note")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void ofASuspendedTenantWaitsUntilItIsInUseAgain() {
        ConfigurableApplicationContext worker = application(WorkConfiguration.class);
        tenants.run("update control.tenant set state = 'SUSPENDED' where slug = 'north'");
        await().until(() -> worker.getBean(io.anteroom.tenancy.TenantDirectory.class)
                        .byId(tenants.north().id())
                        .orElseThrow()
                        .state()
                == io.anteroom.tenancy.TenantState.SUSPENDED);
        leave(worker, tenants.north(), "later");
        await().untilAsserted(() -> assertThat(tenants.lines("select paused::text from control.scheduled_tasks"))
                .containsExactly("true"));
        leave(worker, tenants.south(), "now");
        assertThat(next()).isEqualTo("south now");
        assertThat(done).isEmpty();

        // The trigger names the database's own time, which is long after the test's.
        tenants.run("update control.tenant set state = 'ACTIVE' where slug = 'north'");
        clock.advance(Duration.ofDays(36_500));
        await().until(() -> {
            tenants.run("select pg_notify('work', '')");
            return !done.isEmpty();
        });
        assertThat(next()).isEqualTo("north later");
        awaitEmptyQueue();
    }

    @Test
    void withoutATenantIsRefused() {
        ConfigurableApplicationContext worker = application(WorkConfiguration.class);
        assertThatThrownBy(() -> worker.getBean(WorkQueue.class).add("note", "1"))
                .isInstanceOf(NoTenantException.class);
        tenants.run("insert into control.scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                + " values ('tenant-work', 'aaaaaaaaaaaa:note:forged', '2026-11-21T08:00:00Z', false, 1),"
                + " ('tenant-work', 'note:forged', '2026-11-21T08:00:00Z', false, 1);"
                + " select pg_notify('work', '')");
        await().untilAsserted(() -> assertThat(tenants.lines(
                        "select task_instance from control.scheduled_tasks" + " where consecutive_failures is null"))
                .isEmpty());
        assertThat(done).isEmpty();
    }

    @Test
    void ofThePlatformIsDoneWithoutATenant() {
        ConfigurableApplicationContext worker = application(WorkConfiguration.class);
        worker.getBean(PlatformWorkQueue.class).add("note", "1");
        assertThat(next()).isEqualTo("platform 1");
        awaitEmptyQueue();
    }

    @Test
    void isFinishedBeforeTheWorkerStops() {
        CountDownLatch latch = new CountDownLatch(1);
        blocked.put("slow", latch);
        ConfigurableApplicationContext worker = application(WorkConfiguration.class);
        leave(worker, tenants.north(), "slow");
        assertThat(next()).isEqualTo("north slow");
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(worker::close);
        await().until(() -> !worker.getBean(Worker.class).isRunning());
        latch.countDown();
        stopped.join();
        assertThat(next()).isEqualTo("north slow finished");
        assertThat(queue()).isEmpty();
    }

    @Test
    void isMeasuredByKindAndOutcomeAndNeverByTenant() {
        leave(application(), tenants.north(), "late");
        clock.advance(Duration.ofSeconds(7));
        ConfigurableApplicationContext worker = application(WorkConfiguration.class);
        assertThat(next()).isEqualTo("north late");
        awaitEmptyQueue();
        leave(worker, tenants.south(), "bad");
        assertThat(next()).isEqualTo("south bad");
        await().untilAsserted(() -> assertThat(
                        tenants.lines("select task_instance from control.scheduled_tasks where not picked"))
                .hasSize(1));

        assertThat(meters.get("anteroom.work.runs")
                        .tags("kind", "note", "error", "none")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("anteroom.work.runs")
                        .tags("kind", "note", "error", "IllegalStateException")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("anteroom.work.lag").tag("kind", "note").timer().totalTime(TimeUnit.SECONDS))
                .isEqualTo(7);
        assertThat(meters.getMeters())
                .allSatisfy(meter -> assertThat(meter.getId().getTags())
                        .extracting(Tag::getKey)
                        .isSubsetOf("kind", "error", "le"));
    }

    @Test
    void theOldestIsAsOldAsItsFirstDayWhateverBecameOfItSince() {
        WaitingWork waiting = application(WorkConfiguration.class).getBean(WaitingWork.class);
        assertThat(waiting.oldest("slow")).isZero();
        String due = "'2020-01-01T10:00:00Z'";
        String north = tenants.north().id().value();
        tenants.run("insert into control.scheduled_tasks (task_name, task_instance, execution_time, picked, version,"
                + " consecutive_failures, paused, added_at) values"
                + " ('tenant-work', '" + north + ":slow:1', now() + interval '1 hour', true, 1, 3, false,"
                + "  now() - interval '2 hours'),"
                + " ('platform-work', 'slow:1', " + due + ", true, 1, 0, false, now() - interval '1 hour'),"
                + " ('tenant-work', '" + north + ":slow:later', now() + interval '1 hour', true, 1, 0, false,"
                + "  now() - interval '9 hours'),"
                + " ('tenant-work', '" + north + ":slow:paused', " + due + ", true, 1, 0, true,"
                + "  now() - interval '9 hours'),"
                + " ('tenant-work', '" + north + ":slower:1', " + due + ", true, 1, 0, false,"
                + "  now() - interval '9 hours')");
        assertThat(waiting.oldest("slow")).isCloseTo(Duration.ofHours(2), Duration.ofMinutes(5));
    }

    @Test
    void thatIsDueAndThatIsDeadAreCounted() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new WorkConfiguration()
                .workMetrics(application().getBean("controlJdbcClient", JdbcClient.class))
                .bindTo(registry);
        tenants.run("insert into control.dead_work (task_name, kind, ref, attempts, error, died_at)"
                + " values ('platform-work', 'note', '1', 20, 'x', now());"
                + " insert into control.scheduled_tasks (task_name, task_instance, execution_time, picked, version, paused)"
                + " values ('platform-work', 'note:1', '2020-01-01T10:00:00Z', false, 1, false),"
                + " ('platform-work', 'note:2', '2020-01-01T10:00:00Z', false, 1, true)");
        assertThat(registry.get("anteroom.work.dead").gauge().value()).isEqualTo(1);
        assertThat(registry.get("anteroom.work.due").gauge().value()).isEqualTo(1);
    }

    @Test
    void twoHandlersOfOneKindAreRefusedAtTheStart() {
        assertThatThrownBy(() -> running.add(TestApplication.start(
                        tenants,
                        tenants.url(),
                        context -> {
                            beans(context);
                            context.registerBean("second", Noting.class, () -> new Noting());
                        },
                        WorkConfiguration.class)))
                .hasRootCauseMessage("Two handlers for work of kind note");
    }
}
