package io.anteroom.tenancy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to reach the database.
 *
 * @param url JDBC address of the database, with neither user nor password; both logins use it
 * @param controlUser login of the control schema
 * @param controlPassword its password
 * @param tenantUser login of the tenants' connections; it has no rights but to take a tenant's role
 * @param tenantPassword its password; none in a process that has nothing to do with clinics' data, see
 *     {@link TenantLoginRequired}
 * @param controlConnections the most connections to the control schema
 * @param subPools in how many pools the tenants' connections are kept; each tenant always uses the same one, so that a
 *     backend keeps the plans of few tenants
 * @param connectionsPerSubPool the most connections of one of them; with one alone a busy tenant would queue, so two at
 *     least. One tenant holds all but one of them at most, so that its stuck queries never stop its neighbours
 * @param statementsPerConnection how many prepared statements a connection keeps; each takes some 15 kB of its backend
 * @param patience how long somebody waits for a connection that others hold: shorter than a person waits for a page
 */
@ConfigurationProperties("anteroom.tenancy")
public record TenancySettings(
        String url,
        @DefaultValue("anteroom_control") String controlUser,
        String controlPassword,
        @DefaultValue("anteroom_tenant") String tenantUser,
        @DefaultValue("") String tenantPassword,
        @DefaultValue("8") int controlConnections,
        @DefaultValue("5") int subPools,
        @DefaultValue("3") int connectionsPerSubPool,
        @DefaultValue("768") int statementsPerConnection,
        @DefaultValue("3s") Duration patience) {

    /**
     * @throws IllegalArgumentException if a value is missing or out of range
     */
    public TenancySettings {
        required(url, "url");
        required(controlPassword, "control-password");
        atLeast(1, controlConnections, "control-connections");
        atLeast(1, subPools, "sub-pools");
        atLeast(2, connectionsPerSubPool, "connections-per-sub-pool");
        atLeast(1, statementsPerConnection, "statements-per-connection");
        if (!patience.isPositive()) {
            throw new IllegalArgumentException("anteroom.tenancy.patience must be longer than nothing");
        }
    }

    void requireTenantLogin() {
        required(tenantPassword, "tenant-password");
    }

    @SuppressWarnings("ConstantValue") // the binder passes null for a key that is absent
    private static void required(String value, String key) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("anteroom.tenancy." + key + " is missing");
        }
    }

    private static void atLeast(int least, int value, String key) {
        if (value < least) {
            throw new IllegalArgumentException("anteroom.tenancy." + key + " must be " + least + " or more");
        }
    }

    /** Names no password. */
    @Override
    public String toString() {
        return "TenancySettings[" + url + "]";
    }
}
