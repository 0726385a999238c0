package io.anteroom.migrations;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Who connects to the database. Each role of the application has logins of its own, so that one can be revoked alone. */
public enum DatabaseLogin {
    /** Owns every schema and makes the tenants' roles: for {@code migrate}, and for {@code worker}, which hands them out. */
    OWNER("anteroom_owner"),
    SIGNUP("anteroom_signup"),
    OPERATOR("anteroom_operator"),
    STAFF("anteroom_staff"),
    PORTAL("anteroom_portal"),
    WORKER("anteroom_worker"),
    TENANT_STAFF("anteroom_tenant_staff"),
    TENANT_PORTAL("anteroom_tenant_portal"),
    TENANT_WORKER("anteroom_tenant_worker"),
    /** For a process that runs all roles, as the demo: what the five may together. */
    CONTROL("anteroom_control"),
    /** What the three are members of, and through it of every tenant's role; with a password, a login like them. */
    TENANT("anteroom_tenant");

    /** Those of the control schema, each of one role of the application and with the rights that role needs. */
    public static final Set<DatabaseLogin> OF_ROLES = Collections.unmodifiableSet(EnumSet.range(SIGNUP, WORKER));

    /** Those of tenants' data: no right of their own, but each transaction takes one tenant's role. */
    public static final Set<DatabaseLogin> OF_TENANTS =
            Collections.unmodifiableSet(EnumSet.range(TENANT_STAFF, TENANT_WORKER));

    private final String user;

    DatabaseLogin(String user) {
        this.user = user;
    }

    /** The name to log in by. */
    public String user() {
        return user;
    }
}
