package io.anteroom.clinic.record.news;

import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.grant.Grants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may read an entry at this moment, and where to reach them: accounts with full access to the patient's clinical records.
 * Called within a transaction.
 */
@Component
class Hearers {

    /** Whoever was told and hasn't looked since is not told again within this time. */
    private static final Duration QUIET = Duration.ofDays(1);

    private static final String MAY_READ = """
              from __tenant__.record_entry e
              join __tenant__.access_grant g on g.patient_id = e.patient_id
              join __tenant__.portal_account a on a.id = g.account_id and a.closed_at is null
             where e.id = :entry and e.edition %s :edition and e.state = 'shared'
               and e.released_at <= :now and g.level = 'full' and (g.limited_from is null or g.limited_from > :now)
               and 'clinical' = any(g.scope)
               and (e.reviewed_at is not null or not e.may_wait or not exists (
                       select 1 from __tenant__.record_preference w where w.account_id = a.id and w.waits))
               and
            """ + Grants.IN_FORCE;

    private final JdbcClient jdbc;
    private final Clock clock;

    Hearers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Locks the entry, so that one worker at a time tells of it. */
    void hold(Told what) {
        jdbc.sql("select id from __tenant__.record_entry where id = :entry for no key update")
                .param("entry", what.entry().value())
                .query(Long.class)
                .optional();
    }

    List<AccountId> of(Told what) {
        return about("select a.id " + MAY_READ.formatted("=") + " order by a.id", what)
                .query(Long.class)
                .list()
                .stream()
                .map(AccountId::new)
                .toList();
    }

    /** Whether the account may read that edition or one that corrected it: of that one it isn't told anew where this message waits. */
    boolean mayRead(Told what) {
        return about("select exists (select 1 " + MAY_READ.formatted(">=") + " and a.id = :account)", what)
                .param("account", what.account().value())
                .query(Boolean.class)
                .single();
    }

    private JdbcClient.StatementSpec about(String text, Told what) {
        return jdbc.sql(text)
                .param("entry", what.entry().value())
                .param("edition", what.edition())
                .param("now", sql(clock.instant()));
    }

    /**
     * Writes down that the account is told of it. Whether a message is to go: none where it was told before, or where one about
     * this patient went lately and nobody has looked since. One of what was withdrawn does not count, as it may never have gone.
     */
    boolean note(Told what) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        insert into __tenant__.record_told (entry_id, edition, account_id, told_at)
                        select e.id, :edition, :account,
                               case when exists (
                                    select 1 from __tenant__.record_told t
                                      join __tenant__.record_entry o on o.id = t.entry_id
                                     where t.account_id = :account and t.told_at > :lately and o.patient_id = e.patient_id
                                       and o.state = 'shared'
                                       and not exists (select 1 from __tenant__.record_visit v
                                                        where v.account_id = :account and v.patient_id = e.patient_id
                                                          and v.last_at >= t.told_at))
                                    then null else cast(:now as timestamptz) end
                          from __tenant__.record_entry e where e.id = :entry
                        on conflict (entry_id, edition, account_id) do nothing
                        returning told_at is not null""")
                .param("entry", what.entry().value())
                .param("edition", what.edition())
                .param("account", what.account().value())
                .param("lately", sql(now.minus(QUIET)))
                .param("now", sql(now))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** What the account signs in with, as far as a code sent there was entered. */
    Optional<String> address(AccountId account, String channel) {
        return jdbc.sql("""
                        select value from __tenant__.credential
                         where account_id = :account and channel = :channel and verified_at is not null""")
                .param("account", account.value())
                .param("channel", channel)
                .query(String.class)
                .optional();
    }
}
