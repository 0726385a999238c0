package io.anteroom.helm;

import io.anteroom.server.AnteroomApplication;
import io.anteroom.server.migration.MigrateConfiguration;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The application in this JVM, which takes a given map for its environment variables. */
record RunningRole(ConfigurableApplicationContext context) implements AutoCloseable {

    /**
     * Starts one role on ports of its own.
     *
     * @param environment as the chart writes it, {@code NAME/KEY} where a secret is meant
     * @param instead what stands in the place of variables, by name, and of secrets, by {@code NAME/KEY}; a secret that
     *     is not there gets a key's look
     */
    static RunningRole start(String role, Map<String, String> environment, Map<String, String> instead) {
        Map<String, Object> variables = new HashMap<>();
        environment.forEach((name, value) -> variables.put(name, value(name, value, instead)));
        variables.put("SERVER_PORT", "0");
        variables.put("MANAGEMENT_SERVER_PORT", "0");
        variables.put("LOGGING_LEVEL_ROOT", "warn");
        boolean migrate = role.equals("migrate");
        var application = new SpringApplication(migrate ? MigrateConfiguration.class : AnteroomApplication.class);
        if (migrate) {
            application.setWebApplicationType(WebApplicationType.NONE);
        }
        application.addListeners(new Variables(variables));
        return new RunningRole(application.run());
    }

    private static String value(String name, String value, Map<String, String> instead) {
        if (instead.containsKey(name)) {
            return instead.getOrDefault(name, "");
        }
        if (!value.matches("anteroom-[a-z]+(-[a-z]+)*/[a-z-]+")) {
            return value;
        }
        // 32 bytes in base64, each its own, as for all keys of ours and good enough for others' secrets.
        String own = Integer.toHexString(value.hashCode());
        return instead.getOrDefault(value, own + "A".repeat(43 - own.length()) + "=");
    }

    URI web(String path) {
        return address("local.server.port", path);
    }

    URI management(String path) {
        return address("local.management.port", path);
    }

    private URI address(String port, String path) {
        return URI.create("http://localhost:" + context.getEnvironment().getRequiredProperty(port) + path);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Before anything reads them. */
    private record Variables(Map<String, Object> variables)
            implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

        @Override
        public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
            MutablePropertySources sources = event.getEnvironment().getPropertySources();
            String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
            sources.replace(name, new SystemEnvironmentPropertySource(name, variables));
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }
    }
}
