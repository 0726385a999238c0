package io.anteroom.testing;

import io.anteroom.tenancy.data.SqlListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Counts the statements sent to PostgreSQL for tenants, so that a test can say how many a page may cost. */
public final class StatementCount implements SqlListener {

    private final List<String> statements = new CopyOnWriteArrayList<>();
    private volatile int most = Integer.MAX_VALUE;

    @Override
    public void executed(String sql) {
        statements.add(sql);
        if (statements.size() > most) {
            throw new IllegalStateException("The process has ended");
        }
    }

    /** The statements since the last {@link #reset()}, as written. */
    public List<String> statements() {
        return List.copyOf(statements);
    }

    /** How many there were. */
    public int count() {
        return statements.size();
    }

    /** Begins again at none, and after so many all fail, as if the process had been killed; until it begins again. */
    public void killAfter(int statementsMore) {
        reset();
        most = statementsMore;
    }

    /** Begins again at none; done before each test too. */
    public void reset() {
        most = Integer.MAX_VALUE;
        statements.clear();
    }
}
