package io.anteroom.tenancy.work;

import io.anteroom.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leaves work for later in the current tenant's transaction: rolled back with it, seen by the worker once committed. */
public class WorkQueue {

    private final JdbcClient tenantData;
    private final Clock clock;

    WorkQueue(JdbcClient tenantData, Clock clock) {
        this.tenantData = tenantData;
        this.clock = clock;
    }

    /**
     * Leaves work to be done at once, also where this process's clock is ahead of the worker's.
     *
     * @param kind the {@link WorkHandler#kind()} to do it
     * @param ref what it is about, 1 to 200 characters, such as a row's id; no content, no name, no code
     * @throws io.anteroom.tenancy.NoTenantException if no tenant is bound
     */
    public void add(String kind, String ref) {
        leave("select 1 from work.add(?, ?, least(?, now()))", kind, ref, clock.instant());
    }

    /** Leaves a piece of work to be done at once for each of {@code refs}, by one statement however many there are. */
    public void addAll(String kind, Collection<String> refs) {
        CurrentTenant.get();
        if (refs.isEmpty()) {
            return;
        }
        tenantData
                .sql("""
                        select count(*) from unnest(cast(:refs as text[])) as r (ref)
                         cross join lateral work.add(:kind, r.ref, least(:due, now()))""")
                .param("refs", refs.toArray(String[]::new))
                .param("kind", kind)
                .param("due", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /**
     * Leaves work that a person waits for, such as a code, to be done at once: before everybody's work that is not urgent.
     */
    public void addUrgent(String kind, String ref) {
        leave("select 1 from work.add_urgent(?, ?, least(?, now()))", kind, ref, clock.instant());
    }

    /**
     * Leaves work to be done from {@code due} on. The same kind and ref added twice are one piece of work, due at the
     * earlier time; added while it runs, it runs once more.
     */
    public void add(String kind, String ref, Instant due) {
        leave("select 1 from work.add(?, ?, ?)", kind, ref, due);
    }

    private void leave(String sql, String kind, String ref, Instant due) {
        CurrentTenant.get();
        tenantData
                .sql(sql)
                .params(kind, ref, OffsetDateTime.ofInstant(due, ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }
}
