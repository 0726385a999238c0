package io.anteroom.tenancy.data;

import io.anteroom.tenancy.TenantId;

/** The SQL that takes a tenant's role until the transaction ends. */
final class Role {

    private Role() {}

    /** A literal, not a parameter, so that the parameters of a statement behind it keep their numbers. */
    static String taking(TenantId tenant) {
        return "select set_config('role', '" + tenant.role() + "', true)";
    }

    /** {@code sql} behind the change of role: two statements that the driver sends in one round trip. */
    static String taking(TenantId tenant, String sql) {
        return taking(tenant) + ";" + sql;
    }

    /**
     * The same for a statement that is a transaction of its own, from the beginning that the driver sends to the end here.
     * Several statements sent together are one transaction without either, but only as long as the driver sends no Sync
     * between them, and it does when it cannot tell how long an answer will be: then the role would be gone too soon.
     */
    static String alone(TenantId tenant, String sql) {
        return taking(tenant, sql) + "\n;commit";
    }
}
