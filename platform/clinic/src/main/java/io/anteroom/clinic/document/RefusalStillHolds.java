package io.anteroom.clinic.document;

import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.grant.Grants;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.messaging.StillHolds;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** News of a document isn't sent once its sender may not see it any more, or the clinic takes documents no longer. */
@Component
class RefusalStillHolds implements StillHolds {

    private final PublishedPortals portals;
    private final JdbcClient jdbc;
    private final Clock clock;

    RefusalStillHolds(PublishedPortals portals, JdbcClient jdbc, Clock clock) {
        this.portals = portals;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return DocumentNews.KIND;
    }

    @Override
    public boolean holds(String ref) {
        return portals.current().offers(Section.DOCUMENTS)
                && jdbc.sql("""
                                select exists (
                                    select from __tenant__.document d
                                      join __tenant__.portal_account c on c.id = d.account_id and c.closed_at is null
                                      left join __tenant__.access_grant g
                                        on g.account_id = d.account_id and g.patient_id = d.patient_id and 'bookings' = any(g.scope)
                                     where d.id = :id and d.state = 'refused' and (d.patient_id is null or""" + " " + Grants.IN_FORCE + "))")
                        .param("id", Long.parseLong(ref))
                        .param("now", sql(clock.instant()))
                        .query(Boolean.class)
                        .single();
    }
}
