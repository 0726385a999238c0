package io.anteroom.clinic.access.session;

import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.Grants;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.patient.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one place that knows what an account may see. */
@Component
public class Charts {

    /** What is read of each grant in force; all of it but the account's holder null where there is none. */
    static final String COLUMNS = """
            a.holder_name, a.language, p.id as patient_id, btrim(p.given_name || ' ' || p.family_name) as name, g.relationship,
            case when g.limited_from <= :now then 'limited' else g.level end as level, g.scope
            """;

    /** The grants in force of the account {@code a}, for the end of a query's tables. */
    static final String GRANTS = """
              left join (__tenant__.access_grant g join __tenant__.patient p on p.id = g.patient_id)
                on g.account_id = a.id and
            """ + Grants.IN_FORCE;

    static final String IN_ORDER = " order by g.granted_at, g.id";

    private final JdbcClient jdbc;
    private final Clock clock;

    Charts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What {@code viewer} may see now. Asked anew each time, so that a grant taken away is gone at once. */
    @Transactional(readOnly = true)
    public VisibleChart visibleTo(Viewer viewer) {
        return jdbc.sql("select " + COLUMNS + " from __tenant__.portal_account a" + GRANTS
                        + " where a.id = :account and a.closed_at is null" + IN_ORDER)
                .param("account", viewer.account().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((ResultSet rows) ->
                        rows.next() ? chart(viewer, rows) : new VisibleChart(viewer, null, null, List.of()));
    }

    /** What the rows say from the one that is read on, all of them of one account. */
    static VisibleChart chart(Viewer viewer, ResultSet rows) throws SQLException {
        var holder = rows.getString("holder_name");
        var language = rows.getString("language");
        var patients = new ArrayList<VisiblePatient>();
        do {
            patient(rows).ifPresent(patients::add);
        } while (rows.next());
        return new VisibleChart(viewer, holder, language, patients);
    }

    /** The patient of one row, or nothing where the row stands for an account without grants. */
    private static Optional<VisiblePatient> patient(ResultSet row) throws SQLException {
        long id = row.getLong("patient_id");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new VisiblePatient(
                        new PatientId(id),
                        row.getString("name"),
                        Relationship.of(row.getString("relationship")),
                        AccessLevel.of(row.getString("level")),
                        AccessScope.ofStored(row.getArray("scope"))));
    }
}
