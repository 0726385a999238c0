package io.anteroom.payments.account;

import io.anteroom.tenancy.TenantId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose a connected account is; in the control schema, since a webhook names an account and no clinic. */
public final class AccountDirectory {

    private final JdbcClient control;

    /** Reads and writes the control schema. */
    public AccountDirectory(JdbcClient control) {
        this.control = control;
    }

    /**
     * Notes whose account it is, once.
     *
     * @throws IllegalStateException if the account is another clinic's
     */
    public void add(String account, TenantId tenant) {
        control.sql("insert into control.stripe_account (account_id, tenant_id) values (:account, :tenant)"
                        + " on conflict do nothing")
                .param("account", account)
                .param("tenant", tenant.value())
                .update();
        if (!tenantOf(account).equals(Optional.of(tenant))) {
            throw new IllegalStateException("The Stripe account " + account + " belongs to another clinic");
        }
    }

    public Optional<TenantId> tenantOf(String account) {
        return control.sql("select tenant_id from control.stripe_account where account_id = :account")
                .param("account", account)
                .query((row, _) -> new TenantId(row.getString("tenant_id")))
                .optional();
    }
}
