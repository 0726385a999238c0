package io.anteroom.clinic.export;

import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.Grants;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.messaging.StillHolds;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** That a copy is ready isn't sent once it can be fetched no longer: it is gone, the access is less, or the profile is off. */
@Component
class ExportNewsStillHold implements StillHolds {

    private final PublishedPortals portals;
    private final JdbcClient jdbc;
    private final Clock clock;

    ExportNewsStillHold(PublishedPortals portals, JdbcClient jdbc, Clock clock) {
        this.portals = portals;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return ExportNews.KIND;
    }

    /** By the same rule as {@link Exports#fetch}. */
    @Override
    public boolean holds(String ref) {
        return portals.current().offers(Section.PROFILE)
                && jdbc.sql("""
                                select exists (
                                    select from __tenant__.patient_export e
                                      join __tenant__.portal_account c on c.id = e.account_id and c.closed_at is null
                                      join __tenant__.access_grant g
                                        on g.account_id = e.account_id and g.patient_id = e.patient_id
                                           and g.level = 'full' and (g.limited_from is null or g.limited_from > :now)
                                           and ((e.own and g.relationship = 'self' and 'clinical' = any(g.scope))
                                                or (not e.own and g.relationship = 'parent'
                                                    and g.scope @> cast(:all as text[])))
                                     where e.id = :id and e.state = 'ready'
                                       and e.expires_at > :now and""" + " " + Grants.IN_FORCE + ")")
                        .param("id", Long.parseLong(ref))
                        .param(
                                "all",
                                AccessScope.all().stream()
                                        .map(AccessScope::stored)
                                        .toArray(String[]::new))
                        .param("now", sql(clock.instant()))
                        .query(Boolean.class)
                        .single();
    }
}
