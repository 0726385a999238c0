package io.anteroom.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** Who may speak to whom. The addresses are those of values-example.yaml. */
class NetworkTest {

    private static final String POSTGRESQL = "10.20.0.5";
    private static final String KEYCLOAK = "203.0.113.10";
    private static final String MAIL = "198.51.100.25";
    private static final String STRIPE = "192.0.2.77";
    private static final String NEIGHBOUR = "10.20.0.6";

    @ParameterizedTest
    @ValueSource(strings = {"small", "large"})
    void thePortalCannotReachKeycloak(String size) {
        assertThat(whoReaches(size, KEYCLOAK, 443)).containsExactly("operator", "signup", "staff", "worker");
    }

    @Test
    void eachRoleReachesWhatItNeedsAndNoMore() {
        assertThat(whoReaches("small", POSTGRESQL, 5432))
                .containsExactly("migrate", "operator", "portal", "signup", "staff", "worker");
        assertThat(whoReaches("small", STRIPE, 443)).containsExactly("portal", "staff", "worker");
        assertThat(whoReaches("small", MAIL, 587)).containsExactly("worker");
        assertThat(whoReaches("small", NEIGHBOUR, 5432)).isEmpty();
        assertThat(whoReaches("small", NEIGHBOUR, 443)).isEmpty();
        assertThat(whoReaches("small", STRIPE, 80)).isEmpty();
    }

    /** A pod that no policy selects may do everything; one that a policy selects may do what policies say and no more. */
    @ParameterizedTest
    @ValueSource(strings = {"small", "large"})
    void everyPodIsDeniedWhatNobodyAllowsItInBothDirections(String size) {
        Rendered rendered = Chart.render(size);
        rendered.pods()
                .forEach((role, pod) -> assertThat(rendered.all(NetworkPolicy.class).stream()
                                .filter(policy -> pod.getMetadata()
                                        .getLabels()
                                        .entrySet()
                                        .containsAll(policy.getSpec()
                                                .getPodSelector()
                                                .getMatchLabels()
                                                .entrySet())))
                        .as(role)
                        .singleElement()
                        .satisfies(policy -> assertThat(policy.getSpec().getPolicyTypes())
                                .containsExactlyInAnyOrder("Ingress", "Egress")));
    }

    @Test
    void everyPodMayAskForNames() {
        Chart.render("small")
                .all(NetworkPolicy.class)
                .forEach(policy -> assertThat(policy.getSpec().getEgress().stream()
                                .flatMap(rule -> rule.getPorts().stream())
                                .map(port -> port.getProtocol() + " "
                                        + port.getPort().getIntVal()))
                        .contains("UDP 53", "TCP 53"));
    }

    @Test
    void nobodyReachesTheMigration() {
        NetworkPolicy policy = Chart.render("small").one(NetworkPolicy.class, "anteroom-migrate");
        assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(policy.getSpec().getIngress()).isEmpty();
    }

    @Test
    void theIngressReachesPagesAndMonitoringReachesMetrics() {
        Chart.render("small").all(NetworkPolicy.class).stream()
                .filter(policy -> !policy.getMetadata().getName().endsWith("migrate"))
                .forEach(policy -> assertThat(policy.getSpec().getIngress())
                        .extracting(rule -> rule.getFrom()
                                        .getFirst()
                                        .getNamespaceSelector()
                                        .getMatchLabels()
                                        .values()
                                + " "
                                + rule.getPorts().getFirst().getPort().getStrVal())
                        .containsExactly("[ingress-nginx] http", "[monitoring] management"));
    }

    @Test
    void tracesGoToTheirCollectorWhereOneIsNamedAndOnlyIfItIsAPeer() {
        Map<String, Object> endpoint =
                Map.of("monitoring.traces.endpoint", "http://collector.example.org:4318/v1/traces");
        Map<String, Object> peer = Map.of("networkPolicy.traces.peers[0].ipBlock.cidr", NEIGHBOUR + "/32");
        Map<String, Object> both = new HashMap<>(endpoint);
        both.putAll(peer);

        assertThat(whoReaches(Chart.render("small", both), NEIGHBOUR, 4318))
                .containsExactly("operator", "portal", "signup", "staff", "worker");
        assertThat(whoReaches(Chart.render("small", peer), NEIGHBOUR, 4318)).isEmpty();
        assertThatThrownBy(() -> Chart.render("small", endpoint)).hasMessageContaining("networkPolicy.traces.peers");
    }

    @Test
    void filesGoToTheirStoreAndScannerByThoseThatHaveFilesAndOnlyWhereTheyAreNamed() {
        Map<String, Object> peers = Map.of(
                "networkPolicy.objects.peers[0].ipBlock.cidr", NEIGHBOUR + "/32",
                "networkPolicy.objects.port", 9000,
                "networkPolicy.scanner.peers[0].ipBlock.cidr", NEIGHBOUR + "/32");
        Map<String, Object> named = new HashMap<>(peers);
        named.put("files.objects.endpoint", "https://objects.example.org:9000");
        named.put("files.objects.bucket", "clinics");
        named.put("files.scanner", "tcp://clamd.example.org:3310");

        Rendered rendered = Chart.render("small", named);
        assertThat(whoReaches(rendered, NEIGHBOUR, 9000)).containsExactly("portal", "staff", "worker");
        assertThat(whoReaches(rendered, NEIGHBOUR, 3310)).containsExactly("portal", "staff", "worker");
        assertThat(whoReaches(Chart.render("small", peers), NEIGHBOUR, 9000)).isEmpty();
        assertThat(whoReaches(Chart.render("small", peers), NEIGHBOUR, 3310)).isEmpty();
        assertThatThrownBy(() -> Chart.render("small", Map.of("files.scanner", "tcp://clamd.example.org:3310")))
                .hasMessageContaining("networkPolicy.scanner.peers");
    }

    @Test
    void noPeersAreNotTakenForEverybody() {
        assertThatThrownBy(() -> Chart.render("small", Map.of("networkPolicy.database.peers", "null")))
                .hasMessageContaining("peers");
    }

    private static Set<String> whoReaches(String size, String address, int port) {
        return whoReaches(Chart.render(size), address, port);
    }

    private static Set<String> whoReaches(Rendered rendered, String address, int port) {
        Set<String> roles = new TreeSet<>();
        for (NetworkPolicy policy : rendered.all(NetworkPolicy.class)) {
            assertThat(policy.getSpec().getPolicyTypes()).contains("Egress");
            for (NetworkPolicyEgressRule rule : policy.getSpec().getEgress()) {
                assertThat(rule.getTo())
                        .as("a rule without peers lets everything through")
                        .isNotEmpty();
                boolean thatPort = rule.getPorts().stream()
                        .anyMatch(each ->
                                Integer.valueOf(port).equals(each.getPort().getIntVal()));
                if (thatPort && leadsTo(rule.getTo(), address)) {
                    roles.add(policy.getMetadata().getName().replace("anteroom-", ""));
                }
            }
        }
        return roles;
    }

    private static boolean leadsTo(List<NetworkPolicyPeer> peers, String address) {
        return peers.stream()
                .map(NetworkPolicyPeer::getIpBlock)
                .filter(block -> block != null)
                .anyMatch(block -> contains(block, address));
    }

    private static boolean contains(IPBlock block, String address) {
        return new IpAddressMatcher(block.getCidr()).matches(address)
                && block.getExcept().stream().noneMatch(out -> new IpAddressMatcher(out).matches(address));
    }
}
