package io.anteroom.tenancy.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Makes a pool's connections and remembers when it last could not. While nothing answers, whoever wants a connection is
 * told so at once: behind an empty pool each would wait, be told no, and hold what others wait for. The pool itself goes on
 * trying meanwhile, at least every five seconds, so that the first success ends this.
 */
final class PromptDataSource extends DelegatingDataSource {

    /** Longer than the pool's own longest pause between two tries. */
    static final long REMEMBERED = TimeUnit.SECONDS.toNanos(6);

    private final LongSupplier nanoTime;
    private volatile boolean failing;
    private volatile long failedAt;

    PromptDataSource(DataSource login) {
        this(login, System::nanoTime);
    }

    PromptDataSource(DataSource login, LongSupplier nanoTime) {
        super(login);
        this.nanoTime = nanoTime;
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            Connection made = super.getConnection();
            failing = false;
            return made;
        } catch (SQLException failed) {
            failedAt = nanoTime.getAsLong();
            failing = true;
            throw failed;
        }
    }

    /**
     * Refuses at once where waiting is no use.
     *
     * @param connections how many the pool has
     */
    void requireHope(int connections) throws SQLException {
        if (connections == 0 && failing && nanoTime.getAsLong() - failedAt < REMEMBERED) {
            throw new SQLTransientConnectionException("The database did not answer just now", "08001");
        }
    }
}
