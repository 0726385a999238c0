package io.anteroom.webkit.host;

import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantId;
import jakarta.servlet.ServletRequest;
import java.util.Optional;

/** Whose a request was, for those who look when it has been answered and no tenant is bound any more. */
public final class RequestTenant {

    private static final String ATTRIBUTE = RequestTenant.class.getName();

    private RequestTenant() {}

    /** Notes that {@code request} is for {@code tenant}. */
    public static void note(ServletRequest request, Tenant tenant) {
        request.setAttribute(ATTRIBUTE, tenant.id());
    }

    /** The tenant that was noted. */
    public static Optional<TenantId> of(ServletRequest request) {
        return Optional.ofNullable((TenantId) request.getAttribute(ATTRIBUTE));
    }
}
