package io.anteroom.migrations;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The passwords of those who may log in.
 *
 * @param all by login; who is not named cannot log in
 */
public record DatabasePasswords(Map<DatabaseLogin, String> all) {

    public DatabasePasswords {
        all = Map.copyOf(all);
    }

    /** What a process needs that runs all roles. */
    public DatabasePasswords(String owner, String control, String tenant) {
        this(Map.of(
                DatabaseLogin.OWNER, owner,
                DatabaseLogin.CONTROL, control,
                DatabaseLogin.TENANT, tenant));
    }

    /** The same and those of {@code more}. */
    public DatabasePasswords and(Map<DatabaseLogin, String> more) {
        Map<DatabaseLogin, String> both = new EnumMap<>(all);
        both.putAll(more);
        return new DatabasePasswords(both);
    }

    /**
     * The password of one login.
     *
     * @throws NullPointerException if it has none
     */
    public String of(DatabaseLogin login) {
        return Objects.requireNonNull(find(login), () -> login + " has no password");
    }

    @Nullable
    String find(DatabaseLogin login) {
        return all.get(login);
    }

    public String owner() {
        return of(DatabaseLogin.OWNER);
    }

    public String control() {
        return of(DatabaseLogin.CONTROL);
    }

    public String tenant() {
        return of(DatabaseLogin.TENANT);
    }

    /** Names nothing, since it may end in a log. */
    @Override
    public String toString() {
        return "DatabasePasswords[]";
    }
}
