package io.anteroom.clinic.access.family;

import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.GrantId;
import io.anteroom.clinic.access.grant.GrantTerms;
import io.anteroom.clinic.access.grant.Grants;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.language.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Grants in force that there is news of, and whom it concerns by name. */
@Component
class ConcernedGrants {

    /** SQL for what is read of the grant {@code g}, its account {@code a} and its patient {@code p}. */
    static final String COLUMNS = "g.id, g.account_id, g.patient_id, " + Accounts.HOLDER + """
             as holder, coalesce(nullif(p.preferred_name, ''), nullif(p.given_name, ''), p.family_name) as patient_name,
            g.relationship, case when g.limited_from <= :now then 'limited' else g.level end as level, g.scope, g.expires_at
            """;

    static final String TABLES = """
             from __tenant__.access_grant g
             join __tenant__.portal_account a on a.id = g.account_id and a.closed_at is null
             join __tenant__.patient p on p.id = g.patient_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ConcernedGrants(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Concerned> of(AccountId account, PatientId patient) {
        return jdbc.sql("select " + COLUMNS + TABLES + " where g.account_id = :account and g.patient_id = :patient and "
                        + Grants.IN_FORCE)
                .param("account", account.value())
                .param("patient", patient.value())
                .param("now", sql(clock.instant()))
                .query(Concerned::of)
                .optional();
    }

    /**
     * A grant in force.
     *
     * @param name of who has it, or null where none is known
     * @param patientName what the patient is called
     * @param terms what it opens now, which by age may be less than was given
     */
    record Concerned(
            GrantId id,
            AccountId account,
            PatientId patient,
            @Nullable String name,
            String patientName,
            GrantTerms terms) {

        /** Who has it, as others are told. */
        String holder(Words words) {
            return name == null ? words.say("Somebody the clinic knows") : name;
        }

        static Concerned of(ResultSet row, int number) throws SQLException {
            return new Concerned(
                    new GrantId(row.getLong("id")),
                    new AccountId(row.getLong("account_id")),
                    new PatientId(row.getLong("patient_id")),
                    row.getString("holder"),
                    row.getString("patient_name"),
                    new GrantTerms(
                            Relationship.of(row.getString("relationship")),
                            AccessLevel.of(row.getString("level")),
                            AccessScope.ofStored(row.getArray("scope")),
                            instantOrNull(row, "expires_at")));
        }

        @Override
        public String toString() {
            return "Concerned[" + id + "]";
        }
    }
}
