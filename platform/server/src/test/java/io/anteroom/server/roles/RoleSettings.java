package io.anteroom.server.roles;

import io.anteroom.server.AnteroomApplication;
import io.anteroom.testing.Tenants;
import io.anteroom.testing.TestDatabaseSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** What each role must be told, and nothing of what only others need: a process holds no secret it has no use for. */
final class RoleSettings {

    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private static final List<String> EVERYBODY = List.of(
            "anteroom.web.base-host=anteroom.test",
            "server.port=0",
            "server.address=127.0.0.1",
            "management.server.port=0",
            "management.server.address=127.0.0.1",
            "anteroom.work.polling-interval=1h");

    private static final List<String> MESSAGES =
            List.of("anteroom.messaging.secret-key=" + KEY, "anteroom.messaging.from-address=hello@anteroom.example");

    private static final List<String> CLINICS = List.of(
            "anteroom.access.code-key=" + KEY,
            "anteroom.files.key=" + KEY,
            "anteroom.payments.api-base=http://localhost:9",
            "anteroom.payments.secret-key=sk_test_none",
            "anteroom.payments.platform-webhook-secret=none-of-the-platform",
            "anteroom.payments.connect-webhook-secret=none-of-the-clinics");

    private static final List<String> ADDRESSES = List.of("anteroom.known-addresses.key=" + KEY);

    private static final List<String> SIGN_UP = List.of(
            "anteroom.control-plane.sign-up.form-key=" + KEY,
            "anteroom.control-plane.sign-up.contact=help@anteroom.example");

    private static final List<String> KEYCLOAK = List.of(
            "anteroom.control-plane.keycloak.url=http://localhost:9",
            "anteroom.control-plane.keycloak.client-secret=none");

    private static final List<String> STAFF =
            List.of("anteroom.staff.issuer=http://localhost:9/realms/anteroom", "anteroom.staff.client-secret=none");

    private static final List<String> OPERATORS = List.of(
            "anteroom.control-plane.operators.issuer=http://localhost:9/realms/anteroom",
            "anteroom.control-plane.operators.client-secret=none");

    private static final Map<String, List<List<String>>> OF = Map.of(
            "signup", List.of(MESSAGES, SIGN_UP, KEYCLOAK),
            "operator", List.of(OPERATORS),
            "staff", List.of(MESSAGES, CLINICS, STAFF),
            "portal", List.of(MESSAGES, CLINICS),
            "worker", List.of(MESSAGES, CLINICS, ADDRESSES, SIGN_UP, KEYCLOAK));

    private RoleSettings() {}

    /** Starts the real application in {@code role} alone, on free ports, against a clean test database, by its own logins. */
    static ConfigurableApplicationContext start(String role) {
        return start(List.of(role));
    }

    /** The same in several roles, which are told {@code more}. */
    static ConfigurableApplicationContext start(List<String> roles, String... more) {
        return start(roles, context -> {}, more);
    }

    /** The same, and {@code last} has the last word before it starts. */
    static ConfigurableApplicationContext start(
            List<String> roles, ApplicationContextInitializer<GenericApplicationContext> last, String... more) {
        Tenants.clean();
        List<String> settings = new ArrayList<>(EVERYBODY);
        roles.stream()
                .flatMap(role -> OF.getOrDefault(role, List.of()).stream())
                .forEach(settings::addAll);
        settings.add("anteroom.roles=" + String.join(",", roles));
        if (roles.size() == 1 && OF.containsKey(roles.getFirst())) {
            settings.add("anteroom.tenancy.control-user=anteroom_" + roles.getFirst());
            settings.add("anteroom.tenancy.tenant-user=anteroom_tenant_" + roles.getFirst());
        }
        settings.addAll(List.of(more));
        return new SpringApplicationBuilder(AnteroomApplication.class)
                .initializers(new TestDatabaseSettings(), last)
                .registerShutdownHook(false)
                .run(settings.stream().distinct().map(setting -> "--" + setting).toArray(String[]::new));
    }
}
