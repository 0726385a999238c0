package io.anteroom.tenancy.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** One connection that listens for notices, on a thread of its own, and comes back when it is cut. */
final class Notices implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Notices.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int TRIES_A_MINUTE = 60;

    private final DataSource unpooled;
    private final List<NoticeListener> listeners;
    private final Duration quiet;
    private @Nullable Thread thread;
    private int failures;
    private volatile @Nullable Connection connection;

    /**
     * @param unpooled gives a connection that waits for an answer only so long
     * @param quiet after so long without a notice the database is asked whether it is still there: a connection may be cut
     *     without a word
     */
    Notices(DataSource unpooled, List<NoticeListener> listeners, Duration quiet) {
        this.unpooled = unpooled;
        this.listeners = listeners;
        this.quiet = quiet;
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name("database-notices").start(this::listenUntilInterrupted);
        }
    }

    @Override
    public synchronized void stop() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            abort();
            thread = null;
        }
    }

    /** Closing would wait for the very read that is to be ended. */
    private void abort() {
        Connection open = connection;
        if (open != null) {
            try {
                open.abort(Runnable::run);
            } catch (SQLException gone) {
                log.debug("The listening connection was gone already", gone);
            }
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** Early, so that nothing is remembered before it could be forgotten. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 100;
    }

    private void listenUntilInterrupted() {
        while (!Thread.currentThread().isInterrupted()) {
            try (Connection open = unpooled.getConnection()) {
                connection = open;
                listen(open);
            } catch (SQLException | RuntimeException cut) {
                pauseAfter(cut);
            }
        }
    }

    /** Says so once and then each minute, and not each second. */
    private void pauseAfter(Exception cut) {
        if (Thread.currentThread().isInterrupted()) {
            return;
        }
        if (failures++ % TRIES_A_MINUTE == 0) {
            log.warn("The database does not answer, and is asked again until it does: {}", cut.getMessage());
        }
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen(Connection open) throws SQLException {
        askFor(open);
        if (failures > 0) {
            log.info("The database answers again");
            failures = 0;
        }
        listeners.forEach(NoticeListener::missed);
        while (!Thread.currentThread().isInterrupted()) {
            PGNotification[] notices = open.unwrap(PGConnection.class).getNotifications((int) quiet.toMillis());
            if (notices == null || notices.length == 0) {
                askFor(open);
                continue;
            }
            for (PGNotification notice : notices) {
                tell(notice);
            }
        }
    }

    /** To ask for what was asked for before changes nothing, and is answered where the connection still stands. */
    private void askFor(Connection open) throws SQLException {
        try (Statement statement = open.createStatement()) {
            for (NoticeListener listener : listeners) {
                statement.execute("listen " + statement.enquoteIdentifier(listener.channel(), true));
            }
        }
    }

    private void tell(PGNotification notice) {
        for (NoticeListener listener : listeners) {
            if (listener.channel().equals(notice.getName())) {
                try {
                    listener.heard(notice.getParameter());
                } catch (RuntimeException failed) {
                    log.error("A notice on {} was not understood", notice.getName(), failed);
                }
            }
        }
    }
}
