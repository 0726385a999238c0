package io.anteroom.controlplane.provisioning;

import io.anteroom.controlplane.organisation.EmailAddress;
import io.anteroom.tenancy.Tenant;

/**
 * The port through which the clinic's side furnishes a new tenant's schema before anyone can see it: default settings, the
 * owner among its staff. Any number of beans; each is called while the tenant is bound, outside a transaction, and again if
 * the process died, so what exists already stays as it is.
 */
public interface NewClinic {

    /** Puts in what a new clinic starts with. */
    void furnish(Tenant tenant, Owner owner);

    /**
     * The first member of staff.
     *
     * @param subject the identity provider's id of the person, as in the {@code sub} of their tokens
     * @param name as they write it
     */
    record Owner(String subject, String name, EmailAddress email) {}
}
