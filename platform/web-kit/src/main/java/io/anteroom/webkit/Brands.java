package io.anteroom.webkit;

import io.anteroom.tenancy.Tenant;

/** Gives the look of a clinic's portal, for pages that nobody signed in to sees, problem pages among them. */
@FunctionalInterface
public interface Brands {

    /** The published look of {@code tenant}, which is bound to the work. Called on every page: it must be quick. */
    Brand of(Tenant tenant);

    /**
     * The look that was last given of {@code tenant}, which need not be bound; a plain one where none was. It reads
     * nothing, for pages that say that the clinic cannot be asked.
     */
    default Brand remembered(Tenant tenant) {
        return Brand.plain(tenant.name());
    }
}
