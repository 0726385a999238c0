package io.anteroom.testing;

import io.anteroom.tenancy.CurrentTenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A lock in the database of {@link Tenants#north()} at which works of a test stop, until it is opened: so they get into each
 * other's way where they can. A clinic has two connections in a test, so two can be stopped at a time.
 */
public final class Gate implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final JdbcClient superuser = Tenants.superuser();
    private final Connection lock;
    private int stopped;

    /**
     * Locks what a query locks.
     *
     * @param locking with {@code __tenant__} for the clinic's schema
     */
    public Gate(String locking) {
        try {
            lock = TestDatabase.connect();
            lock.setAutoCommit(false);
            try (Statement statement = lock.createStatement()) {
                statement.execute(
                        locking.replace("__tenant__", Tenants.north().id().schema()));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Begins a work of that clinic, and comes back when it waits for a lock. */
    public <T> Future<T> start(Callable<T> work) {
        var started = threads.submit(() -> CurrentTenant.call(Tenants.north(), work::call));
        stopped++;
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (waiting() < stopped) {
            if (started.isDone()) {
                throw new AssertionError("It didn't wait for a lock: " + answer(started));
            }
            if (System.nanoTime() > until) {
                throw new AssertionError("It waits for no lock");
            }
            Thread.onSpinWait();
        }
        return started;
    }

    /** Lets them go on. */
    public void open() {
        try {
            if (!lock.isClosed()) {
                lock.rollback();
                lock.close();
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** What a work answered; what it threw fails the test. */
    public static <T> T answer(Future<T> work) {
        try {
            return work.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        open();
        threads.close();
    }

    private long waiting() {
        return superuser.sql("""
                        select count(*) from pg_stat_activity
                         where datname = current_database() and wait_event_type = 'Lock'""").query(Long.class).single();
    }
}
