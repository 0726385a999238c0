package io.anteroom.demo;

import io.anteroom.localservices.keycloak.RealmSetup;
import io.anteroom.stripeemulator.EmulatorOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings of the application for a demo: what an operator gives it by environment variables. */
final class ApplicationSettings {

    private ApplicationSettings() {}

    static Map<String, Object> of(
            DemoOptions options, LocalServices services, Database database, Secrets secrets, Path log)
            throws IOException, InterruptedException {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("anteroom.roles", "signup,operator,staff,portal,worker");
        server(settings, options, log);
        web(settings, options, services);
        database(settings, database);
        messaging(settings, services, secrets);
        identity(settings, services);
        payments(settings, services, secrets);
        settings.put("anteroom.access.code-key", secrets.key("access-code-key"));
        settings.put("anteroom.files.key", secrets.key("files-key"));
        settings.put("anteroom.known-addresses.key", secrets.key("known-addresses-key"));
        settings.put("anteroom.control-plane.sign-up.form-key", secrets.key("sign-up-form-key"));
        settings.put("anteroom.control-plane.sign-up.operator", "The Anteroom demo");
        settings.put("anteroom.control-plane.sign-up.contact", "hello@anteroom.example");
        settings.put("anteroom.control-plane.sign-up.forms-per-hour", 1000);
        return settings;
    }

    private static void server(Map<String, Object> settings, DemoOptions options, Path log) {
        settings.put("server.port", options.port());
        settings.put("server.address", "127.0.0.1");
        settings.put("management.server.port", options.managementPort());
        settings.put("management.server.address", "127.0.0.1");
        settings.put("logging.threshold.console", "off");
        settings.put("logging.structured.format.console", "");
        settings.put("logging.file.name", log);
        settings.put("spring.main.log-startup-info", false);
    }

    private static void web(Map<String, Object> settings, DemoOptions options, LocalServices services) {
        settings.put("anteroom.web.base-host", options.baseHost());
        settings.put("anteroom.web.scheme", "http");
        settings.put(
                "anteroom.web.form-targets",
                services.keycloak().address() + "," + services.stripe().address() + "," + options.address("app.") + ","
                        + options.address(""));
    }

    private static void database(Map<String, Object> settings, Database database) {
        settings.put("anteroom.tenancy.url", database.url());
        settings.put("anteroom.tenancy.control-password", database.passwords().control());
        settings.put("anteroom.tenancy.tenant-password", database.passwords().tenant());
        settings.put("anteroom.migrations.url", database.url());
        settings.put("anteroom.migrations.password", database.passwords().owner());
    }

    private static void messaging(Map<String, Object> settings, LocalServices services, Secrets secrets) {
        settings.put("anteroom.messaging.secret-key", secrets.key("messaging-secret-key"));
        settings.put("anteroom.messaging.from-address", "no-reply@anteroom.example");
        settings.put("anteroom.messaging.smtp.host", "127.0.0.1");
        settings.put("anteroom.messaging.smtp.port", services.mailbox().smtpPort());
        settings.put("anteroom.messaging.smtp.protection", "none");
        settings.put("anteroom.messaging.sms.gateway", "http");
        settings.put("anteroom.messaging.sms.url", services.mailbox().smsGateway());
        settings.put("anteroom.messaging.sms.token", services.mailbox().smsToken());
    }

    private static void identity(Map<String, Object> settings, LocalServices services)
            throws IOException, InterruptedException {
        var realm = services.keycloak().realm();
        settings.put("anteroom.staff.issuer", services.keycloak().issuer());
        settings.put("anteroom.staff.client-secret", realm.secret(RealmSetup.STAFF_CLIENT));
        settings.put(
                "anteroom.control-plane.operators.issuer", services.keycloak().issuer());
        settings.put("anteroom.control-plane.operators.client-secret", realm.secret(RealmSetup.OPERATORS_CLIENT));
        settings.put("anteroom.control-plane.keycloak.url", services.keycloak().address());
        settings.put("anteroom.control-plane.keycloak.client-secret", realm.secret(RealmSetup.PLATFORM_CLIENT));
    }

    private static void payments(Map<String, Object> settings, LocalServices services, Secrets secrets) {
        settings.put("anteroom.payments.api-base", services.stripe().address());
        settings.put("anteroom.payments.secret-key", EmulatorOptions.SECRET_KEY);
        settings.put("anteroom.payments.platform-webhook-secret", LocalStripe.platformSecret(secrets));
        settings.put("anteroom.payments.connect-webhook-secret", LocalStripe.connectSecret(secrets));
    }

    /** Lets Keycloak's users come back to this run's addresses, and Keycloak's own mail reach the mailbox. */
    static void tellKeycloak(DemoOptions options, LocalServices services) throws IOException, InterruptedException {
        var realm = services.keycloak().realm();
        realm.applications(RealmSetup.STAFF_CLIENT, options.address("app."));
        realm.applications(RealmSetup.OPERATORS_CLIENT, options.address("ops."));
        realm.mailServer(services.mailbox().smtpPort(), "no-reply@anteroom.example");
    }
}
