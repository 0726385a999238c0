package io.anteroom.webkit;

import io.anteroom.tenancy.Tenant;
import org.springframework.beans.factory.ObjectProvider;

/** The looks that a module gives, looked for when the first is wanted: filters are made before such modules are. */
final class LateBrands implements Brands {

    private final ObjectProvider<Brands> given;

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

    private Brands given() {
        return given.getIfAvailable(() -> tenant -> Brand.plain(tenant.name()));
    }
}
