package io.anteroom.controlplane.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.controlplane.organisation.EmailAddress;
import io.anteroom.controlplane.organisation.Slug;
import io.anteroom.localservices.keycloak.KeycloakProcess;
import io.anteroom.localservices.keycloak.LoginPages;
import io.anteroom.localservices.keycloak.RealmSetup;
import io.anteroom.tenancy.Observing;
import io.anteroom.tenancy.TenantId;
import io.micrometer.observation.ObservationRegistry;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.MembershipType;

/** What the port promises, kept by a real Keycloak. */
class KeycloakIdentityProviderTest {

    private static final Observing UNOBSERVED = new Observing(ObservationRegistry.NOOP);

    private static final URI APP = URI.create("http://app.localhost:8080/");
    private static final AtomicInteger NEXT = new AtomicInteger();

    private static KeycloakConnection connection;
    private static KeycloakIdentityProvider keycloak;

    private final TenantId tenant = tenant();
    private final EmailAddress email = new EmailAddress("owner" + NEXT.incrementAndGet() + "@example.net");

    @BeforeAll
    static void connect() throws Exception {
        var process = KeycloakProcess.shared();
        process.realm().applications(RealmSetup.STAFF_CLIENT, APP);
        connection = new KeycloakConnection(new IdentitySettings(
                process.address(),
                RealmSetup.REALM,
                RealmSetup.PLATFORM_CLIENT,
                process.realm().secret(RealmSetup.PLATFORM_CLIENT),
                RealmSetup.STAFF_CLIENT,
                Duration.ofSeconds(2),
                Duration.ofSeconds(20)));
        keycloak = new KeycloakIdentityProvider(connection, UNOBSERVED);
    }

    @AfterAll
    static void disconnect() {
        connection.close();
    }

    private static TenantId tenant() {
        int number = NEXT.incrementAndGet();
        return new TenantId("keycloaktest".substring(2) + (char) ('a' + number / 26) + (char) ('a' + number % 26));
    }

    @Test
    void anOrganisationHasTheTenantsIdAsAliasAndAGroupForEachRole() {
        String id = keycloak.organisation(tenant, new Slug("oak-lane"), "Oak Lane " + tenant);
        var organisation = connection.realm().organizations().get(id);
        assertThat(organisation.toRepresentation().getAlias()).isEqualTo(tenant.value());
        assertThat(organisation.toRepresentation().getAttributes()).containsEntry("slug", List.of("oak-lane"));
        assertThat(groupNames(id))
                .containsExactlyInAnyOrder("owner", "admin", "practitioner", "receptionist", "billing");
    }

    @Test
    void askedTwiceItIsTheSameOrganisation() {
        String first = keycloak.organisation(tenant, new Slug("oak-lane"), "Oak Lane " + tenant);
        String second = keycloak.organisation(tenant, new Slug("oak-lane"), "Oak Lane " + tenant);
        assertThat(second).isEqualTo(first);
        assertThat(groupNames(first)).hasSize(5);
    }

    @Test
    void askedByManyAtOnceItIsStillOneOrganisation() throws Exception {
        Callable<String> ask = () -> keycloak.organisation(tenant, new Slug("oak-lane"), "Oak Lane " + tenant);
        try (var askers = Executors.newFixedThreadPool(3)) {
            List<Future<String>> answers = askers.invokeAll(List.of(ask, ask, ask));
            Set<String> made = Set.of(keycloak.organisation(tenant, new Slug("oak-lane"), "Oak Lane " + tenant));
            assertThat(answers)
                    .filteredOn(answer -> answer.state() == Future.State.SUCCESS)
                    .extracting(Future::resultNow)
                    .allMatch(made::contains)
                    .isNotEmpty();
        }
        assertThat(connection.realm().organizations().searchByAttribute("tenant:" + tenant))
                .hasSize(1);
    }

    @Test
    void groupsThatACrashLeftOutAreAdded() {
        String id = keycloak.organisation(tenant, new Slug("oak-lane"), "Oak Lane " + tenant);
        var groups = connection.realm().organizations().get(id).groups();
        groups.getAll(null, null, null, 0, 100, true, false).stream()
                .filter(group -> group.getName().equals("billing"))
                .map(GroupRepresentation::getId)
                .forEach(group -> groups.group(group).delete());
        assertThat(groupNames(id)).hasSize(4);
        keycloak.organisation(tenant, new Slug("oak-lane"), "Oak Lane " + tenant);
        assertThat(groupNames(id)).hasSize(5);
    }

    @Test
    void twoClinicsMayHaveOneName() {
        TenantId other = tenant();
        String first = keycloak.organisation(tenant, new Slug("city-one"), "City Dental " + tenant);
        String second = keycloak.organisation(other, new Slug("city-two"), "City Dental " + tenant);
        assertThat(second).isNotEqualTo(first);
        assertThat(connection
                        .realm()
                        .organizations()
                        .get(second)
                        .toRepresentation()
                        .getName())
                .isEqualTo("City Dental " + tenant + " (city-two)");
        assertThat(keycloak.organisation(other, new Slug("city-two"), "City Dental " + tenant))
                .isEqualTo(second);
    }

    @Test
    void anOwnerIsMadeOnceAndIsAnUnmanagedMemberInTheOwnersGroup() {
        String id = keycloak.organisation(tenant, new Slug("oak-lane"), "Oak Lane " + tenant);
        String owner = keycloak.owner(id, email, "Anna Maria Berg");
        assertThat(keycloak.owner(id, email, "Anna Maria Berg")).isEqualTo(owner);

        var user = connection.realm().users().get(owner).toRepresentation();
        assertThat(user.getUsername()).isEqualTo(email.value());
        assertThat(user.getFirstName()).isEqualTo("Anna Maria");
        assertThat(user.getLastName()).isEqualTo("Berg");
        assertThat(user.isEmailVerified()).isTrue();
        assertThat(ownersOf(id)).containsExactly(owner);
        var member = connection
                .realm()
                .organizations()
                .get(id)
                .members()
                .member(owner)
                .toRepresentation();
        assertThat(member.getMembershipType()).isEqualTo(MembershipType.UNMANAGED);
    }

    @Test
    void whoHasAnAccountJoinsASecondOrganisationAndKeepsNameAndPassword() throws Exception {
        String first = keycloak.organisation(tenant, new Slug("oak-lane"), "Oak Lane " + tenant);
        String owner = keycloak.owner(first, email, "Anna Berg");
        URI link = keycloak.firstPasswordLink(owner, APP).orElseThrow();
        new LoginPages().setPassword(link, "a long enough password");

        String second = keycloak.organisation(tenant(), new Slug("elm-lane"), "Elm Lane " + tenant);
        assertThat(keycloak.owner(second, email, "Somebody Else")).isEqualTo(owner);

        assertThat(connection.realm().users().get(owner).toRepresentation().getLastName())
                .isEqualTo("Berg");
        assertThat(keycloak.firstPasswordLink(owner, APP)).as("has a password").isEmpty();
        assertThat(ownersOf(first)).containsExactly(owner);
        assertThat(ownersOf(second)).containsExactly(owner);
    }

    @Test
    void anOwnerWhomACrashLeftOutsideIsLetIn() {
        String id = keycloak.organisation(tenant, new Slug("oak-lane"), "Oak Lane " + tenant);
        String owner = keycloak.owner(id, email, "Anna Berg");
        connection
                .realm()
                .organizations()
                .get(id)
                .members()
                .member(owner)
                .delete()
                .close();
        assertThat(ownersOf(id)).isEmpty();

        assertThat(keycloak.owner(id, email, "Anna Berg")).isEqualTo(owner);
        assertThat(ownersOf(id)).containsExactly(owner);
    }

    @Test
    void askedByManyAtOnceItIsStillOneOwner() throws Exception {
        String id = keycloak.organisation(tenant, new Slug("oak-lane"), "Oak Lane " + tenant);
        Callable<String> ask = () -> keycloak.owner(id, email, "Anna Berg");
        try (var askers = Executors.newFixedThreadPool(3)) {
            List<Future<String>> answers = askers.invokeAll(List.of(ask, ask, ask));
            String owner = keycloak.owner(id, email, "Anna Berg");
            assertThat(answers)
                    .filteredOn(answer -> answer.state() == Future.State.SUCCESS)
                    .extracting(Future::resultNow)
                    .containsOnly(owner);
            assertThat(ownersOf(id)).containsExactly(owner);
        }
    }

    @Test
    void aLinkForAFirstPasswordEndsAtTheStaffsHost() throws Exception {
        String id = keycloak.organisation(tenant, new Slug("oak-lane"), "Oak Lane " + tenant);
        String owner = keycloak.owner(id, email, "Anna Berg");
        Optional<URI> link = keycloak.firstPasswordLink(owner, APP);
        assertThat(link).isPresent();
        assertThat(new LoginPages().setPassword(link.orElseThrow(), "a long enough password"))
                .hasHost(APP.getHost());
    }

    @Test
    void aKeycloakThatDoesNotAnswerIsAFaultWithinTheTimeOutAndWithoutSecrets() throws Exception {
        try (var silent = new ServerSocket(0)) {
            var settings = new IdentitySettings(
                    URI.create("http://localhost:" + silent.getLocalPort()),
                    "anteroom",
                    "anteroom-platform",
                    "very-secret",
                    "anteroom-staff",
                    Duration.ofMillis(200),
                    Duration.ofMillis(200));
            try (var nobody = new KeycloakConnection(settings)) {
                assertThatThrownBy(() -> new KeycloakIdentityProvider(nobody, UNOBSERVED)
                                .organisation(tenant, new Slug("oak-lane"), "Oak Lane"))
                        .isInstanceOf(IdentityProviderException.class)
                        .hasMessageNotContaining("very-secret");
            }
        }
    }

    private static List<String> groupNames(String organisation) {
        return connection
                .realm()
                .organizations()
                .get(organisation)
                .groups()
                .getAll(null, null, null, 0, 100, true, false)
                .stream()
                .map(GroupRepresentation::getName)
                .toList();
    }

    private static List<String> ownersOf(String organisation) {
        var groups = connection.realm().organizations().get(organisation).groups();
        return groups.getAll(null, null, null, 0, 100, true, false).stream()
                .filter(group -> group.getName().equals("owner"))
                .flatMap(group -> groups.group(group.getId()).getMembers(0, 100, true).stream())
                .map(member -> member.getId())
                .toList();
    }
}
