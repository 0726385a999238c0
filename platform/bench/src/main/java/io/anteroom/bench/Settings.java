package io.anteroom.bench;

import io.anteroom.localservices.mailbox.Mailbox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The application's settings, as arguments; what a role does not need it does not mind. */
final class Settings {

    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private Settings() {}

    /**
     * @param keycloak its address, and the secret of the client {@code anteroom-platform}; null where nobody asks it
     * @param more as {@code key=value}; they win
     */
    static List<String> of(
            Database database, Mailbox mailbox, @Nullable Keycloak keycloak, String roles, String... more) {
        Map<String, String> settings = new LinkedHashMap<>();
        Stream.concat(usual(database, mailbox, keycloak, roles).stream(), Stream.of(more))
                .map(setting -> setting.split("=", 2))
                .forEach(setting -> settings.put(setting[0], setting[1]));
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toList();
    }

    private static List<String> usual(Database database, Mailbox mailbox, @Nullable Keycloak keycloak, String roles) {
        return List.of(
                "anteroom.roles=" + roles,
                "anteroom.web.base-host=" + Clinic.BASE_HOST,
                "anteroom.web.scheme=http",
                "server.address=127.0.0.1",
                "management.server.address=127.0.0.1",
                "logging.structured.format.console=",
                "logging.level.root=warn",
                "anteroom.tenancy.url=" + database.url(),
                "anteroom.tenancy.control-password=" + Database.PASSWORDS.control(),
                "anteroom.tenancy.tenant-password=" + Database.PASSWORDS.tenant(),
                "anteroom.migrations.url=" + database.url(),
                "anteroom.migrations.password=" + Database.PASSWORDS.owner(),
                "anteroom.messaging.secret-key=" + KEY,
                "anteroom.messaging.from-address=no-reply@anteroom.example",
                "anteroom.messaging.smtp.host=127.0.0.1",
                "anteroom.messaging.smtp.port=" + mailbox.smtpPort(),
                "anteroom.messaging.smtp.protection=none",
                "anteroom.access.code-key=" + KEY,
                "anteroom.files.key=" + KEY,
                "anteroom.known-addresses.key=" + KEY,
                "anteroom.payments.api-base=http://localhost:9",
                "anteroom.payments.secret-key=sk_test_none",
                "anteroom.payments.platform-webhook-secret=none-of-the-platform",
                "anteroom.payments.connect-webhook-secret=none-of-the-clinics",
                "anteroom.staff.issuer=http://localhost:9/realms/anteroom",
                "anteroom.staff.client-secret=none",
                "anteroom.control-plane.operators.issuer=http://localhost:9/realms/anteroom",
                "anteroom.control-plane.operators.client-secret=none",
                "anteroom.control-plane.sign-up.form-key=" + KEY,
                "anteroom.control-plane.sign-up.contact=help@anteroom.example",
                "anteroom.control-plane.sign-up.forms-per-hour=100000",
                "anteroom.control-plane.keycloak.url=" + (keycloak == null ? "http://localhost:9" : keycloak.url()),
                "anteroom.control-plane.keycloak.client-secret=" + (keycloak == null ? "none" : keycloak.secret()),
                // What is measured is the machine, not these bounds; who measures the bounds sets them.
                "anteroom.web.fairness.per-second=1000000",
                "anteroom.web.fairness.burst=1000000",
                "anteroom.web.fairness.at-once=1000",
                "anteroom.web.fairness.at-once-per-host=10000",
                "anteroom.web.fairness.strangers-per-second=1000000");
    }

    /** How the application reaches Keycloak. */
    record Keycloak(String url, String secret) {}
}
