package io.anteroom.tenancy.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import io.anteroom.tenancy.data.NoticeListener;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Takes due work from the queue while the application runs: the last to start and the first to stop. */
final class Worker implements SmartLifecycle, NoticeListener {

    private final DataSource control;
    private final List<Task<?>> tasks;
    private final WorkSettings settings;
    private final Clock clock;
    private volatile @Nullable Scheduler scheduler;

    Worker(DataSource control, List<Task<?>> tasks, WorkSettings settings, Clock clock) {
        this.control = control;
        this.tasks = List.copyOf(tasks);
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        if (scheduler == null) {
            Scheduler made = Scheduler.create(control, tasks)
                    .tableName(QueueTable.NAME)
                    .threads(settings.threads())
                    .pollUsingLockAndFetch(0.5, 1.0)
                    .pollingInterval(settings.pollingInterval())
                    .heartbeatInterval(settings.heartbeatInterval())
                    .missedHeartbeatsLimit(4)
                    .shutdownMaxWait(settings.shutdownWait())
                    .failureLogging(LogLevel.OFF, false)
                    .alwaysPersistTimestampInUTC()
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

    @Override
    public void heard(String nothing) {
        Scheduler running = scheduler;
        if (running != null) {
            running.triggerCheckForDueExecutions();
        }
    }

    @Override
    public void missed() {
        heard("");
    }
}
