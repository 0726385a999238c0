package io.anteroom.clinic.billing;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.audit.Actor;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The address to fill in for a payer on the card page: the one they sign in with, once they have shown that it is theirs. */
@Component
@Transactional(readOnly = true)
public class PayerAddress {

    private final JdbcClient jdbc;

    PayerAddress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The address of whoever pays, or nothing where none was verified. */
    public Optional<String> of(Actor.PortalUser payer) {
        return of(new AccountId(Long.parseLong(payer.id())));
    }

    /** The same of that account. */
    public Optional<String> of(AccountId account) {
        return jdbc.sql("select value from __tenant__.credential"
                        + " where account_id = :account and channel = 'email' and verified_at is not null")
                .param("account", account.value())
                .query(String.class)
                .optional();
    }
}
