package io.anteroom.controlplane;

import io.anteroom.localservices.keycloak.KeycloakProcess;
import io.anteroom.localservices.keycloak.RealmSetup;
import io.anteroom.localservices.mailbox.Mailbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points an application at a real Keycloak and a mailbox. */
class LocalServices implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final Mailbox MAILBOX = mailbox();

    private static Mailbox mailbox() {
        try {
            return Mailbox.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String host = context.getEnvironment().getProperty("anteroom.web.base-host", "example.org");
        try {
            var keycloak = KeycloakProcess.shared();
            keycloak.realm().applications(RealmSetup.STAFF_CLIENT, URI.create("http://app." + host + "/"));
            TestPropertyValues.of(
                            "anteroom.control-plane.keycloak.url=" + keycloak.address(),
                            "anteroom.control-plane.keycloak.client-secret="
                                    + keycloak.realm().secret(RealmSetup.PLATFORM_CLIENT),
                            "anteroom.messaging.smtp.host=127.0.0.1",
                            "anteroom.messaging.smtp.port=" + MAILBOX.smtpPort(),
                            "anteroom.messaging.smtp.protection=none",
                            "anteroom.web.form-targets=" + keycloak.address())
                    .applyTo(context);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
