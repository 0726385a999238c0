package io.anteroom.controlplane;

import io.anteroom.controlplane.organisation.Countries;
import io.anteroom.controlplane.organisation.Country;
import io.anteroom.controlplane.organisation.EmailAddress;
import io.anteroom.controlplane.organisation.NewOrganisation;
import io.anteroom.controlplane.organisation.Slug;

/** Organisations that want a portal. */
public final class Clinics {

    private Clinics() {}

    /** One in London. */
    public static NewOrganisation called(String slug) {
        return called(slug, "anna@example.net");
    }

    /** One in London with that owner. */
    public static NewOrganisation called(String slug, String owner) {
        Country britain = Countries.byCode("GB").orElseThrow();
        return new NewOrganisation(
                "Clinic " + slug,
                new Slug(slug),
                britain,
                britain.usualZone(),
                britain.currency(),
                new NewOrganisation.Owner("Anna Berg", new EmailAddress(owner)));
    }
}
