package io.anteroom.server.observability;

import io.anteroom.tenancy.Observing;
import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/** Counts each request that was for some tenant, once it is answered. */
final class TenantRequests implements ObservationHandler<ServerRequestObservationContext> {

    private final TopTenants tenants;
    private final MeterRegistry registry;

    TenantRequests(TopTenants tenants, MeterRegistry registry) {
        this.tenants = tenants;
        this.registry = registry;
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof ServerRequestObservationContext;
    }

    @Override
    public void onStart(ServerRequestObservationContext context) {
        context.put(TenantRequests.class, Timer.start(registry));
    }

    @Override
    public void onStop(ServerRequestObservationContext context) {
        KeyValue tenant = context.getHighCardinalityKeyValue(Observing.TENANT);
        Timer.Sample sample = context.get(TenantRequests.class);
        if (tenant != null && sample != null) {
            tenants.answered(tenant.getValue(), sample, failed(context));
        }
    }

    private static boolean failed(ServerRequestObservationContext context) {
        return context.getResponse() == null || context.getResponse().getStatus() >= 500;
    }
}
