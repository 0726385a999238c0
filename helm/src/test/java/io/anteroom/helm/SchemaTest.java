package io.anteroom.helm;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value that cannot be meant is refused before anything is installed. */
class SchemaTest {

    private static final String REFUSAL = "values don't meet the specifications of the schema";

    @ParameterizedTest
    @CsvSource({
        "baseHost, ''",
        "baseHost, https://example.org",
        "platform.contact, nobody",
        "image.digest, sha256:short",
        "database.url, postgresql://db/anteroom",
        "database.url, jdbc:postgresql://db/anteroom?user=a&password=b",
        "keycloak.url, http://id.example.org",
        "mail.protection, ssl",
        "sms.gateway, pigeon",
        "sms.account, ''",
        "roles.portal.connections.perSubPool, 1",
        "roles.signup.connections.subPools, 2",
        "roles.portal.replica, 3",
        "roles.patients.replicas, 3",
        "secrets.codeKey.value, abc",
        "ingress.controller, apache",
        "networkPolicy.internet.cidr, everywhere"
    })
    void aValueThatCannotWorkIsRefused(String name, String value) {
        assertThatThrownBy(() -> Chart.render("small", Map.of(name, value))).hasMessageContaining(REFUSAL);
    }

    @Test
    void noSecretIsWrittenAmongTheSettings() {
        assertThatThrownBy(
                        () -> Chart.render("small", Map.of("settings.anteroom\\.payments\\.secret-key", "sk_live_1")))
                .hasMessageContaining(REFUSAL)
                .hasMessageContaining("secret-key");
        assertThatCode(() -> Chart.render("small", Map.of("settings.anteroom\\.access\\.asks-per-network", 60)))
                .doesNotThrowAnyException();
    }
}
