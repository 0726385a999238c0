package io.anteroom.testing;

import io.anteroom.tenancy.data.SqlListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Counts the statements sent to PostgreSQL for tenants, so that a test can say how many a page may cost. */
public final class StatementCount implements SqlListener {

    private final List<String> statements = new CopyOnWriteArrayList<>();

    @Override
    public void executed(String sql) {
        statements.add(sql);
    }

    /** The statements since the last {@link #reset()}, as written. */
    public List<String> statements() {
        return List.copyOf(statements);
    }

    /** How many there were. */
    public int count() {
        return statements.size();
    }

    /** Begins again at none; done before each test too. */
    public void reset() {
        statements.clear();
    }
}
