package io.anteroom.webkit.fairness;

import io.anteroom.webkit.host.Host;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;

/**
 * {@code anteroom.web.refused} counts what was not let in, by reason; {@code anteroom.web.in.progress} is what is inside,
 * by front door. No tenant is a tag.
 */
final class FairnessMetrics implements MeterBinder {

    private final Doors doors;

    FairnessMetrics(Doors doors) {
        this.doors = doors;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Reason reason : Reason.values()) {
            FunctionCounter.builder("anteroom.web.refused", doors, all -> all.refused(reason))
                    .tag("reason", reason.tag())
                    .description("Requests refused at the door, so that others are served")
                    .register(registry);
        }
        for (Host host : Host.values()) {
            Gauge.builder("anteroom.web.in.progress", doors, all -> all.inProgress(host))
                    .tag("host", host.name().toLowerCase(Locale.ROOT))
                    .description("Requests in progress on a front door")
                    .register(registry);
        }
    }
}
