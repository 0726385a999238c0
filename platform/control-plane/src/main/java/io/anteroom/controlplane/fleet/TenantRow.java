package io.anteroom.controlplane.fleet;

import io.anteroom.controlplane.organisation.SignUpId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as the list shows it.
 *
 * @param ref what its page is found by: the tenant's id, or the sign-up's until there is one
 * @param tenantId once a schema was taken
 * @param signUp the sign-up it came from, where it came from one
 * @param owner the name of who signed it up
 * @param ownerEmail their address
 * @param createdAt when it was signed up
 * @param schemaVersion of its schema, once it has one
 * @param usage once it was counted
 */
public record TenantRow(
        String ref,
        @Nullable String tenantId,
        @Nullable SignUpId signUp,
        String name,
        String slug,
        Standing standing,
        @Nullable String owner,
        @Nullable String ownerEmail,
        String country,
        String zone,
        String currency,
        Instant createdAt,
        @Nullable Integer schemaVersion,
        @Nullable TenantUsage usage) {}
