package io.anteroom.controlplane.fleet;

import io.anteroom.tenancy.EnumCode;

/** The orders of the list. Each ends with what is unique, so that no row is on two pages. */
public enum TenantSort {
    /** The youngest first. */
    NEWEST("created_at desc"),
    /** The oldest first. */
    OLDEST("created_at"),
    /** By name. */
    NAME("lower(name)"),
    /** By name, backwards. */
    NAME_DESCENDING("lower(name) desc"),
    /** By owner. */
    OWNER("lower(owner_name) nulls last"),
    /** By owner, backwards. */
    OWNER_DESCENDING("lower(owner_name) desc nulls last"),
    /** By state, what needs somebody first. */
    STATE("array_position(array['failed', 'provisioning', 'pending', 'suspended', 'active', 'deleted'], state)"),
    /** By state, what needs nobody first. */
    STATE_DESCENDING(
            "array_position(array['failed', 'provisioning', 'pending', 'suspended', 'active', 'deleted'], state) desc"),
    /** The oldest schema first. */
    VERSION("schema_version nulls last"),
    /** The newest schema first. */
    VERSION_DESCENDING("schema_version desc nulls last"),
    /** The most patients first. */
    PATIENTS("patients desc nulls last"),
    /** The fewest patients first. */
    PATIENTS_ASCENDING("patients nulls last"),
    /** The most sign-ins first. */
    SIGN_INS("sign_ins desc nulls last"),
    /** The fewest sign-ins first. */
    SIGN_INS_ASCENDING("sign_ins nulls last"),
    /** The most messages first. */
    MESSAGES("messages desc nulls last"),
    /** The fewest messages first. */
    MESSAGES_ASCENDING("messages nulls last");

    private final String sql;

    TenantSort(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql + ", ref";
    }

    /** As addresses write it. */
    public String code() {
        return EnumCode.of(this);
    }

    /** The one of this code, the usual one for any other text. */
    static TenantSort of(String code) {
        return EnumCode.find(TenantSort.class, code).orElse(NEWEST);
    }
}
