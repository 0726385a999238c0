package io.anteroom.controlplane.provisioning;

import io.anteroom.controlplane.organisation.NewOrganisation;
import io.anteroom.controlplane.organisation.SignUpId;
import io.anteroom.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * One tenant in the making, with what earlier steps have found.
 *
 * @param tenantId from the step {@link ProvisioningStep#SCHEMA} on
 * @param identityOrganisation the identity provider's id, from {@link ProvisioningStep#ORGANISATION} on
 * @param ownerSubject the identity provider's id of the owner, from {@link ProvisioningStep#OWNER} on
 */
record Undertaking(
        SignUpId id,
        NewOrganisation organisation,
        @Nullable TenantId tenantId,
        @Nullable String identityOrganisation,
        @Nullable String ownerSubject) {

    TenantId requireTenantId() {
        return required(tenantId);
    }

    String requireIdentityOrganisation() {
        return required(identityOrganisation);
    }

    String requireOwnerSubject() {
        return required(ownerSubject);
    }

    private static <T> T required(@Nullable T found) {
        if (found == null) {
            throw new IllegalStateException("A step ran before the one that it needs");
        }
        return found;
    }
}
