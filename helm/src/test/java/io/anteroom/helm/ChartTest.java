package io.anteroom.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.marcnuri.helm.LintResult;
import io.anteroom.webkit.WebSettings;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class ChartTest {

    private static final Map<String, String> BODY = Map.of(
            "ingress-nginx", "nginx.ingress.kubernetes.io/proxy-body-size",
            "nginx-inc", "nginx.org/client-max-body-size");

    @ParameterizedTest
    @ValueSource(strings = {"small", "large"})
    void helmFindsNothingToSayAgainstIt(String size, @TempDir Path folder) throws IOException {
        LintResult lint = Chart.lint(size, folder);
        assertThat(lint.getMessages())
                .noneMatch(message -> message.contains("[ERROR]") || message.contains("[WARNING]"));
        assertThat(lint.isFailed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "large"})
    void everyRoleIsADeploymentAndTheMigrationAJobBeforeThem(String size) {
        Rendered rendered = Chart.render(size);
        assertThat(rendered.pods().keySet())
                .containsExactlyInAnyOrder("signup", "operator", "staff", "portal", "worker", "migrate");
        assertThat(rendered.all(Deployment.class)).hasSize(5);
        Job migration = rendered.one(Job.class, "anteroom-migrate");
        assertThat(migration.getMetadata().getAnnotations()).containsEntry("helm.sh/hook", "pre-install,pre-upgrade");
        rendered.pods()
                .keySet()
                .forEach(role -> assertThat(rendered.environment(role)).containsEntry("ANTEROOM_ROLES", role));
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "large"})
    void noTwoObjectsHaveOneName(String size) {
        assertThat(Chart.render(size).objects().stream()
                        .map(each -> each.getKind() + "/" + each.getMetadata().getName()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "large"})
    void whatPointsAtSomethingPointsAtSomethingThatIsThere(String size) {
        Rendered rendered = Chart.render(size);
        for (Deployment deployment : rendered.all(Deployment.class)) {
            PodTemplateSpec pod = deployment.getSpec().getTemplate();
            assertThat(pod.getMetadata().getLabels())
                    .containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels());
            rendered.one(ServiceAccount.class, pod.getSpec().getServiceAccountName());
        }
        for (Service service : rendered.all(Service.class)) {
            Container container =
                    Rendered.container(selected(rendered, service.getSpec().getSelector()));
            for (ServicePort port : service.getSpec().getPorts()) {
                assertThat(container.getPorts())
                        .extracting(ContainerPort::getName)
                        .contains(port.getTargetPort().getStrVal());
            }
        }
        for (Ingress ingress : rendered.all(Ingress.class)) {
            backends(ingress).values().forEach(service -> rendered.one(Service.class, service));
        }
        for (HorizontalPodAutoscaler scaler : rendered.all(HorizontalPodAutoscaler.class)) {
            Deployment scaled = rendered.one(
                    Deployment.class, scaler.getSpec().getScaleTargetRef().getName());
            assertThat(scaled.getSpec().getReplicas())
                    .as("a number that Helm and the scaler would fight over")
                    .isNull();
            assertThat(scaler.getSpec().getMaxReplicas())
                    .isGreaterThanOrEqualTo(scaler.getSpec().getMinReplicas());
        }
        for (PodDisruptionBudget budget : rendered.all(PodDisruptionBudget.class)) {
            selected(rendered, budget.getSpec().getSelector().getMatchLabels());
        }
        assertThat(rendered.pod("migrate").getSpec().getServiceAccountName())
                .isEqualTo(rendered.one(ServiceAccount.class, "anteroom-migrate")
                        .getMetadata()
                        .getName());
    }

    @Test
    void theSmallOneStandsStillAndTheLargeOneGrows() {
        assertThat(Chart.render("small").all(HorizontalPodAutoscaler.class)).isEmpty();
        assertThat(Chart.render("small").all(PodDisruptionBudget.class))
                .extracting(budget -> budget.getMetadata().getName())
                .containsExactly("anteroom-portal");
        assertThat(Chart.render("large").all(HorizontalPodAutoscaler.class))
                .extracting(scaler -> scaler.getMetadata().getName())
                .containsExactlyInAnyOrder("anteroom-signup", "anteroom-staff", "anteroom-portal", "anteroom-worker");
        assertThat(Chart.render("large").all(PodDisruptionBudget.class)).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "large"})
    void everyPodRunsWithoutRightsItDoesNotNeed(String size) {
        Chart.render(size).pods().forEach((role, pod) -> {
            assertThat(pod.getSpec().getAutomountServiceAccountToken()).as(role).isFalse();
            assertThat(pod.getSpec().getEnableServiceLinks()).as(role).isFalse();
            assertThat(pod.getSpec().getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSpec().getSecurityContext().getRunAsUser()).isPositive();
            assertThat(pod.getSpec().getSecurityContext().getSeccompProfile().getType())
                    .isEqualTo("RuntimeDefault");
            Container container = Rendered.container(pod);
            assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                    .isTrue();
            assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                    .isFalse();
            assertThat(container.getSecurityContext().getCapabilities().getDrop())
                    .containsExactly("ALL");
            assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
            assertThat(container.getResources().getLimits()).containsKey("memory");
        });
    }

    @Test
    void aPodIsAskedForItsHealthOnThePortThatTheIngressDoesNotLeadTo() {
        Rendered rendered = Chart.render("small");
        for (Deployment deployment : rendered.all(Deployment.class)) {
            Container container = Rendered.container(deployment.getSpec().getTemplate());
            assertThat(container.getPorts())
                    .extracting(ContainerPort::getName, ContainerPort::getContainerPort)
                    .containsExactly(tuple("http", 8080), tuple("management", 8081));
            for (Probe probe :
                    List.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe())) {
                assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("management");
            }
        }
        assertThat(rendered.all(Ingress.class).stream()
                        .flatMap(ingress -> ingress.getSpec().getRules().stream())
                        .flatMap(rule -> rule.getHttp().getPaths().stream())
                        .map(path -> path.getBackend().getService().getPort().getName()))
                .containsOnly("http");
    }

    @Test
    void eachHostLeadsToItsRole() {
        Map<String, String> ways = new TreeMap<>();
        Chart.render("small").all(Ingress.class).forEach(ingress -> ways.putAll(backends(ingress)));
        assertThat(ways)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "*.example.org/", "anteroom-portal",
                        "example.org/", "anteroom-signup",
                        "example.org/webhooks/stripe", "anteroom-worker",
                        "app.example.org/", "anteroom-staff",
                        "ops.example.org/", "anteroom-operator"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingress-nginx", "nginx-inc", "haproxy"})
    void aClinicsRequestsStayWithOneReplicaAndStaffsDoNot(String controller) {
        Rendered rendered = Chart.render("large", Map.of("ingress.controller", controller));
        assertThat(rendered.one(Ingress.class, "anteroom-portals")
                        .getMetadata()
                        .getAnnotations()
                        .values())
                .anyMatch(value -> value.contains("host"));
        assertThat(rendered.one(Ingress.class, "anteroom-platform")
                        .getMetadata()
                        .getAnnotations()
                        .values())
                .noneMatch(value -> value.contains("host"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingress-nginx", "nginx-inc"})
    void theIngressTakesWhatTheApplicationTakes(String controller) {
        DataSize read = new Binder(new MapConfigurationPropertySource(Map.of("anteroom.web.scheme", "https")))
                .bind("anteroom.web", WebSettings.class)
                .get()
                .maxUpload();
        Rendered rendered = Chart.render("small", Map.of("ingress.controller", controller));
        for (Ingress ingress : rendered.all(Ingress.class)) {
            assertThat(ingress.getMetadata().getAnnotations())
                    .as(ingress.getMetadata().getName())
                    .hasEntrySatisfying(
                            BODY.get(controller),
                            largest -> assertThat(Long.parseLong(largest.replace("m", "")))
                                    .isGreaterThan(read.toMegabytes() + 1));
        }
    }

    @Test
    void theOperatorsConsoleCanBeKeptToSomeNetworks() {
        Rendered rendered = Chart.render("small", Map.of("ingress.operatorNetworks[0]", "192.0.2.0/24"));
        assertThat(rendered.one(Ingress.class, "anteroom-operators")
                        .getMetadata()
                        .getAnnotations())
                .containsEntry("nginx.ingress.kubernetes.io/whitelist-source-range", "192.0.2.0/24");
        assertThat(rendered.one(Ingress.class, "anteroom-portals").getMetadata().getAnnotations())
                .doesNotContainKey("nginx.ingress.kubernetes.io/whitelist-source-range");
        assertThatThrownBy(() -> Chart.render(
                        "small", Map.of("ingress.controller", "none", "ingress.operatorNetworks[0]", "192.0.2.0/24")))
                .hasMessageContaining("operatorNetworks");
    }

    @Test
    void morePodsThanTheDatabaseCanBearAreRefused() {
        assertThatThrownBy(() -> Chart.render("small", Map.of("roles.portal.replicas", 20)))
                .hasMessageContaining("connections")
                .hasMessageContaining("database.maxConnections is 90");
    }

    @Test
    void theDatabasesAuthorityStandsWhereTheAddressSaysItDoes() {
        Chart.render("small")
                .pods()
                .forEach((role, pod) -> assertThat(Rendered.container(pod).getVolumeMounts())
                        .extracting(VolumeMount::getName, VolumeMount::getMountPath)
                        .containsExactly(tuple("tmp", "/tmp"), tuple("database-authority", "/etc/anteroom")));
        assertThat(Chart.render("small").environment("portal").get("ANTEROOM_TENANCY_URL"))
                .endsWith("sslrootcert=/etc/anteroom/database.crt");
        assertThat(Chart.render("small")
                        .pod("portal")
                        .getSpec()
                        .getVolumes()
                        .getLast()
                        .getSecret()
                        .getItems())
                .extracting(KeyToPath::getPath)
                .containsExactly("database.crt");
    }

    @Test
    void anImageByDigestWinsOverATag() {
        String digest = "sha256:" + "0123456789abcdef".repeat(4);
        assertThat(Rendered.container(Chart.render("small", Map.of("image.digest", digest))
                                .pod("portal"))
                        .getImage())
                .isEqualTo("registry.example.org/anteroom@" + digest);
        assertThat(Rendered.container(Chart.render("small").pod("portal")).getImage())
                .isEqualTo("registry.example.org/anteroom:0.1.0");
    }

    private static PodTemplateSpec selected(Rendered rendered, Map<String, String> labels) {
        List<PodTemplateSpec> found = rendered.pods().values().stream()
                .filter(pod -> pod.getMetadata().getLabels().entrySet().containsAll(labels.entrySet()))
                .toList();
        assertThat(found).as("pods with " + labels).hasSize(1);
        return found.getFirst();
    }

    private static Map<String, String> backends(Ingress ingress) {
        Map<String, String> backends = new TreeMap<>();
        for (IngressRule rule : ingress.getSpec().getRules()) {
            for (HTTPIngressPath path : rule.getHttp().getPaths()) {
                backends.put(
                        rule.getHost() + path.getPath(),
                        path.getBackend().getService().getName());
            }
        }
        return backends;
    }

    @Test
    void aFieldThatItsKindDoesNotHaveIsFound() {
        assertThatThrownBy(() -> Rendered.of("""
                apiVersion: v1
                kind: Service
                metadata: {name: x}
                spec: {port: []}
                """)).hasMessageContaining("Unrecognized field \"port\"");
        assertThatThrownBy(() -> Rendered.of("apiVersion: v1\nkind: Service\nkind: Service\n"))
                .hasMessageContaining("duplicate key");
        assertThat(Rendered.of("apiVersion: v1\nkind: Service\n").objects())
                .singleElement()
                .isInstanceOf(HasMetadata.class);
    }
}
