package io.anteroom.clinic.access.family;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.GrantId;
import io.anteroom.clinic.access.grant.Grants;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who has access to a record, without what anybody signs in with. */
@Component
class HeldAccesses {

    private final JdbcClient jdbc;
    private final Clock clock;

    HeldAccesses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<HeldAccess> to(VisiblePatient patient, AccountId viewer, RevocationRule rule) {
        var now = clock.instant();
        return jdbc.sql("""
                        select g.id, g.account_id, g.relationship, g.level, g.scope, g.granted_at, g.limited_from,
                               least(g.expires_at, g.ends_by_age) as until, p.birth_date,
                        """ + Accounts.HOLDER + """
                               as name
                          from __tenant__.access_grant g
                          join __tenant__.portal_account a on a.id = g.account_id and a.closed_at is null
                          join __tenant__.patient p on p.id = g.patient_id
                         where g.patient_id = :patient and
                        """ + Grants.IN_FORCE + """
                         order by g.relationship = 'self' desc, g.granted_at, g.id""")
                .param("patient", patient.id().value())
                .param("now", sql(now))
                .query((row, _) -> access(row, patient, viewer, rule, now))
                .list();
    }

    private static HeldAccess access(
            ResultSet row, VisiblePatient patient, AccountId viewer, RevocationRule rule, Instant now)
            throws SQLException {
        boolean mine = row.getLong("account_id") == viewer.value();
        var whose = Relationship.of(row.getString("relationship"));
        var limitedFrom = instantOrNull(row, "limited_from");
        boolean limited = limitedFrom != null && !limitedFrom.isAfter(now);
        boolean own = patient.relationship() == Relationship.SELF;
        return new HeldAccess(
                new GrantId(row.getLong("id")),
                row.getString("name"),
                whose,
                limited ? AccessLevel.LIMITED : AccessLevel.of(row.getString("level")),
                AccessScope.ofStored((String[]) row.getArray("scope").getArray()),
                instant(row, "granted_at"),
                limited ? null : limitedFrom,
                instantOrNull(row, "until"),
                mine,
                own
                        && !mine
                        && rule.lets(patient.level(), whose, row.getObject("birth_date", LocalDate.class), today(now)));
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, CurrentTenant.get().zone());
    }
}
