package io.anteroom.clinic.access.authentication;

import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AuthenticationSettings;
import io.anteroom.clinic.access.AuthenticationSettings.AgeRule;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.grant.ByAge;
import io.anteroom.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts who would lose or gain something by a change of settings. */
@Component
class ConsequenceCounts {

    /**
     * Of each parent's grant that was not ended: from when it is limited and when over, today and by the wanted rule. A
     * grant that is limited by its own level is so at any age.
     */
    private static final String AGES = """
            with parent as (
                select g.level = 'full' as full_level, g.limited_from, g.ends_by_age,
                       LIMITED as then_limited, ENDS as then_ends
                  from __tenant__.access_grant g
                  join __tenant__.portal_account a on a.id = g.account_id and a.closed_at is null
                  join __tenant__.patient p on p.id = g.patient_id
                 where g.relationship = 'parent' and g.ended_at is null and (g.expires_at is null or g.expires_at > :now)),
            state as (
                select limited_from, ends_by_age, then_limited, then_ends,
                       full_level and coalesce(limited_from > :now, true) as is_full,
                       full_level and coalesce(then_limited > :now, true) as stays_full,
                       coalesce(ends_by_age > :now, true) as is_open,
                       coalesce(then_ends > :now, true) as stays_open
                  from parent)
            select count(*) filter (where is_open and stays_open and is_full and not stays_full) as limited_now,
                   count(*) filter (where is_open and not stays_open) as over_now,
                   count(*) filter (where is_open and stays_open and not is_full and stays_full) as full_again,
                   count(*) filter (where not is_open and stays_open) as open_again,
                   count(*) filter (where LATER_LIMITED) as limited_later,
                   count(*) filter (where LATER_OVER) as over_later,
                   least(min(then_limited) filter (where LATER_LIMITED), min(then_ends) filter (where LATER_OVER)) as first
              from state""".replace(
                    "LATER_LIMITED",
                    "stays_open and stays_full and then_limited is distinct from limited_from"
                            + " and then_limited is not null")
            .replace("LATER_OVER", "stays_open and then_ends is distinct from ends_by_age and then_ends is not null")
            .replace("LIMITED", ByAge.sql("cast(:limitedFrom as int)"))
            .replace("ENDS", ByAge.sql("cast(:endsAt as int)"));

    private final JdbcClient jdbc;

    ConsequenceCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Consequences of(AuthenticationSettings before, AuthenticationSettings wanted, Instant now) {
        boolean channelGone = !wanted.codesTo().containsAll(before.codesTo());
        return new Consequences(
                channelGone ? cutOff(wanted) : 0,
                before.parents().equals(wanted.parents()) ? Consequences.NO_AGES : ages(wanted.parents(), now));
    }

    private long cutOff(AuthenticationSettings wanted) {
        return jdbc.sql("""
                        select count(*) from __tenant__.portal_account a
                         where a.closed_at is null
                           and exists (select from __tenant__.credential c
                                        where c.account_id = a.id and c.channel <> all (:left))
                           and not exists (select from __tenant__.credential c
                                            where c.account_id = a.id and c.channel = any (:left))""")
                .param(
                        "left",
                        wanted.codesTo().stream().map(CredentialChannel::stored).toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    private Consequences.Ages ages(AgeRule rule, Instant now) {
        return jdbc.sql(AGES)
                .param("now", sql(now))
                .param("zone", CurrentTenant.get().zone().getId())
                .param("limitedFrom", rule.limitedFrom())
                .param("endsAt", rule.endsAt())
                .query(ConsequenceCounts::ages)
                .single();
    }

    private static Consequences.Ages ages(ResultSet row, int number) throws SQLException {
        return new Consequences.Ages(
                row.getLong("limited_now"),
                row.getLong("over_now"),
                row.getLong("full_again"),
                row.getLong("open_again"),
                row.getLong("limited_later"),
                row.getLong("over_later"),
                instantOrNull(row, "first"));
    }
}
