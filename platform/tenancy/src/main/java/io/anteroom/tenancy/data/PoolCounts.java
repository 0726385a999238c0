package io.anteroom.tenancy.data;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** What a sub-pool counts of its connections' lives. Counting takes no lock: it happens in every transaction. */
final class PoolCounts {

    private final LongAdder waits = new LongAdder();
    private final LongAdder waitedNanos = new LongAdder();
    private final LongAdder inVain = new LongAdder();
    private final LongAdder pipelined = new LongAdder();
    private final LongAdder apart = new LongAdder();
    private final LongAdder refused = new LongAdder();

    /** Something that is waited for. */
    @FunctionalInterface
    interface Wait<T> {
        T end() throws SQLException;
    }

    /** Takes a connection, and notes how long that took. */
    <T> T waited(Wait<T> wait) throws SQLException {
        long begun = System.nanoTime();
        try {
            return wait.end();
        } catch (SQLTransientConnectionException late) {
            inVain.increment();
            throw late;
        } finally {
            waits.increment();
            waitedNanos.add(System.nanoTime() - begun);
        }
    }

    /** A transaction's first statement took the tenant's role along. */
    void tookRoleAlong() {
        pipelined.increment();
    }

    /** A transaction took the tenant's role by a round trip of its own. */
    void tookRoleApart() {
        apart.increment();
    }

    /** The guard refused something. */
    void refused() {
        refused.increment();
    }

    long waits() {
        return waits.sum();
    }

    double waited(TimeUnit unit) {
        return (double) waitedNanos.sum() / unit.toNanos(1);
    }

    long inVain() {
        return inVain.sum();
    }

    long rolesTakenAlong() {
        return pipelined.sum();
    }

    long rolesTakenApart() {
        return apart.sum();
    }

    long refusals() {
        return refused.sum();
    }
}
