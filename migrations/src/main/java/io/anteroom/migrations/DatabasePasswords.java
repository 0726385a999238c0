package io.anteroom.migrations;

/**
 * The passwords of the three logins.
 *
 * @param owner of {@link DatabaseRoles#OWNER}, which only migrations and provisioning need
 * @param control of {@link DatabaseRoles#CONTROL}
 * @param tenant of {@link DatabaseRoles#TENANT}
 */
public record DatabasePasswords(String owner, String control, String tenant) {

    /** Names nothing, since it may end in a log. */
    @Override
    public String toString() {
        return "DatabasePasswords[]";
    }
}
