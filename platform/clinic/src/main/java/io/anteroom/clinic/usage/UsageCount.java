package io.anteroom.clinic.usage;

import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.TenantId;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts what operators see of the clinic, and comes again the next day. The making of a clinic leaves the first of these
 * pieces of work. Sessions are kept for a month only and messages have an index by age, so it reads little.
 */
@Component
class UsageCount implements WorkHandler {

    static final String KIND = "usage";

    private static final String DAILY = "daily";
    private static final Duration COUNTED = Duration.ofDays(30);
    private static final int SECONDS_A_DAY = 86_400;

    private final JdbcClient jdbc;
    private final WorkQueue work;
    private final Clock clock;

    UsageCount(JdbcClient jdbc, WorkQueue work, Clock clock) {
        this.jdbc = jdbc;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional
    public void handle(String ref) {
        Instant now = clock.instant();
        jdbc.sql("""
                        select 1 from work.report_usage(
                            (select count(*) from __tenant__.patient where not merged),
                            (select count(*) from __tenant__.portal_session where created_at > :since),
                            (select count(*) from __tenant__.message where created_at > :since and state = 'sent'),
                            :now)""")
                .param("since", sql(now.minus(COUNTED)))
                .param("now", sql(now))
                .query(Integer.class)
                .single();
        work.add(KIND, DAILY, next(CurrentTenant.get().id(), now));
    }

    /** Each clinic has its own second of the day, so that they do not all come at once. */
    static Instant next(TenantId tenant, Instant now) {
        Instant today = now.truncatedTo(ChronoUnit.DAYS)
                .plusSeconds(Math.floorMod(tenant.value().hashCode(), SECONDS_A_DAY));
        return today.isAfter(now) ? today : today.plus(1, ChronoUnit.DAYS);
    }

    private static OffsetDateTime sql(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
