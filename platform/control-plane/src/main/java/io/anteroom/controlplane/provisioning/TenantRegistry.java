package io.anteroom.controlplane.provisioning;

import io.anteroom.controlplane.organisation.NewOrganisation;
import io.anteroom.tenancy.TenantId;
import io.anteroom.tenancy.TenantState;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code control.tenant}. Called in control transactions; a trigger tells every process what changed. */
class TenantRegistry {

    private final JdbcClient control;

    TenantRegistry(JdbcClient control) {
        this.control = control;
    }

    /** Enters the tenant as in the making, unless it is there. */
    void enter(TenantId id, NewOrganisation organisation) {
        control.sql("""
                        insert into control.tenant (id, slug, name, state, country, zone, currency)
                        values (:id, :slug, :name, :state, :country, :zone, :currency)
                        on conflict (id) do nothing
                        """)
                .param("id", id.value())
                .param("slug", organisation.slug().value())
                .param("name", organisation.name())
                .param("state", TenantState.PROVISIONING.name())
                .param("country", organisation.country().code())
                .param("zone", organisation.zone().getId())
                .param("currency", organisation.currency().getCurrencyCode())
                .update();
    }

    /** From now on it answers requests, if it was in the making. */
    void activate(TenantId id) {
        control.sql("update control.tenant set state = :active where id = :id and state = :making")
                .param("active", TenantState.ACTIVE.name())
                .param("making", TenantState.PROVISIONING.name())
                .param("id", id.value())
                .update();
    }
}
