package io.anteroom.tenancy;

/** Where a tenant stands. Only {@link #ACTIVE} tenants answer requests. */
public enum TenantState {
    /** Its schema is taken, but not every step of provisioning is done. */
    PROVISIONING,
    /** In use. */
    ACTIVE,
    /** Stopped by an operator: its pages say so politely, its jobs pause, its data stays. */
    SUSPENDED,
    /** To be deleted or already deleted: looks to strangers as if it had never been. */
    DELETED
}
