package io.anteroom.controlplane.identity;

import java.util.Locale;

/** What a member of staff may be in an organisation. Each is a group of the organisation in the identity provider. */
public enum StaffRole {
    OWNER,
    ADMIN,
    PRACTITIONER,
    RECEPTIONIST,
    BILLING;

    /** The group's name. */
    public String group() {
        return name().toLowerCase(Locale.ROOT);
    }
}
