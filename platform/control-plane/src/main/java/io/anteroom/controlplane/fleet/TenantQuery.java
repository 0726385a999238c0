package io.anteroom.controlplane.fleet;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the list was asked for.
 *
 * @param text part of a name, an address, an owner or an id
 * @param standing only those that stand there; nothing for all
 * @param page from 1
 */
public record TenantQuery(String text, @Nullable Standing standing, TenantSort sort, long page) {

    /** Reads what an address says; what makes no sense is passed over. */
    static TenantQuery read(String text, String state, String sort, long page) {
        return new TenantQuery(
                text.strip(), Standing.of(state).orElse(null), TenantSort.of(sort), Math.clamp(page, 1, 100_000));
    }

    /** The key of the state asked for, empty for all. */
    public String stateKey() {
        return Optional.ofNullable(standing).map(Standing::key).orElse("");
    }

    /** Whether every tenant is asked for. */
    public boolean everything() {
        return text.isEmpty() && standing == null;
    }
}
