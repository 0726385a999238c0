package io.anteroom.clinic.access.support;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.grant.Grants;
import io.anteroom.clinic.patient.PatientId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who tried to sign in and did not get in: locked after wrong tries, or asked for a code within a day, and a quarter of an hour
 * later had not got in by any way. What is wrong with each {@link SignInSupport} says. One statement, from what was tried lately.
 */
@Component
@Transactional(readOnly = true)
public class StuckSignIns {

    private static final Duration LATELY = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final String READ = """
            with tried as (
                 select channel, typed, max(asked_at) as asked_at, max(finished_at) as finished_at
                   from __tenant__.sign_in where asked_at > :since group by channel, typed),
                 shut as (
                 select channel, typed, locked_until from __tenant__.sign_in_limit where locked_until > :now),
                 looked as (select channel, typed from tried union select channel, typed from shut)
            select patient_id, patient_name, name, locked, at
              from (select distinct on (a.id) a.id, g.patient_id, btrim(p.given_name || ' ' || p.family_name) as patient_name,
            """ + Accounts.NAME + """
                           as name, l.locked_until is not null as locked, coalesce(l.locked_until, t.asked_at) as at
                      from looked k
                      join __tenant__.credential c on c.channel = k.channel and c.value = k.typed
                      join __tenant__.portal_account a on a.id = c.account_id and a.closed_at is null
                      join __tenant__.access_grant g on g.account_id = a.id and
            """ + Grants.IN_FORCE + """
                      join __tenant__.patient p on p.id = g.patient_id and not p.merged
                      left join tried t on t.channel = k.channel and t.typed = k.typed
                      left join shut l on l.channel = k.channel and l.typed = k.typed
                     where l.locked_until is not null
                        or (t.asked_at < :settled and (t.finished_at is null or t.finished_at < t.asked_at)
                            and not exists (select from __tenant__.portal_session s
                                             where s.account_id = a.id and s.created_at >= t.asked_at))
                     order by a.id, l.locked_until is null, g.relationship <> 'self', g.id) stuck
             order by at desc limit :most""";

    private final JdbcClient jdbc;
    private final Clock clock;

    StuckSignIns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The last of them, each person once. */
    public List<StuckSignIn> last(int most) {
        var now = clock.instant();
        return jdbc.sql(READ)
                .param("since", sql(now.minus(LATELY)))
                .param("settled", sql(now.minus(PATIENCE)))
                .param("now", sql(now))
                .param("most", most)
                .query((row, _) -> new StuckSignIn(
                        new PatientId(row.getLong("patient_id")),
                        row.getString("patient_name"),
                        row.getString("name"),
                        instant(row, "at"),
                        row.getBoolean("locked")))
                .list();
    }
}
