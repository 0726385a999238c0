package io.anteroom.controlplane.identity;

import io.anteroom.controlplane.organisation.EmailAddress;
import io.anteroom.controlplane.organisation.Slug;
import io.anteroom.tenancy.TenantId;
import java.net.URI;
import java.util.Optional;

/**
 * What the platform needs of the identity provider. Each method may be called again with the same arguments, also after a
 * call whose outcome is unknown, and ends at the same state.
 */
public interface IdentityProvider {

    /**
     * Makes sure the tenant has an organisation with a group for each {@link StaffRole}.
     *
     * @return the provider's id of it
     * @throws IdentityProviderException if it could not
     */
    String organisation(TenantId tenant, Slug slug, String name);

    /**
     * Makes sure there is a user with that address, a member of the organisation and of its group of owners. One who was
     * there keeps name and password.
     *
     * @return the provider's id of the user
     * @throws IdentityProviderException if it could not
     */
    String owner(String organisation, EmailAddress email, String name);

    /**
     * A link, good for minutes, under which the user sets a first password and is then sent to {@code landing}. Nothing if
     * the user has a password already.
     *
     * @throws IdentityProviderException if none could be made
     */
    Optional<URI> firstPasswordLink(String user, URI landing);
}
