package io.anteroom.helm;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** What the chart says to the application, the application understands. That it suffices is shown by {@code RolesTest}. */
class SettingsTest {

    /** Named by none of the records: the roles are read before there are any, and the last is the JVM's own. */
    private static final Set<String> NO_SETTING = Set.of("ANTEROOM_ROLES", "JDK_JAVA_OPTIONS");

    @ParameterizedTest
    @ValueSource(strings = {"small", "large"})
    void everyVariableIsASettingOfTheApplication(String size) throws IOException {
        Rendered rendered = Chart.render(
                size,
                Map.ofEntries(
                        Map.entry("javaOptions", "-Xlog:gc"),
                        Map.entry("ingress.trustedProxies", "192\\.168\\..*"),
                        Map.entry("secrets.previousMessagingKey.name", "anteroom-keys"),
                        Map.entry("secrets.previousMessagingKey.key", "messaging-before"),
                        Map.entry("secrets.previousFilesKey.name", "anteroom-files"),
                        Map.entry("secrets.previousFilesKey.key", "key-before"),
                        Map.entry("files.objects.endpoint", "https://objects.example.org"),
                        Map.entry("files.objects.bucket", "clinics"),
                        Map.entry("files.scanner", "tcp://clamav.example.org:3310"),
                        Map.entry("networkPolicy.scanner.peers[0].ipBlock.cidr", "10.9.9.9/32"),
                        Map.entry("sms.url", "https://sms.example.org")));
        Set<String> set = new TreeSet<>();
        rendered.pods()
                .keySet()
                .forEach(role -> set.addAll(rendered.environment(role).keySet()));
        assertThat(set).hasSizeGreaterThan(40);
        set.removeAll(NO_SETTING);
        set.removeAll(ours());
        set.removeAll(springs());
        assertThat(set).isEmpty();
    }

    @Test
    void everySecretComesFromASecret() {
        Rendered rendered = Chart.render("large");
        for (String role : rendered.pods().keySet()) {
            Rendered.container(rendered.pod(role)).getEnv().stream()
                    .filter(variable -> variable.getName().matches(".*(PASSWORD|SECRET|KEY|TOKEN)$"))
                    .forEach(variable -> assertThat(variable.getValueFrom())
                            .as(variable.getName())
                            .isNotNull());
        }
    }

    @Test
    void eachRoleIsGivenTheDatabaseLoginsItNeeds() {
        assertThat(logins("migrate")).containsExactly("anteroom_owner");
        assertThat(logins("signup")).containsExactly("anteroom_signup");
        assertThat(logins("operator")).containsExactly("anteroom_operator");
        assertThat(logins("staff")).containsExactlyInAnyOrder("anteroom_staff", "anteroom_tenant_staff");
        assertThat(logins("portal")).containsExactlyInAnyOrder("anteroom_portal", "anteroom_tenant_portal");
        assertThat(logins("worker"))
                .containsExactlyInAnyOrder("anteroom_worker", "anteroom_tenant_worker", "anteroom_owner");
    }

    /** With one Secret for several, a change of one role's password would be everybody's. */
    @Test
    void noTwoRolesShareALoginsPasswordButForTheOwners() {
        Rendered rendered = Chart.render("large");
        List<String> passwords = rendered.pods().keySet().stream()
                .flatMap(role -> rendered.environment(role).entrySet().stream()
                        .filter(variable -> variable.getKey().matches("ANTEROOM_(TENANCY|MIGRATIONS)_.*PASSWORD"))
                        .map(Map.Entry::getValue))
                .filter(secret -> !secret.equals("anteroom-database-owner/password"))
                .toList();
        assertThat(passwords).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void whatIsSetForOneRoleWinsOverWhatIsSetForAll() {
        Rendered rendered = Chart.render(
                "small",
                Map.of(
                        "settings.anteroom\\.access\\.asks-per-network", 60,
                        "roles.portal.settings.anteroom\\.access\\.asks-per-network", 90));
        assertThat(rendered.environment("staff")).containsEntry("ANTEROOM_ACCESS_ASKSPERNETWORK", "60");
        assertThat(rendered.environment("portal")).containsEntry("ANTEROOM_ACCESS_ASKSPERNETWORK", "90");
    }

    private static Set<String> logins(String role) {
        return Chart.render("small").environment(role).entrySet().stream()
                .filter(variable -> variable.getKey().matches("ANTEROOM_(TENANCY|MIGRATIONS)_.*USER"))
                .map(Map.Entry::getValue)
                .collect(toSet());
    }

    /** The keys of every settings record of ours. */
    private static Set<String> ours() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        Set<String> variables = new HashSet<>();
        scanner.findCandidateComponents("io.anteroom").forEach(found -> {
            Class<?> type = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
            collect(type, type.getAnnotation(ConfigurationProperties.class).value(), variables);
        });
        assertThat(variables).contains("ANTEROOM_WEB_BASEHOST", "ANTEROOM_MESSAGING_SMTP_HOST");
        return variables;
    }

    private static void collect(Class<?> type, String prefix, Set<String> variables) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + "." + component.getName();
            variables.add(variable(name));
            if (component.getType().isRecord()) {
                collect(component.getType(), name, variables);
            }
        }
    }

    /** The keys that Spring Boot documents of itself. */
    private static Set<String> springs() throws IOException {
        Set<String> variables = new HashSet<>();
        var files = SettingsTest.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json");
        for (URL file : Collections.list(files)) {
            try (InputStream metadata = file.openStream()) {
                for (JsonNode property : new ObjectMapper().readTree(metadata).path("properties")) {
                    variables.add(variable(property.path("name").asText()));
                }
            }
        }
        return variables;
    }

    private static String variable(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
