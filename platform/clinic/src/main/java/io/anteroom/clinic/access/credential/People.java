package io.anteroom.clinic.access.credential;

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
import io.anteroom.clinic.patient.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who besides the patient may see a record. */
@Component
class People {

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everybody else whose access holds now, the longest first. */
    List<PersonWithAccess> besides(PatientId patient, Instant now) {
        return jdbc.sql("""
                        select g.id, g.relationship, g.level, g.scope, g.granted_at, g.granted_by, g.expires_at, g.limited_from,
                               g.ends_by_age,
                        """ + Accounts.HOLDER + """
                               as name, array(select c.value from __tenant__.credential c
                                      where c.account_id = g.account_id order by c.channel) as addresses
                          from __tenant__.access_grant g
                          join __tenant__.portal_account a on a.id = g.account_id and a.closed_at is null
                         where g.patient_id = :patient and g.relationship <> 'self' and
                        """ + Grants.IN_FORCE + """
                         order by g.granted_at, g.id""")
                .param("patient", patient.value())
                .param("now", sql(now))
                .query(People::person)
                .list();
    }

    /** The accounts of everybody else whose access holds now, in the same order. */
    List<OtherAccount> accounts(PatientId patient, Instant now) {
        return jdbc.sql("""
                        select a.id as account_id, g.relationship,
                        """ + Accounts.HOLDER + """
                               as name
                          from __tenant__.access_grant g
                          join __tenant__.portal_account a on a.id = g.account_id and a.closed_at is null
                         where g.patient_id = :patient and g.relationship <> 'self' and
                        """ + Grants.IN_FORCE + """
                         order by g.granted_at, g.id""")
                .param("patient", patient.value())
                .param("now", sql(now))
                .query((row, number) -> new OtherAccount(
                        new AccountId(row.getLong("account_id")),
                        row.getString("name"),
                        Relationship.of(row.getString("relationship"))))
                .list();
    }

    /** Whether that was somebody else's access to the record, and holds no more. */
    boolean isPast(PatientId patient, GrantId grant, Instant now) {
        return jdbc.sql("""
                        select exists (
                            select 1 from __tenant__.access_grant g
                             where g.id = :grant and g.patient_id = :patient and g.relationship <> 'self'
                               and not (IN_FORCE))""".replace("IN_FORCE", Grants.IN_FORCE))
                .param("grant", grant.value())
                .param("patient", patient.value())
                .param("now", sql(now))
                .query(Boolean.class)
                .single();
    }

    private static PersonWithAccess person(ResultSet row, int number) throws SQLException {
        return new PersonWithAccess(
                new GrantId(row.getLong("id")),
                row.getString("name"),
                List.of((String[]) row.getArray("addresses").getArray()),
                Relationship.of(row.getString("relationship")),
                AccessLevel.of(row.getString("level")),
                AccessScope.ofStored(row.getArray("scope")),
                instant(row, "granted_at"),
                row.getString("granted_by"),
                instantOrNull(row, "expires_at"),
                instantOrNull(row, "limited_from"),
                instantOrNull(row, "ends_by_age"));
    }

    /** The account of somebody else; {@code name} is null where nobody knows it. */
    record OtherAccount(AccountId account, @Nullable String name, Relationship relationship) {}
}
