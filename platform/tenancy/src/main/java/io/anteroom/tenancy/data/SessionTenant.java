package io.anteroom.tenancy.data;

import io.anteroom.tenancy.CurrentTenant;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/**
 * For whom a session is opened. Spring Data opens one at start, when nobody is bound; such a session belongs to
 * {@link #NOBODY} and gets no connection.
 */
final class SessionTenant implements CurrentTenantIdentifierResolver<String> {

    static final String NOBODY = "nobody";

    @Override
    public String resolveCurrentTenantIdentifier() {
        return CurrentTenant.find().map(tenant -> tenant.id().value()).orElse(NOBODY);
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }
}
