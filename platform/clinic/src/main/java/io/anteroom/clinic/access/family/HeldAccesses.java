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
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who has access to a record, without what anybody signs in with. */
@Component
class HeldAccesses {

    /** SQL for whether somebody has the access {@code g} with the account {@code a}. */
    private static final String HELD = "a.closed_at is null and " + Grants.IN_FORCE;

    private static final String ACCESSES =
            """
            select g.id, g.account_id, g.relationship, g.level, g.scope, g.granted_at, g.granted_by, g.limited_from,
                   case when exists (select from __tenant__.invitation i
                                      where i.patient_id = g.patient_id and i.account_id = g.account_id
                                        and i.used_at between g.granted_at - MOMENT and g.granted_at + MOMENT) then 'INVITATION'
                        when exists (select from __tenant__.registration r
                                      where r.patient_id = g.patient_id and r.account_id = g.account_id
                                        and r.decided_at between g.granted_at - MOMENT and g.granted_at + MOMENT) then 'REGISTRATION'
                        when exists (select from __tenant__.patient_link l
                                      where l.patient_id = g.patient_id and l.ended_because = 'used'
                                        and l.ended_at between g.granted_at - MOMENT and g.granted_at + MOMENT) then 'LINK'
                        else 'BY_STAFF' end as how,
                   least(g.expires_at, g.ends_by_age) as until, p.birth_date, HOLDER as name
              from __tenant__.access_grant g
              join __tenant__.portal_account a on a.id = g.account_id
              join __tenant__.patient p on p.id = g.patient_id
             where g.patient_id = :patient and %s
             order by g.relationship = 'self' desc, g.granted_at, g.id""".replace("HOLDER", Accounts.HOLDER).replace("MOMENT", "interval '1 minute'");

    private final JdbcClient jdbc;
    private final Clock clock;

    HeldAccesses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<HeldAccess> to(VisiblePatient patient, AccountId viewer, RevocationRule rule) {
        return read(jdbc.sql(ACCESSES.formatted(HELD)), patient, viewer, rule);
    }

    /** One that holds no more. */
    Optional<HeldAccess> past(VisiblePatient patient, GrantId grant, AccountId viewer, RevocationRule rule) {
        var one = jdbc.sql(ACCESSES.formatted("g.id = :grant and not (" + HELD + ")"))
                .param("grant", grant.value());
        return read(one, patient, viewer, rule).stream().findFirst();
    }

    /** Whether the account of a past access has another to the same patient now. */
    boolean goesOn(GrantId past) {
        return jdbc.sql("""
                        select exists (select 1 from __tenant__.access_grant was
                          join __tenant__.access_grant g on g.account_id = was.account_id and g.patient_id = was.patient_id
                          join __tenant__.portal_account a on a.id = g.account_id
                         where was.id = :grant and HELD)""".replace("HELD", HELD))
                .param("grant", past.value())
                .param("now", sql(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** Whether whoever holds that account once gave up the access to that patient. */
    boolean wasGivenUp(PatientId patient, AccountId account) {
        return jdbc.sql("""
                        select exists (select 1 from __tenant__.access_grant
                                        where patient_id = :patient and account_id = :account
                                          and ended_because = 'given-up')""")
                .param("patient", patient.value())
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    private List<HeldAccess> read(
            JdbcClient.StatementSpec accesses, VisiblePatient patient, AccountId viewer, RevocationRule rule) {
        var now = clock.instant();
        return accesses.param("patient", patient.id().value())
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
                row.getString("granted_by"),
                GivenHow.valueOf(row.getString("how")),
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
