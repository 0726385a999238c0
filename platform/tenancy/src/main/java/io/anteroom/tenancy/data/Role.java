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

    /** The same for a statement that is a transaction of its own, and may change nothing. */
    static String reading(TenantId tenant, String sql) {
        return taking(tenant) + ", set_config('transaction_read_only', 'on', true);" + sql;
    }
}
