package io.anteroom.server.observability;

import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Observing;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantId;
import io.anteroom.webkit.host.RequestTenant;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;
import java.util.Optional;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/** Says of each observation, when it ends, whose it was and which roles the process runs. */
final class WhoseSpan implements ObservationFilter {

    /** The roles of the process, as they were given to it. */
    static final String ROLE = "anteroom.role";

    private final String roles;

    WhoseSpan(String roles) {
        this.roles = roles;
    }

    @Override
    public Observation.Context map(Observation.Context context) {
        context.addHighCardinalityKeyValue(KeyValue.of(ROLE, roles));
        tenant(context)
                .ifPresent(tenant -> context.addHighCardinalityKeyValue(KeyValue.of(Observing.TENANT, tenant.value())));
        return context;
    }

    /** A request ends outside of its tenant's binding, and has it noted. */
    private static Optional<TenantId> tenant(Observation.Context context) {
        return context instanceof ServerRequestObservationContext request
                ? Optional.ofNullable(request.getCarrier()).flatMap(RequestTenant::of)
                : CurrentTenant.find().map(Tenant::id);
    }
}
