package io.anteroom.tenancy.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.Task;
import io.anteroom.tenancy.data.NoticeListener;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Takes due work from the queue while the application runs: the last to start and the first to stop. */
final class Worker implements SmartLifecycle, NoticeListener {

    private final DataSource control;
    private final List<Task<?>> tasks;
    private final WorkSettings settings;
    private final Clock clock;
    private final Lines lines;
    private final FairPick pick;
    private volatile @Nullable Scheduler scheduler;

    Worker(DataSource control, List<Task<?>> tasks, WorkSettings settings, Clock clock) {
        this.control = control;
        this.tasks = List.copyOf(tasks);
        this.settings = settings;
        this.clock = clock;
        this.lines = new Lines(settings.perTenant());
        this.pick = new FairPick(lines, settings.pollingInterval());
    }

    @Override
    public synchronized void start() {
        if (scheduler == null) {
            Scheduler made = Scheduler.create(control, tasks)
                    .tableName(QueueTable.NAME)
                    .threads(settings.threads())
                    .executorService(new Threads(settings.threads()))
                    .jdbcCustomization(pick)
                    .enablePriority()
                    .addSchedulerListener(new Ends())
                    .pollUsingLockAndFetch(0.5, 1.0)
                    .pollingInterval(settings.pollingInterval())
                    .heartbeatInterval(settings.heartbeatInterval())
                    .missedHeartbeatsLimit(4)
                    .shutdownMaxWait(settings.shutdownWait())
                    .failureLogging(LogLevel.OFF, false)
                    .clock(clock::instant)
                    .build();
            made.start();
            scheduler = made;
        }
    }

    /** Waits for what is running; what did not end in time is taken up by another worker. */
    @Override
    public synchronized void stop() {
        Scheduler running = scheduler;
        scheduler = null;
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 100;
    }

    @Override
    public String channel() {
        return "work";
    }

    /** New work of a line; nothing where it may be of any. */
    @Override
    public void heard(String line) {
        if (line.isEmpty()) {
            missed();
        } else {
            lines.add(Line.named(line));
            look();
        }
    }

    @Override
    public void missed() {
        pick.forget();
        look();
    }

    private void look() {
        Scheduler running = scheduler;
        if (running != null) {
            running.triggerCheckForDueExecutions();
        }
    }

    /**
     * Looks for more whenever a thread is free. db-scheduler itself would wait until half of them are, which never comes
     * while the work of stuck tenants holds that many.
     */
    private final class Threads extends ThreadPoolExecutor {

        Threads(int threads) {
            super(
                    threads,
                    threads,
                    0,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    Thread.ofPlatform().name("work-", 1).factory());
        }

        @Override
        protected void afterExecute(Runnable work, @Nullable Throwable failure) {
            look();
        }
    }

    private final class Ends extends AbstractSchedulerListener {

        @Override
        public void onExecutionComplete(ExecutionComplete run) {
            lines.ended(Line.of(run.getExecution()));
        }
    }
}
