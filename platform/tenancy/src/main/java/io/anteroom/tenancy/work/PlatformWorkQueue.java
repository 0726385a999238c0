package io.anteroom.tenancy.work;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leaves the platform's own work for later, in the caller's control transaction if there is one. */
public class PlatformWorkQueue {

    private final JdbcClient control;
    private final Clock clock;

    PlatformWorkQueue(JdbcClient control, Clock clock) {
        this.control = control;
        this.clock = clock;
    }

    /**
     * Leaves work to be done at once.
     *
     * @param kind the {@link PlatformWorkHandler#kind()} to do it
     * @param ref what it is about, 1 to 200 characters, such as a row's id
     */
    public void add(String kind, String ref) {
        leave("select 1 from control.add_platform_work(?, ?, least(?, now()))", kind, ref, clock.instant());
    }

    /** Leaves work that a person waits for, to be done at once: before everybody's work that is not urgent. */
    public void addUrgent(String kind, String ref) {
        leave("select 1 from control.add_urgent_platform_work(?, ?, least(?, now()))", kind, ref, clock.instant());
    }

    /** Leaves work to be done from {@code due} on; twice the same is one piece of work, due at the earlier time. */
    public void add(String kind, String ref, Instant due) {
        leave("select 1 from control.add_platform_work(?, ?, ?)", kind, ref, due);
    }

    private void leave(String sql, String kind, String ref, Instant due) {
        control.sql(sql)
                .params(kind, ref, OffsetDateTime.ofInstant(due, ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }
}
