package io.anteroom.clinic.profile;

import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.grant.Grants;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.messaging.StillHolds;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** News of an answer isn't sent once who asked may see nothing of the contact details any more, or the profile is gone. */
@Component
class ProfileNewsStillHold implements StillHolds {

    private final PublishedPortals portals;
    private final JdbcClient jdbc;
    private final Clock clock;

    ProfileNewsStillHold(PublishedPortals portals, JdbcClient jdbc, Clock clock) {
        this.portals = portals;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return ProfileNews.KIND;
    }

    /** By the same rule as {@link ProfileRight}. */
    @Override
    public boolean holds(String ref) {
        return portals.current().offers(Section.PROFILE)
                && jdbc.sql("""
                                select exists (
                                    select from __tenant__.profile_change w
                                      join __tenant__.portal_account c on c.id = w.account_id and c.closed_at is null
                                      join __tenant__.access_grant g
                                        on g.account_id = w.account_id and g.patient_id = w.patient_id
                                           and g.level = 'full' and (g.limited_from is null or g.limited_from > :now)
                                           and (g.relationship = 'self' or 'bookings' = any(g.scope))
                                     where w.id = :id and w.state = 'answered' and""" + " " + Grants.IN_FORCE + ")")
                        .param("id", Long.parseLong(ref))
                        .param("now", sql(clock.instant()))
                        .query(Boolean.class)
                        .single();
    }
}
