package io.anteroom.clinic.scheduling.feed;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Feeds as they are read and written. Called within a transaction. */
@Component
class FeedRows {

    private final JdbcClient jdbc;

    FeedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the account's feed was made, if it has one. */
    Optional<Instant> madeAt(AccountId account) {
        return jdbc.sql("select made_at from __tenant__.calendar_feed where account_id = :account")
                .param("account", account.value())
                .query((row, _) -> instant(row, "made_at"))
                .optional();
    }

    /** Lets two forms of one account happen one after the other. */
    void lock(AccountId account) {
        jdbc.sql("select 1 from __tenant__.portal_account where id = :id for no key update")
                .param("id", account.value())
                .query(Integer.class)
                .optional();
    }

    void save(AccountId account, FeedToken token, Instant now) {
        jdbc.sql("""
                        insert into __tenant__.calendar_feed (account_id, token_hash, made_at)
                        values (:account, :hash, :now)
                        on conflict (account_id) do update set token_hash = excluded.token_hash, made_at = excluded.made_at""")
                .param("account", account.value())
                .param("hash", token.hash())
                .param("now", sql(now))
                .update();
    }

    boolean remove(AccountId account) {
        return jdbc.sql("delete from __tenant__.calendar_feed where account_id = :account")
                        .param("account", account.value())
                        .update()
                > 0;
    }

    /** Whose feed it is, as long as that account is open and somebody can still sign in to it. */
    Optional<AccountId> account(FeedToken token) {
        return jdbc.sql("""
                        select f.account_id from __tenant__.calendar_feed f
                          join __tenant__.portal_account a on a.id = f.account_id and a.closed_at is null
                         where f.token_hash = :hash
                           and exists (select from __tenant__.credential c
                                        where c.account_id = a.id and c.verified_at is not null)""")
                .param("hash", token.hash())
                .query(Long.class)
                .optional()
                .map(AccountId::new);
    }
}
