package io.anteroom.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The dashboard and the alerts speak of figures that the application has, and of no other. */
class MonitoringTest {

    /** Prometheus's own. */
    private static final Set<String> PROMETHEUS = Set.of("up");

    /** Settings, a span's attributes and a file, which stand in the same classes; this one is among them. */
    private static final Set<String> NO_FIGURES = Set.of(
            "anteroom.json",
            "anteroom.role",
            "anteroom.roles",
            "anteroom.tenant",
            "anteroom.tenancy",
            "anteroom.tenancy.connections");

    private static final Rendered CHART = Chart.render("large");

    @Test
    void everyRoleIsAskedForItsFigures() {
        ServiceMonitor monitor = CHART.one(ServiceMonitor.class, "anteroom");
        assertThat(CHART.all(Service.class)).hasSize(5).allSatisfy(service -> {
            assertThat(service.getMetadata().getLabels())
                    .containsAllEntriesOf(monitor.getSpec().getSelector().getMatchLabels());
            assertThat(service.getSpec().getPorts())
                    .anyMatch(port -> port.getName()
                            .equals(monitor.getSpec().getEndpoints().getFirst().getPort()));
        });
        assertThat(Chart.render("small").all(ServiceMonitor.class)).isEmpty();
    }

    @Test
    void everyAlertSaysWhatToDo() {
        assertThat(alerts()).hasSizeGreaterThan(10).allSatisfy(alert -> {
            assertThat(alert.getLabels().get("severity")).isIn("critical", "warning");
            assertThat(alert.getAnnotations()).containsKeys("summary", "description");
            assertThat(expression(alert)).contains("installation=\"anteroom\"").doesNotContain("INSTALLATION");
        });
    }

    @Test
    void tracesAreMadeWhereSomebodyTakesThemAndNowhereElse() {
        String endpoint = "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT";
        String collector = "http://collector.monitoring:4318/v1/traces";
        Rendered traced =
                Chart.render("small", Map.of("monitoring.traces.endpoint", collector, "networkPolicy.enabled", false));
        for (String role : List.of("signup", "operator", "staff", "portal", "worker")) {
            assertThat(traced.environment(role))
                    .containsEntry(endpoint, collector)
                    .containsEntry("MANAGEMENT_TRACING_SAMPLING_PROBABILITY", "0.1");
            assertThat(Chart.render("small").environment(role)).doesNotContainKey(endpoint);
        }
    }

    @Test
    void everyFigureNamedExists() throws IOException, InterruptedException, SQLException {
        Set<String> named = new TreeSet<>();
        alerts().forEach(alert -> named.addAll(figures(expression(alert))));
        dashboard().findValues("expr").forEach(query -> named.addAll(figures(query.asText())));
        named.addAll(figures(described()));
        assertThat(named).hasSizeGreaterThan(40);

        named.removeAll(PROMETHEUS);
        Set<String> there = new HashSet<>(scraped());
        there.addAll(counted());
        named.removeAll(there);
        assertThat(named).isEmpty();
        assertThat(listed()).allMatch(figure -> asPrometheusWrites(figure).anyMatch(there::contains));
    }

    /** The page that lists them misses none, and no alert. */
    @Test
    void everyFigureIsDescribed() throws IOException {
        Set<String> ours = new TreeSet<>(names());
        ours.removeAll(NO_FIGURES);

        assertThat(listed()).containsAll(ours);
        assertThat(described()).contains(alerts().stream().map(Rule::getAlert).toList());
    }

    private static Set<String> listed() throws IOException {
        return Pattern.compile("`(anteroom(?:\\.[a-z]+)+)`((?:, `\\.[a-z]+`)*)")
                .matcher(described())
                .results()
                .flatMap(found -> withEndings(found.group(1), found.group(2)))
                .filter(name -> !NO_FIGURES.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The first of a row is written in full, the others by their last word: {@code `a.b.active`, `.idle`}. */
    private static Stream<String> withEndings(String first, String endings) {
        String stem = first.substring(0, first.lastIndexOf('.'));
        Matcher ending = Pattern.compile("\\.[a-z]+").matcher(endings);
        return Stream.concat(Stream.of(first), ending.results().map(found -> stem + found.group()));
    }

    private static String described() throws IOException {
        return Files.readString(Path.of("../docs/observability.md"));
    }

    /** The running application's, with all roles, after one request. */
    private static Set<String> scraped() throws IOException, InterruptedException, SQLException {
        Map<String, String> all = new HashMap<>();
        CHART.pods().keySet().stream()
                .filter(role -> !role.equals("migrate"))
                .forEach(role -> all.putAll(CHART.environment(role)));
        all.put("ANTEROOM_ROLES", "signup,operator,staff,portal,worker");
        try (RunningRole running =
                RunningRole.start("all", all, DocumentedDatabase.migrated().settings())) {
            get(running.web("/no-such-page"));
            String figures = get(running.management("/actuator/prometheus"));
            return figures.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("[{ ]", 2)[0])
                    .collect(Collectors.toSet());
        }
    }

    private static String get(URI address) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address).header("Host", "example.org").build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    /** Those that come to be when first counted, by the names in the classes that use Micrometer. */
    private static Set<String> counted() throws IOException {
        return names().stream().flatMap(MonitoringTest::asPrometheusWrites).collect(Collectors.toSet());
    }

    /** A gauge, a counter or a timer: which of them does not show in the name. */
    private static Stream<String> asPrometheusWrites(String figure) {
        return Stream.of("", "_total", "_seconds", "_seconds_count", "_seconds_sum", "_seconds_max", "_seconds_bucket")
                .map(ending -> figure.replace('.', '_') + ending);
    }

    private static Set<String> names() throws IOException {
        Pattern name = Pattern.compile("anteroom(\\.[a-z]+)+");
        Set<String> names = new LinkedHashSet<>();
        for (Resource found :
                new PathMatchingResourcePatternResolver().getResources("classpath*:io/anteroom/**/*.class")) {
            try (InputStream content = found.getInputStream()) {
                String constants = new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
                if (constants.contains("io/micrometer/core/instrument/MeterRegistry")
                        || constants.contains("io/micrometer/observation/Observation")) {
                    name.matcher(constants).results().map(MatchResult::group).forEach(names::add);
                }
            }
        }
        assertThat(names).contains("anteroom.payments", "anteroom.provisioning.steps", "anteroom.outside");
        return names;
    }

    private static Set<String> figures(String query) {
        // A figure is a name before its labels; all of ours are asked for with labels.
        return Pattern.compile("([a-z_]+)\\{")
                .matcher(query)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static List<Rule> alerts() {
        return CHART.one(PrometheusRule.class, "anteroom").getSpec().getGroups().stream()
                .flatMap(group -> group.getRules().stream())
                .toList();
    }

    private static String expression(Rule alert) {
        return alert.getExpr().getStrVal();
    }

    private static JsonNode dashboard() throws IOException {
        return new ObjectMapper()
                .readTree(CHART.one(ConfigMap.class, "anteroom-dashboard")
                        .getData()
                        .get("anteroom.json"));
    }
}
