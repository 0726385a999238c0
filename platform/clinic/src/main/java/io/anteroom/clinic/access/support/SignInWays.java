package io.anteroom.clinic.access.support;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.grant.Grants;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.access.limit.CodeLimits;
import io.anteroom.clinic.access.signin.SignIns;
import io.anteroom.clinic.access.support.SignInTry.State;
import io.anteroom.clinic.patient.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How signing in went for each account that may see a patient's record. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SignInWays {

    private static final String OF_RECORD = """
            select a.id as account_id, g.relationship, c.channel, c.value, c.verified_at, l.locked_until,
                   case when not coalesce(w.two_step, false) then pl.locked_until end as passwords_locked_until,
                   w.two_step, w.wrong >= 100 as used_up, case when w.locked_until > :now then w.locked_until end as second_locked_until,
                   rl.locked_until as printed_locked_until,
            """ + Accounts.HOLDER + """
                   as name,
                   (select max(created_at) from __tenant__.portal_session where account_id = a.id) as last_in,
                   k.sign_in_id, k.asked_at, k.expires_at, k.outcome, k.wrong_entries, k.used_at, k.began_at, k.finished_at, k.half_way,
                   m.state as message, m.reason
              from __tenant__.access_grant g
              join __tenant__.portal_account a on a.id = g.account_id and a.closed_at is null
              left join __tenant__.credential c on c.account_id = a.id
              left join __tenant__.sign_in_limit l on l.channel = c.channel and l.typed = c.value and l.locked_until > :now
              left join __tenant__.account_password w on w.account_id = a.id
              left join __tenant__.password_limit pl
                on pl.channel = c.channel and pl.typed = c.value and pl.locked_until > :now
              left join __tenant__.recovery_limit rl
                on rl.channel = c.channel and rl.typed = c.value and rl.locked_until > :now
              left join lateral (
                   select k.id, k.sign_in_id, k.asked_at, k.expires_at, k.outcome, k.wrong_entries, k.used_at,
                          s.asked_at as began_at, s.finished_at,
                          exists (select from __tenant__.second_step h where h.sign_in_id = s.id) as half_way
                     from __tenant__.sign_in s join __tenant__.one_time_code k on k.sign_in_id = s.id
                    where s.channel = c.channel and s.typed = c.value
                    order by k.asked_at desc, k.id desc limit 1) k on true
              left join lateral (
                   select state, reason from __tenant__.message
                    where about_kind = :kind and about_ref = cast(k.id as text)
                    order by created_at desc limit 1) m on true
             where g.patient_id = :patient and
            """ + Grants.IN_FORCE
            + " order by g.relationship <> 'self', g.granted_at, g.id, c.channel";

    private static final Duration HELD_BACK_FOR = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInWays(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The accounts that may see the record of {@code patient}, the patient's own first. */
    public List<Seeing> to(PatientId patient) {
        var now = clock.instant();
        var accounts = new LinkedHashMap<AccountId, Seeing>();
        jdbc.sql(OF_RECORD)
                .param("now", sql(now))
                .param("kind", SignIns.CODES)
                .param("patient", patient.value())
                .query(row -> {
                    var seeing = seeing(row, way(row, now));
                    accounts.merge(seeing.account(), seeing, Seeing::with);
                });
        return List.copyOf(accounts.values());
    }

    private static Seeing seeing(ResultSet row, @Nullable SignInWay way) throws SQLException {
        return new Seeing(
                new AccountId(row.getLong("account_id")),
                Relationship.of(row.getString("relationship")),
                row.getString("name"),
                instantOrNull(row, "last_in"),
                way == null ? List.of() : List.of(way));
    }

    private static @Nullable SignInWay way(ResultSet row, Instant now) throws SQLException {
        var channel = row.getString("channel");
        return channel == null
                ? null
                : new SignInWay(
                        new SignInAddress(CredentialChannel.of(channel), row.getString("value")),
                        row.getObject("verified_at") != null,
                        instantOrNull(row, "locked_until"),
                        instantOrNull(row, "passwords_locked_until"),
                        row.getBoolean("two_step")
                                ? new SignInWay.Second(
                                        row.getBoolean("used_up"), instantOrNull(row, "second_locked_until"))
                                : null,
                        instantOrNull(row, "printed_locked_until"),
                        last(row, now));
    }

    private static @Nullable SignInTry last(ResultSet row, Instant now) throws SQLException {
        var signIn = row.getObject("sign_in_id", UUID.class);
        if (signIn == null) {
            return null;
        }
        boolean finished = row.getObject("finished_at") != null;
        boolean waiting = !finished && now.isBefore(instant(row, "began_at").plus(CodeLimits.SIGN_IN_LIFE));
        return new SignInTry(
                signIn,
                instant(row, "asked_at"),
                finished ? State.ENTERED : state(row, now),
                row.getString("reason"),
                waiting);
    }

    private static State state(ResultSet row, Instant now) throws SQLException {
        var message = Optional.ofNullable(row.getString("message")).orElse("");
        var outcome = Optional.ofNullable(row.getString("outcome")).orElse("");
        boolean over = !now.isBefore(instant(row, "expires_at"));
        if (row.getBoolean("half_way")) {
            return State.HALF_WAY;
        } else if (row.getObject("used_at") != null) {
            return State.ENTERED;
        } else if (message.equals("failed")) {
            return State.UNDELIVERED;
        } else if (outcome.equals("capped")
                && now.isBefore(instant(row, "asked_at").plus(HELD_BACK_FOR))) {
            return State.HELD_BACK;
        } else if (outcome.equals("unknown")) {
            return State.NOT_SET_THEN;
        } else if (row.getInt("wrong_entries") >= CodeLimits.TRIES) {
            return State.BURNED;
        } else if (over || message.equals("dropped")) {
            return State.OVER;
        }
        return message.equals("sent") ? State.SENT : State.BEING_SENT;
    }

    /**
     * An account that may see the record.
     *
     * @param relationship what its holder is to the patient
     * @param name the name of the holder, or null where nobody knows it
     * @param lastIn when a browser was last signed in with it, or null if none was lately
     * @param ways what signs it in, the email address first
     */
    public record Seeing(
            AccountId account,
            Relationship relationship,
            @Nullable String name,
            @Nullable Instant lastIn,
            List<SignInWay> ways) {

        public Seeing {
            ways = List.copyOf(ways);
        }

        private Seeing with(Seeing more) {
            var all = new ArrayList<>(ways);
            all.addAll(more.ways());
            return new Seeing(account, relationship, name, lastIn, all);
        }
    }
}
