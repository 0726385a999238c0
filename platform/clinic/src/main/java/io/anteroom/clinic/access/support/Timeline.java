package io.anteroom.clinic.access.support;

import static io.anteroom.clinic.access.SqlTimes.instant;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.signin.SignIns;
import io.anteroom.clinic.patient.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happened when somebody signed in and proved anew who they are, put together from the codes themselves. Codes are found by the address typed,
 * so that one asked for before the credential was set shows as well: it explains why nothing came.
 */
@Component
public class Timeline {

    /** How many entries there are at most. */
    public static final int LENGTH = 50;

    private static final String ENTRIES = """
            select k.asked_at as at, 'code_' || coalesce(k.outcome, 'asked') as what, s.channel, null as detail,
                   k.wrong_entries
              from __tenant__.credential c
              join __tenant__.sign_in s on s.channel = c.channel and s.typed = c.value
              join __tenant__.one_time_code k on k.sign_in_id = s.id
             where c.account_id = :account
            union all
            select m.state_at, 'message_' || m.state, s.channel, m.reason, 0
              from __tenant__.credential c
              join __tenant__.sign_in s on s.channel = c.channel and s.typed = c.value
              join __tenant__.one_time_code k on k.sign_in_id = s.id
              join __tenant__.message m on m.about_kind = :kind and m.about_ref = cast(k.id as text)
             where c.account_id = :account and m.state <> 'queued'
            union all
            select u.asked_at, 'unlock_code_sent', c.channel, null, u.wrong_entries
              from __tenant__.credential c join __tenant__.unlock_code u on u.credential_id = c.id
             where c.account_id = :account
            union all
            select m.state_at, 'unlock_message_' || m.state, c.channel, m.reason, 0
              from __tenant__.credential c
              join __tenant__.unlock_code u on u.credential_id = c.id
              join __tenant__.message m on m.about_kind = 'unlock-code' and m.about_ref = cast(u.id as text)
             where c.account_id = :account and m.state <> 'queued'
            union all
            select u.used_at, 'records_opened', null, p.device, 0
              from __tenant__.portal_session p join __tenant__.unlock_code u on u.session_id = p.id
             where p.account_id = :account and u.used_at is not null
             group by u.used_at, p.id, p.device
            union all
            select e.at, replace(e.action, '-', '_'), c.channel, e.actor_name, 0
              from __tenant__.credential c
              join __tenant__.access_grant g on g.account_id = c.account_id and g.ended_at is null
              join __tenant__.audit_entry e on e.patient_id = g.patient_id
               and e.action in ('sign-in-code-sent-again', 'sign-in-unlocked')
               and exists (select 1 from jsonb_array_elements(e.detail) d where d ->> 'Address' = c.value)
             where c.account_id = :account
            union all
            select l.last_wrong, 'locked', l.channel, null, 0
              from __tenant__.credential c
              join __tenant__.sign_in_limit l on l.channel = c.channel and l.typed = c.value
             where c.account_id = :account and l.locked_until is not null and l.last_wrong is not null
            union all
            select l.last_wrong, case when l.wrong % 10 = 0 then 'password_locked' else 'password_wrong' end, l.channel, null,
                   l.wrong
              from __tenant__.credential c
              join __tenant__.password_limit l on l.channel = c.channel and l.typed = c.value
             where c.account_id = :account and l.wrong > 0 and l.last_wrong is not null
            union all
            select l.last_wrong, case when l.wrong_in_row = 0 then 'printed_locked' else 'printed_wrong' end, l.channel, null,
                   l.wrong_in_row
              from __tenant__.credential c
              join __tenant__.recovery_limit l on l.channel = c.channel and l.typed = c.value
             where c.account_id = :account and l.last_wrong is not null
            union all
            select e.at, replace(e.action, '-', '_'), null, (select d ->> 'Passkey' from jsonb_array_elements(e.detail) d limit 1), 0
              from __tenant__.access_grant g
              join __tenant__.audit_entry e on e.patient_id = g.patient_id and e.action in ('passkey-refused', 'passkey-wrong')
             where g.account_id = :account and g.relationship = 'self' and g.ended_at is null
            union all
            select h.reached_at, 'password_asked', s.channel, null, 0
              from __tenant__.second_step h join __tenant__.sign_in s on s.id = h.sign_in_id
             where h.account_id = :account
            union all
            select last_wrong, case when wrong % 10 = 0 then 'step_locked' else 'step_wrong' end, null, null, wrong
              from __tenant__.account_password where account_id = :account and wrong > 0 and last_wrong is not null
            union all
            select created_at, 'signed_in', null,
                   case method when 'password' then 'a password in ' when 'passkey' then 'a passkey in '
                               when 'recovery-code' then 'a printed code ' || case when with_password then 'and a password ' else '' end || 'in '
                               else case when with_password then 'a code and a password in ' else '' end end || device, 0
              from __tenant__.portal_session where account_id = :account
            union all
            select ended_at, replace(ended_because, '-', '_'), null, device, 0
              from __tenant__.portal_session where account_id = :account and ended_at is not null
            order by at desc, what limit :length""";

    private final Accounts accounts;
    private final JdbcClient jdbc;

    Timeline(Accounts accounts, JdbcClient jdbc) {
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    /** The newest first, at most {@value #LENGTH} entries; empty where the patient has no account. */
    @Transactional(readOnly = true)
    public List<TimelineEntry> of(PatientId patient) {
        return accounts.of(patient).map(this::of).orElseGet(List::of);
    }

    /** The same of one account, whoever's it is. */
    @Transactional(readOnly = true)
    public List<TimelineEntry> of(AccountId account) {
        return jdbc.sql(ENTRIES)
                .param("account", account.value())
                .param("kind", SignIns.CODES)
                .param("length", LENGTH)
                .query(Timeline::entry)
                .list();
    }

    private static TimelineEntry entry(ResultSet row, int number) throws SQLException {
        var channel = row.getString("channel");
        return new TimelineEntry(
                instant(row, "at"),
                TimelineEntry.What.valueOf(row.getString("what").toUpperCase(Locale.ROOT)),
                channel == null ? null : CredentialChannel.of(channel),
                row.getString("detail"),
                row.getInt("wrong_entries"));
    }
}
