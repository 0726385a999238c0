package io.anteroom.server;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;

/** A part of the platform that a process can run. One image runs any set of them. */
public enum Role {
    /** The platform's own site, where a clinic signs up. */
    SIGNUP,
    /** The operators' console. */
    OPERATOR,
    /** The clinic staff's web. */
    STAFF,
    /** The patients' portals. */
    PORTAL,
    /** Jobs: messages, provisioning, reconciliation, imports; and Stripe's webhooks. */
    WORKER,
    /** Brings the control schema and every tenant's schema to the newest version, and ends. */
    MIGRATE;

    static final String PROPERTY = "anteroom.roles";

    /**
     * The roles that {@code anteroom.roles} names, separated by commas.
     *
     * @throws UnusableRolesException if it names none, one that does not exist, or {@code migrate} beside others
     */
    static Set<Role> of(Environment environment) {
        Set<Role> roles = Arrays.stream(environment.getProperty(PROPERTY, "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(Role::named)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        if (roles.isEmpty()) {
            throw new UnusableRolesException("No role is named");
        }
        if (roles.contains(MIGRATE) && roles.size() > 1) {
            throw new UnusableRolesException("The role migrate ends when it is done, so it runs alone");
        }
        return roles;
    }

    private static Role named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new UnusableRolesException("There is no role '" + name + "'"));
    }
}
