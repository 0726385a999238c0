package io.anteroom.clinic.access.session;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.clinic.staff.StaffPolicy;
import io.anteroom.clinic.staff.StaffRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Previews. One is alive while its time isn't over, nobody ended it and its patient's record stands. */
@Component
class PreviewRows {

    /** No account and no session has these numbers, so nothing is kept under them and nothing is found by them. */
    private static final AccountId NOBODY = new AccountId(0);

    private static final SessionId NO_SESSION = new SessionId(0);

    private static final String COLUMNS = """
            v.staff_id, v.staff_name, v.staff_roles, v.patient_id, v.relationship, v.level, v.scope, v.age, v.drafted, v.expires_at,
            btrim(p.given_name || ' ' || p.family_name) as name
            """;

    private final JdbcClient jdbc;

    PreviewRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds one that nobody has begun; false if there is no such patient. */
    boolean insert(
            PreviewToken token,
            StaffMember by,
            PatientId patient,
            PreviewAs as,
            boolean drafted,
            Instant now,
            Instant opensUntil) {
        return jdbc.sql("""
                        insert into __tenant__.portal_preview
                               (token_hash, staff_id, staff_name, staff_roles, patient_id, relationship, level, scope, age, drafted,
                                made_at, opens_until)
                        select :hash, :staff, left(:name, 200), :roles, p.id, :relationship, :level, :scope, cast(:age as integer),
                               :drafted, :now, :until
                          from __tenant__.patient p where p.id = :patient and not p.merged""")
                        .param("hash", token.hash())
                        .param("staff", by.subject())
                        .param("name", by.name())
                        .param(
                                "roles",
                                by.roles().stream()
                                        .map(StaffRole::code)
                                        .sorted()
                                        .toArray(String[]::new))
                        .param("relationship", as.relationship().stored())
                        .param("level", as.level().stored())
                        .param(
                                "scope",
                                as.scopes().stream()
                                        .map(AccessScope::stored)
                                        .sorted()
                                        .toArray(String[]::new))
                        .param("age", as.age())
                        .param("drafted", drafted)
                        .param("now", sql(now))
                        .param("until", sql(opensUntil))
                        .param("patient", patient.value())
                        .update()
                == 1;
    }

    /** Begins the one of that link, if nobody did before and it is not too late; from then on it goes by {@code cookie}. */
    Optional<Preview> begin(PreviewToken link, PreviewToken cookie, Instant now, Instant until) {
        return jdbc.sql("""
                        update __tenant__.portal_preview v
                           set begun_at = :now, cookie_hash = :cookie, expires_at = :until
                          from __tenant__.patient p
                         where v.token_hash = :hash and v.begun_at is null and v.opens_until > :now
                           and p.id = v.patient_id and not p.merged
                        returning""" + " " + COLUMNS)
                .param("now", sql(now))
                .param("cookie", cookie.hash())
                .param("until", sql(until))
                .param("hash", link.hash())
                .query((row, _) -> preview(row))
                .optional();
    }

    /** The one that a browser holds {@code cookie} of. */
    Optional<Preview> find(PreviewToken cookie, Instant now) {
        return jdbc.sql("select " + COLUMNS + """
                          from __tenant__.portal_preview v
                          join __tenant__.patient p on p.id = v.patient_id and not p.merged
                         where v.cookie_hash = :hash and v.ended_at is null and v.expires_at > :now""")
                .param("hash", cookie.hash())
                .param("now", sql(now))
                .query((row, _) -> preview(row))
                .optional();
    }

    void end(PreviewToken cookie, Instant now) {
        jdbc.sql("update __tenant__.portal_preview set ended_at = :now where cookie_hash = :hash and ended_at is null")
                .param("now", sql(now))
                .param("hash", cookie.hash())
                .update();
    }

    void forgetMadeBefore(Instant then) {
        jdbc.sql("delete from __tenant__.portal_preview where made_at < :then")
                .param("then", sql(then))
                .update();
    }

    private static Preview preview(ResultSet row) throws SQLException {
        var by = new Actor.Staff(row.getString("staff_id"), row.getString("staff_name"));
        var roles = roles(row);
        var as = new PreviewAs(
                Relationship.of(row.getString("relationship")),
                AccessLevel.of(row.getString("level")),
                AccessScope.ofStored(row.getArray("scope")),
                row.getObject("age", Integer.class));
        var until = instant(row, "expires_at");
        var patient = new VisiblePatient(
                new PatientId(row.getLong("patient_id")),
                row.getString("name"),
                as.relationship(),
                as.level(),
                as.scopes());
        boolean clinical = StaffPolicy.allows(roles, Permission.SEE_RECORDS);
        var viewer = new Viewer(NOBODY, NO_SESSION, until, patient.id(), clinical ? until : null);
        return new Preview(
                by,
                roles,
                as,
                row.getBoolean("drafted"),
                until,
                VisibleChart.previewed(viewer, as.who(), List.of(patient), by));
    }

    private static Set<StaffRole> roles(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("staff_roles").getArray())
                .map(StaffRole::ofCode)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }
}
