package io.anteroom.clinic.access;

import io.anteroom.clinic.patient.PatientId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one place that knows what an account may see. */
@Component
public class Charts {

    private final JdbcClient jdbc;
    private final Clock clock;

    Charts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What {@code viewer} may see now. Asked anew on every request, so that a grant taken away is gone at once. */
    @Transactional(readOnly = true)
    public VisibleChart visibleTo(Viewer viewer) {
        var patients = jdbc.sql("""
                        select p.id, btrim(p.given_name || ' ' || p.family_name) as name, g.relationship, g.level, g.scope
                          from __tenant__.access_grant g
                          join __tenant__.patient p on p.id = g.patient_id
                          join __tenant__.portal_account a on a.id = g.account_id
                         where g.account_id = :account and g.ended_at is null and a.closed_at is null
                           and (g.expires_at is null or g.expires_at > :now)
                         order by g.granted_at, g.id""")
                .param("account", viewer.account().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Charts::patient)
                .list();
        return new VisibleChart(viewer, patients);
    }

    private static VisiblePatient patient(ResultSet row, int number) throws SQLException {
        return new VisiblePatient(
                new PatientId(row.getLong("id")),
                row.getString("name"),
                Relationship.of(row.getString("relationship")),
                AccessLevel.of(row.getString("level")),
                scopes(row.getArray("scope")));
    }

    private static Set<AccessScope> scopes(Array stored) throws SQLException {
        var scopes = EnumSet.noneOf(AccessScope.class);
        Arrays.stream((String[]) stored.getArray()).map(AccessScope::of).forEach(scopes::add);
        return scopes;
    }
}
