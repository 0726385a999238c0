package io.anteroom.clinic.access.grant;

import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;
import static io.anteroom.clinic.access.SqlTimes.sqlOrNull;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The grants of a clinic. */
@Component
class GrantRows {

    private static final String LIMITED_FROM = ByAge.sql("s.parents_limited_from");
    private static final String ENDS = ByAge.sql("s.parents_end_at");

    private static final String FOLLOW_AGES = """
            with changed as (
                update __tenant__.access_grant g set limited_from = LIMITED_FROM, ends_by_age = ENDS
                  from __tenant__.access_grant before
                  join __tenant__.patient p on p.id = before.patient_id
                 cross join __tenant__.authentication_settings s
                 where before.id = g.id and g.relationship = 'parent' and g.ended_at is null %s
                   and (g.limited_from is distinct from LIMITED_FROM or g.ends_by_age is distinct from ENDS)
                returning g.id, g.account_id, g.patient_id, g.relationship, g.level, g.scope, g.expires_at, g.ended_at,
                          g.ends_by_age, coalesce(g.limited_from <= :now, false) as is_limited,
                          coalesce(before.limited_from <= :now, false) as was_limited,
                          coalesce(before.ends_by_age <= :now, false) as was_over)
            select was_over, is_limited, COLUMNS from changed g
             where IN_FORCE and (was_over or was_limited and not is_limited and level = 'full') order by id""".replace("LIMITED_FROM", LIMITED_FROM)
            .replace("ENDS", ENDS)
            .replace("COLUMNS", Grant.COLUMNS)
            .replace("IN_FORCE", Grants.IN_FORCE);

    /** Ends {@code g} where it ran out by itself. */
    private static final String END_WHAT_RAN_OUT = """
            update __tenant__.access_grant g
               set ended_at = :now, ended_by = 'its date', ended_because = 'expired'
             where g.ended_at is null and (g.expires_at <= :now or g.ends_by_age <= :now)
            """;

    private final JdbcClient jdbc;

    GrantRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The grant in force of that account to that patient. */
    Optional<Grant> find(AccountId account, PatientId patient, Instant now) {
        return inForce("g.account_id = :account and g.patient_id = :patient", now)
                .param("account", account.value())
                .param("patient", patient.value())
                .query(Grant::of)
                .optional();
    }

    /** The same by its number. */
    Optional<Grant> find(GrantId grant, Instant now) {
        return inForce("g.id = :grant", now)
                .param("grant", grant.value())
                .query(Grant::of)
                .optional();
    }

    /** The grants in force of that account. */
    List<Grant> of(AccountId account, Instant now) {
        return inForce("g.account_id = :account", now)
                .param("account", account.value())
                .query(Grant::of)
                .list();
    }

    private JdbcClient.StatementSpec inForce(String which, Instant now) {
        return jdbc.sql("select " + Grant.COLUMNS + " from __tenant__.access_grant g where " + which + " and "
                        + Grants.IN_FORCE)
                .param("now", sql(now));
    }

    /** Ends what ran out by itself, so that it no longer stands in the way of another grant. */
    void endWhatRanOut(AccountId account, PatientId patient, Instant now) {
        jdbc.sql(END_WHAT_RAN_OUT + "and (g.account_id = :account or g.patient_id = :patient)")
                .param("now", sql(now))
                .param("account", account.value())
                .param("patient", patient.value())
                .update();
    }

    /** The same of one record. */
    void endWhatRanOut(PatientId patient, Instant now) {
        jdbc.sql(END_WHAT_RAN_OUT + "and g.patient_id = :patient")
                .param("now", sql(now))
                .param("patient", patient.value())
                .update();
    }

    /** The same of every record at once. */
    void endWhatRanOut(Instant now) {
        jdbc.sql(END_WHAT_RAN_OUT).param("now", sql(now)).update();
    }

    /**
     * Sets anew from when parents' grants are limited and when they end, by the clinic's rule of ages and the birth dates,
     * of one patient or, for null, of all.
     *
     * @return the grants that now open more than before: parts that were limited are full again, or what was over is open
     */
    List<Reopened> followAges(@Nullable PatientId patient, Instant now) {
        var statement = jdbc.sql(FOLLOW_AGES.formatted(patient == null ? "" : "and g.patient_id = :patient"))
                .param("zone", CurrentTenant.get().zone().getId())
                .param("now", sql(now));
        return (patient == null ? statement : statement.param("patient", patient.value()))
                .query((row, number) ->
                        new Reopened(Grant.of(row, number), row.getBoolean("was_over"), row.getBoolean("is_limited")))
                .list();
    }

    /**
     * Adds a grant by the clinic's account model and its rule of ages; nothing if the model, or a grant of the same
     * account to the same patient, stands against it.
     */
    Optional<GrantId> add(AccountId account, PatientId patient, GrantTerms terms, String by, Instant now) {
        return jdbc.sql("""
                        insert into __tenant__.access_grant
                               (account_id, patient_id, relationship, level, scope, granted_at, granted_by, expires_at,
                                one_patient_per_account, one_account_per_record, limited_from, ends_by_age)
                        select :account, p.id, :relationship, :level, :scope, :now, :by, :expires,
                               s.one_patient_per_account, s.one_account_per_record,
                               case when :relationship = 'parent' then %s end,
                               case when :relationship = 'parent' then %s end
                          from __tenant__.patient p cross join __tenant__.authentication_settings s
                         where p.id = :patient
                        on conflict do nothing returning id""".formatted(LIMITED_FROM, ENDS))
                .param("account", account.value())
                .param("patient", patient.value())
                .param("relationship", terms.relationship().stored())
                .param("level", terms.level().stored())
                .param("scope", terms.storedScopes())
                .param("now", sql(now))
                .param("by", by)
                .param("expires", sqlOrNull(terms.expiresAt()))
                .param("zone", CurrentTenant.get().zone().getId())
                .query((row, number) -> new GrantId(row.getLong("id")))
                .optional();
    }

    /** The day on which a parent's access to that patient ended by the clinic's rule of ages; nothing where it goes on. */
    Optional<LocalDate> pastAge(PatientId patient, Instant now) {
        return jdbc.sql("""
                        select cast(ends.at at time zone :zone as date) as since
                          from __tenant__.patient p cross join __tenant__.authentication_settings s
                         cross join lateral (select %s as at) ends
                         where p.id = :patient and ends.at <= :now""".formatted(ENDS))
                .param("patient", patient.value())
                .param("now", sql(now))
                .param("zone", CurrentTenant.get().zone().getId())
                .query((row, number) -> row.getObject("since", LocalDate.class))
                .optional();
    }

    /** The grant that kept another from being added: of the same account, or to the same patient. */
    Grant against(AccountId account, PatientId patient) {
        return jdbc.sql("select " + Grant.COLUMNS + """
                        from __tenant__.access_grant g
                         where g.ended_at is null and (g.account_id = :account and g.one_patient_per_account
                            or g.patient_id = :patient and g.one_account_per_record)
                         order by g.id limit 1""")
                .param("account", account.value())
                .param("patient", patient.value())
                .query(Grant::of)
                .single();
    }

    void end(GrantId grant, GrantEnd because, String by, Instant now) {
        jdbc.sql("""
                        update __tenant__.access_grant set ended_at = :now, ended_by = :by, ended_because = :because
                         where id = :grant and ended_at is null""")
                .param("now", sql(now))
                .param("by", by)
                .param("because", because.stored())
                .param("grant", grant.value())
                .update();
    }

    /**
     * A grant that opens more than before, since by the rule of ages it is limited or over later, or never.
     *
     * @param wasOver whether it was over; else it was limited and is no more
     * @param limited whether it is limited now
     */
    record Reopened(Grant grant, boolean wasOver, boolean limited) {

        @Nullable
        GrantTerms before() {
            return wasOver ? null : grant.terms().at(AccessLevel.LIMITED);
        }

        GrantTerms after() {
            return limited ? grant.terms().at(AccessLevel.LIMITED) : grant.terms();
        }
    }

    /** A grant in force. */
    record Grant(GrantId id, AccountId account, PatientId patient, GrantTerms terms) {

        static final String COLUMNS =
                "g.id, g.account_id, g.patient_id, g.relationship, g.level, g.scope, g.expires_at ";

        static Grant of(ResultSet row, int number) throws SQLException {
            return new Grant(
                    new GrantId(row.getLong("id")),
                    new AccountId(row.getLong("account_id")),
                    new PatientId(row.getLong("patient_id")),
                    new GrantTerms(
                            Relationship.of(row.getString("relationship")),
                            AccessLevel.of(row.getString("level")),
                            AccessScope.ofStored(row.getArray("scope")),
                            instantOrNull(row, "expires_at")));
        }
    }
}
