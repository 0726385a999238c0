package io.anteroom.clinic.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one order in which an account is locked, so that nobody waits for somebody who waits for them: the patient's record,
 * where staff act on it; then what the account signs in with; then the account; then its other ways in and its sessions.
 * Staff who take an address away hold that address against all who use or change another way in, and these hold the account
 * against one another.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AccountLock {

    private final JdbcClient jdbc;

    AccountLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Locks {@code account} to the end of the transaction, before any of its other ways in: nobody else uses or changes one
     * meanwhile, and no address is taken from it. False if it is closed.
     */
    public boolean hold(AccountId account) {
        jdbc.sql("select id from __tenant__.credential where account_id = :account order by id for key share")
                .param("account", account.value())
                .query(Long.class)
                .list();
        return jdbc.sql("""
                        select id from __tenant__.portal_account where id = :account and closed_at is null
                           for no key update""")
                .param("account", account.value())
                .query(Long.class)
                .optional()
                .isPresent();
    }
}
