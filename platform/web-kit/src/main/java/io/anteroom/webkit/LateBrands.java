package io.anteroom.webkit;

import io.anteroom.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The looks that a module gives, looked for when the first is wanted: filters are made before such modules are. */
final class LateBrands implements Brands {

    private final ObjectProvider<Brands> given;

    private volatile @Nullable Brands found;

    LateBrands(ObjectProvider<Brands> given) {
        this.given = given;
    }

    @Override
    public Brand of(Tenant tenant) {
        return given().of(tenant);
    }

    @Override
    public Brand remembered(Tenant tenant) {
        return given().remembered(tenant);
    }

    /** Looked for once: a flood's refusals would else search the beans a thousand times a second. */
    private Brands given() {
        Brands known = found;
        if (known == null) {
            known = given.getIfAvailable(() -> tenant -> Brand.plain(tenant.name()));
            found = known;
        }
        return known;
    }
}
