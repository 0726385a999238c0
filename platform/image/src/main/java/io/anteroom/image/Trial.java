package io.anteroom.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Starts the application once with all its roles, until everything is made and nothing is asked of any other machine, and
 * lets the JVM keep the classes it loaded and linked.
 */
final class Trial {

    private static final String NOWHERE = "localhost:9";

    private final Layout layout;

    Trial(Layout layout) {
        this.layout = layout;
    }

    void start() throws IOException, InterruptedException {
        Path log = layout.root().resolveSibling("image-trial.log");
        List<String> command = Layout.command(
                layout.runtime().resolve("bin/java").toString(),
                "-XX:AOTCacheOutput=" + Layout.CACHE,
                "-Dspring.context.exit=onRefresh");
        ProcessBuilder trial = new ProcessBuilder(command)
                .directory(layout.home().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        trial.environment().clear();
        trial.environment().putAll(settings());
        int exit = trial.start().waitFor();
        if (exit != 0 || !Files.exists(layout.cache())) {
            throw new IllegalStateException(
                    "The application did not start for its AOT cache, exit " + exit + ": see " + log);
        }
    }

    /** Something for everything that has no default. */
    private static Map<String, String> settings() {
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("anteroom.roles", "signup,operator,staff,portal,worker");
        settings.put("anteroom.web.base-host", "example.org");
        settings.put("anteroom.tenancy.url", "jdbc:postgresql://" + NOWHERE + "/none");
        settings.put("anteroom.tenancy.control-password", "none");
        settings.put("anteroom.tenancy.tenant-password", "none");
        settings.put("anteroom.migrations.url", "jdbc:postgresql://" + NOWHERE + "/none");
        settings.put("anteroom.migrations.password", "none");
        settings.put("anteroom.messaging.secret-key", key);
        settings.put("anteroom.messaging.from-address", "none@example.org");
        settings.put("anteroom.access.code-key", key);
        settings.put("anteroom.files.key", key);
        settings.put("anteroom.known-addresses.key", key);
        settings.put("anteroom.payments.api-base", "http://" + NOWHERE);
        settings.put("anteroom.payments.secret-key", "none");
        settings.put("anteroom.payments.platform-webhook-secret", "none-of-the-platform");
        settings.put("anteroom.payments.connect-webhook-secret", "none-of-the-clinics");
        settings.put("anteroom.staff.issuer", "http://" + NOWHERE + "/realms/none");
        settings.put("anteroom.staff.client-secret", "none");
        settings.put("anteroom.control-plane.operators.issuer", "http://" + NOWHERE + "/realms/none");
        settings.put("anteroom.control-plane.operators.client-secret", "none");
        settings.put("anteroom.control-plane.keycloak.url", "http://" + NOWHERE);
        settings.put("anteroom.control-plane.keycloak.client-secret", "none");
        settings.put("anteroom.control-plane.sign-up.form-key", key);
        settings.put("anteroom.control-plane.sign-up.contact", "none@example.org");
        settings.put("server.port", "0");
        settings.put("management.server.port", "0");
        Map<String, String> variables = new LinkedHashMap<>();
        settings.forEach((name, value) ->
                variables.put(name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT), value));
        return variables;
    }
}
