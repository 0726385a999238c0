package io.anteroom.tenantadmin.frame;

/** Says who of the staff makes this request. */
public interface AtWork {

    /** The person's name, as colleagues know it. */
    String name();

    /** Whether the person belongs to more than this organisation. */
    boolean severalOrganisations();
}
