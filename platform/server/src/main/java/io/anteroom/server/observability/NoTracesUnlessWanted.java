package io.anteroom.server.observability;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/** Leaves out all that makes traces unless somebody is named to take them: no spans, no ids in the log, no cost. */
class NoTracesUnlessWanted implements AutoConfigurationImportFilter, EnvironmentAware {

    /** Where spans go, as OTLP over HTTP. */
    static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

    private static final String[] TRACING = {
        "org.springframework.boot.micrometer.tracing.", "org.springframework.boot.opentelemetry."
    };

    private boolean wanted;

    @Override
    public void setEnvironment(Environment environment) {
        wanted = !environment.getProperty(ENDPOINT, "").isBlank();
    }

    @Override
    public boolean[] match(@Nullable String[] configurations, AutoConfigurationMetadata metadata) {
        boolean[] kept = new boolean[configurations.length];
        for (int i = 0; i < configurations.length; i++) {
            kept[i] = wanted || !isTracing(configurations[i]);
        }
        return kept;
    }

    private static boolean isTracing(@Nullable String configuration) {
        return configuration != null && Arrays.stream(TRACING).anyMatch(configuration::startsWith);
    }
}
