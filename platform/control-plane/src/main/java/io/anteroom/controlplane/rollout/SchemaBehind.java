package io.anteroom.controlplane.rollout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A schema that has not the newest version yet.
 *
 * @param id the schema's, which is the tenant's once it is taken
 * @param tenant whose it is; nothing for a spare one
 * @param state {@code failed}, {@code migrating}, {@code retrying} or {@code waiting}
 * @param version the version it has
 * @param attempts how often it was tried in vain
 * @param retryAt when it is tried again, if somebody was using it
 * @param error why it was set aside; it quotes no row of the clinic
 */
public record SchemaBehind(
        String id,
        @Nullable String tenant,
        String state,
        int version,
        int attempts,
        @Nullable Instant retryAt,
        @Nullable String error) {}
