package io.anteroom.tenancy.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.MovableClock;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TestApplication;
import io.anteroom.tenancy.TwoTenants;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A flood and a stuck clinic, each beside another clinic. The workers look by themselves but once an hour, so whatever
 * goes on goes on because a piece of work has ended or was told of.
 */
class FairWorkTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @SuppressWarnings("NullAway.Init")
    private static TwoTenants tenants;

    private final MovableClock clock = new MovableClock();
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger hanging = new AtomicInteger();
    private final CountDownLatch release = new CountDownLatch(1);
    private final List<ConfigurableApplicationContext> running = new ArrayList<>();

    @BeforeAll
    static void database() {
        tenants = TwoTenants.in("fair_work");
    }

    @BeforeEach
    void emptyQueue() {
        tenants.run("delete from control.scheduled_tasks; delete from control.dead_work");
    }

    @AfterEach
    void stopAll() {
        release.countDown();
        running.forEach(ConfigurableApplicationContext::close);
    }

    /** Notes what was done; hangs for refs that begin with "stuck" and fails for those that begin with "bad". */
    private final class Noting implements WorkHandler, PlatformWorkHandler {

        @Override
        public String kind() {
            return "note";
        }

        @Override
        public void handle(String ref) throws Exception {
            if (ref.startsWith("stuck")) {
                hanging.incrementAndGet();
                release.await();
                hanging.decrementAndGet();
            }
            done.add(CurrentTenant.find().map(Tenant::slug).orElse("platform") + " " + ref);
            if (ref.startsWith("bad")) {
                throw new IllegalStateException();
            }
        }
    }

    private ConfigurableApplicationContext worker(int threads, int perTenant) {
        return application(threads, perTenant, WorkConfiguration.class);
    }

    private ConfigurableApplicationContext application(int threads, int perTenant, Class<?>... configurations) {
        ConfigurableApplicationContext started = TestApplication.start(
                tenants, tenants.url(), context -> beans(context, threads, perTenant), configurations);
        running.add(started);
        return started;
    }

    private void beans(GenericApplicationContext context, int threads, int perTenant) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "fairness", Map.of("anteroom.work.threads", threads, "anteroom.work.per-tenant", perTenant)));
        context.registerBean("clock", Clock.class, () -> clock);
        context.registerBean("noting", Noting.class, () -> new Noting());
    }

    private static void leave(ConfigurableApplicationContext application, Tenant tenant, List<String> refs) {
        WorkQueue queue = application.getBean(WorkQueue.class);
        inside(application, tenant, () -> refs.forEach(ref -> queue.add("note", ref)));
    }

    private static void leaveUrgent(ConfigurableApplicationContext application, Tenant tenant, String... refs) {
        WorkQueue queue = application.getBean(WorkQueue.class);
        inside(application, tenant, () -> List.of(refs).forEach(ref -> queue.addUrgent("note", ref)));
    }

    private static void inside(ConfigurableApplicationContext application, Tenant tenant, Runnable act) {
        CurrentTenant.run(
                tenant,
                () -> application.getBean(TransactionTemplate.class).executeWithoutResult(transaction -> act.run()));
    }

    private static List<String> refs(String word, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> word + " " + i).toList();
    }

    private void awaitDone(String... works) {
        await().atMost(LONG).untilAsserted(() -> assertThat(List.copyOf(done)).contains(works));
    }

    @Test
    void theOnePieceOfSouthIsDoneAlthoughNorthHasAThousandDueBefore() {
        ConfigurableApplicationContext office = application(1, 1);
        leave(office, tenants.north(), refs("mailing", 1_000));
        clock.advance(Duration.ofMinutes(1));
        leave(office, tenants.south(), List.of("code"));

        worker(1, 1);

        awaitDone("south code");
        assertThat(List.copyOf(done).indexOf("south code")).isLessThanOrEqualTo(1);
    }

    @Test
    void tenantsTakeTurns() {
        ConfigurableApplicationContext office = application(1, 1);
        leave(office, tenants.north(), refs("mailing", 200));
        leave(office, tenants.south(), refs("mailing", 5));

        worker(1, 1);

        awaitDone("south mailing 5");
        assertThat(List.copyOf(done).indexOf("south mailing 5")).isLessThanOrEqualTo(10);
    }

    @Test
    void aTenantWhoseWorkHangsHoldsItsShareOfTheThreadsAndNoMore() {
        ConfigurableApplicationContext worker = worker(8, 2);
        leave(worker, tenants.north(), refs("stuck", 50));
        await().until(() -> hanging.get() == 2);

        leave(worker, tenants.south(), refs("mailing", 50));

        await().atMost(LONG).until(() -> done.size() == 50);
        assertThat(done).allMatch(work -> work.startsWith("south"));
        assertThat(hanging).hasValue(2);
        release.countDown();
        await().atMost(LONG).until(() -> done.size() == 100);
        assertThat(done).doesNotHaveDuplicates();
    }

    @Test
    void theOthersGoOnAtOnceAlthoughMostThreadsAreHeld() {
        ConfigurableApplicationContext worker = worker(8, 2);
        leave(worker, tenants.north(), refs("stuck", 10));
        leaveUrgent(worker, tenants.north(), "stuck a", "stuck b", "stuck c");
        PlatformWorkQueue platform = worker.getBean(PlatformWorkQueue.class);
        refs("stuck", 10).forEach(ref -> platform.add("note", ref));
        await().until(() -> hanging.get() == 6);

        leave(worker, tenants.south(), refs("mailing", 100));

        await().atMost(LONG).until(() -> done.size() == 100);
        assertThat(hanging).hasValue(6);
    }

    @Test
    void aCodeIsSentAlthoughTheClinicsOwnMailingHangs() {
        ConfigurableApplicationContext worker = worker(8, 2);
        leave(worker, tenants.north(), refs("stuck", 50));
        await().until(() -> hanging.get() == 2);

        leaveUrgent(worker, tenants.north(), "code");

        awaitDone("north code");
    }

    @Test
    void whatSomebodyWaitsForGoesBeforeEverybodysOtherWork() {
        ConfigurableApplicationContext office = application(1, 1);
        leave(office, tenants.north(), refs("mailing", 20));
        leave(office, tenants.south(), refs("mailing", 20));
        office.getBean(PlatformWorkQueue.class).add("note", "tidying");
        clock.advance(Duration.ofMinutes(1));
        leaveUrgent(office, tenants.north(), "code");
        office.getBean(PlatformWorkQueue.class).addUrgent("note", "confirmation");

        worker(1, 1);

        await().atMost(LONG).until(() -> done.size() == 43);
        assertThat(done.subList(0, 2)).containsExactlyInAnyOrder("north code", "platform confirmation");
    }

    @Test
    void whatIsLeftOnceMoreAsUrgentIsUrgent() {
        ConfigurableApplicationContext office = application(1, 1);
        leave(office, tenants.north(), refs("mailing", 20));
        leaveUrgent(office, tenants.north(), "mailing 20");
        leave(office, tenants.north(), List.of("mailing 20"));

        worker(1, 1);

        await().atMost(LONG).until(() -> done.size() == 20);
        assertThat(done.getFirst()).isEqualTo("north mailing 20");
    }

    @Test
    void withinATenantTheEarlierDueGoesFirst() {
        ConfigurableApplicationContext office = application(1, 1);
        List<Integer> minutes = List.of(5, 1, 9, 3, 7, 2, 8, 4, 6);
        inside(
                office,
                tenants.north(),
                () -> minutes.forEach(minute -> office.getBean(WorkQueue.class)
                        .add("note", String.valueOf(minute), clock.instant().plus(Duration.ofMinutes(minute)))));
        clock.advance(Duration.ofMinutes(10));

        worker(1, 1);

        await().atMost(LONG).until(() -> done.size() == 9);
        assertThat(done)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 9).mapToObj(i -> "north " + i).toList());
    }

    @Test
    void aTenantWhoseWorkAlwaysFailsDelaysNobody() {
        ConfigurableApplicationContext office = application(1, 1);
        leave(office, tenants.north(), refs("bad", 500));
        clock.advance(Duration.ofMinutes(1));
        leave(office, tenants.south(), refs("mailing", 3));

        worker(1, 1);

        awaitDone("south mailing 3");
        assertThat(List.copyOf(done).indexOf("south mailing 3")).isLessThanOrEqualTo(6);
    }

    @Test
    void nothingIsLostAndNothingDoneTwiceByTwoWorkers() {
        ConfigurableApplicationContext one = worker(8, 2);
        worker(3, 1);
        leave(one, tenants.north(), refs("mailing", 300));
        leave(one, tenants.south(), refs("mailing", 200));
        leaveUrgent(one, tenants.south(), refs("code", 50).toArray(String[]::new));
        PlatformWorkQueue platform = one.getBean(PlatformWorkQueue.class);
        refs("mail", 50).forEach(ref -> platform.add("note", ref));

        await().atMost(LONG)
                .until(() -> tenants.lines("select task_instance from control.scheduled_tasks")
                        .isEmpty());
        assertThat(done).hasSize(600).doesNotHaveDuplicates();
    }

    @Test
    void theFloodOfAKilledWorkerIsTakenUpByAnother() {
        ConfigurableApplicationContext office = application(1, 1);
        leave(office, tenants.north(), refs("mailing", 100));
        tenants.run("update control.scheduled_tasks set picked = true, picked_by = 'killed', version = 2,"
                + " last_heartbeat = '2026-11-21T08:59:00Z'");

        worker(2, 1);

        await().atMost(LONG).until(() -> {
            clock.advance(Duration.ofSeconds(1));
            tenants.run("select pg_notify('work', '')");
            return done.size() >= 100;
        });
        assertThat(done).hasSize(100).doesNotHaveDuplicates();
    }
}
