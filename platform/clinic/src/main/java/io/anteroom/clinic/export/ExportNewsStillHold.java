package io.anteroom.clinic.export;

import static io.anteroom.clinic.access.SqlTimes.sql;

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

    /** By the same rule as {@link io.anteroom.clinic.export.content.CopyReach#within}. */
    @Override
    public boolean holds(String ref) {
        return portals.current().offers(Section.PROFILE)
                && jdbc.sql("""
                                select exists (
                                    select from __tenant__.patient_export e
                                      join __tenant__.portal_account c on c.id = e.account_id and c.closed_at is null
                                      join __tenant__.access_grant g
                                        on g.account_id = e.account_id and g.patient_id = e.patient_id
                                           and e.own = (g.relationship = 'self') and g.scope @> e.scope
                                           and (e.level = 'limited'
                                                or (g.relationship in ('self', 'parent') and g.level = 'full'
                                                    and (g.limited_from is null or g.limited_from > :now)))
                                     where e.id = :id and e.state = 'ready' and e.file_id is not null
                                       and e.expires_at > :now and""" + " " + Grants.IN_FORCE + ")")
                        .param("id", Long.parseLong(ref))
                        .param("now", sql(clock.instant()))
                        .query(Boolean.class)
                        .single();
    }
}
