package io.anteroom.localservices.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The extension's making of a clinic's organization and its members, in a real Keycloak. */
class ClinicsTest {

    private static final KeycloakProcess KEYCLOAK = KeycloakProcess.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static AdminApi api;

    @BeforeAll
    static void connect() throws Exception {
        api = new AdminApi(KEYCLOAK.address(), KEYCLOAK.setupSecret());
    }

    @Test
    void oneCallMakesAnOrganisationWithItsGroupsAndAnotherItsMember() throws Exception {
        String clinic = id(organisation("whole", "Whole"));
        String user = id(member(clinic, "whole@example.org", "owner"));

        assertThat(groups(clinic)).containsExactlyInAnyOrder("owner", "billing");
        assertThat(membersOf(clinic, "owner")).containsExactly(user);
        assertThat(membersOf(clinic, "billing")).isEmpty();
    }

    @Test
    void madeAgainNothingIsMadeTwice() throws Exception {
        String clinic = id(organisation("twice", "Twice"));
        String user = id(member(clinic, "twice@example.org", "owner"));

        assertThat(id(organisation("twice", "Twice"))).isEqualTo(clinic);
        assertThat(id(member(clinic, "twice@example.org", "owner"))).isEqualTo(user);
        assertThat(groups(clinic)).hasSize(2);
        assertThat(membersOf(clinic, "owner")).containsExactly(user);
    }

    @Test
    void whatSomebodyLeftHalfMadeIsFinished() throws Exception {
        String clinic = KEYCLOAK.realm().organisation("half-made", "Half Made");
        String user = KEYCLOAK.realm().user("half-made@example.org", "Hal", "Made", "a perfectly long one");
        api.post("/organizations/" + clinic + "/groups", Map.of("name", "billing"));
        api.post("/organizations/" + clinic + "/members", user);

        assertThat(id(organisation("half-made", "Half Made"))).isEqualTo(clinic);
        assertThat(id(member(clinic, "half-made@example.org", "owner"))).isEqualTo(user);
        assertThat(groups(clinic)).containsExactlyInAnyOrder("owner", "billing");
        assertThat(membersOf(clinic, "owner")).containsExactly(user);
    }

    @Test
    void whatFailsOnTheWayLeavesNothingBehind() throws Exception {
        var groups = Map.of("alias", "undone", "names", List.of("Undone"), "groups", List.of("owner", " "));
        assertThat(post("organisations", groups, Tokens.platform()).statusCode())
                .isEqualTo(400);
        assertThat(organisationsNamed("Undone")).isEmpty();

        String clinic = id(organisation("done", "Done"));
        assertThat(member(clinic, "undone@example.org", "no-such-group").statusCode())
                .isEqualTo(400);
        assertThat(KEYCLOAK.realm().userId("undone@example.org")).isEmpty();
    }

    @Test
    void theFirstNameThatNobodyHasIsTaken() throws Exception {
        organisation("named-first", "Named");
        String second = id(organisation("named-second", "Named", "Named (second)"));

        assertThat(api.get("/organizations/" + second).get("name").asString()).isEqualTo("Named (second)");
        assertThat(organisation("named-third", "Named", "Named (second)").statusCode())
                .isEqualTo(409);
    }

    @Test
    void whoMayNotMakesNothing() throws Exception {
        String clinic = id(organisation("wanted", "Wanted"));
        String stranger = Tokens.stranger("stranger-to-clinics");
        var strange = Map.of("alias", "strange", "names", List.of("Strange"), "groups", List.of("owner"));

        assertThat(post("organisations", strange, stranger).statusCode()).isEqualTo(403);
        assertThat(post("organisations", strange, "no token").statusCode()).isEqualTo(401);
        assertThat(organisationsNamed("Strange")).isEmpty();
        assertThat(post("organisations/" + clinic + "/members", wanted("strange@example.org", "owner"), stranger)
                        .statusCode())
                .isEqualTo(403);
        assertThat(KEYCLOAK.realm().userId("strange@example.org")).isEmpty();
    }

    @Test
    void aRightOverOrganisationsAloneMakesNoMembers() throws Exception {
        String clinic = id(organisation("halfway", "Halfway"));
        Tokens.stranger("organiser");
        grant("organiser", "manage-organizations");

        String organiser = Tokens.of("organiser", "s3cret");
        assertThat(post("organisations/" + clinic + "/members", wanted("halfway@example.org", "owner"), organiser)
                        .statusCode())
                .isEqualTo(403);
        assertThat(KEYCLOAK.realm().userId("halfway@example.org")).isEmpty();
    }

    @Test
    void anUnknownOrganisationHasNoMembers() throws Exception {
        assertThat(member("nowhere", "nowhere@example.org", "owner").statusCode())
                .isEqualTo(404);
        assertThat(KEYCLOAK.realm().userId("nowhere@example.org")).isEmpty();
    }

    @Test
    void eachActIsAmongTheAdminEvents() throws Exception {
        member(id(organisation("told", "Told")), "told@example.org", "owner");

        assertThat(api.get("/admin-events?operationTypes=CREATE&max=1000").valueStream())
                .filteredOn(event -> event.get("resourcePath").asString().startsWith("anteroom/organisations"))
                .extracting(event -> event.get("resourceType").asString())
                .contains(
                        "ORGANIZATION",
                        "ORGANIZATION_GROUP",
                        "USER",
                        "ORGANIZATION_MEMBERSHIP",
                        "ORGANIZATION_GROUP_MEMBERSHIP");
    }

    private static void grant(String client, String role) throws IOException, InterruptedException {
        String caller = api.get("/clients?clientId=" + client).get(0).get("id").asString();
        String management =
                api.get("/clients?clientId=realm-management").get(0).get("id").asString();
        String user = api.get("/clients/" + caller + "/service-account-user")
                .get("id")
                .asString();
        api.post(
                "/users/" + user + "/role-mappings/clients/" + management,
                List.of(api.get("/clients/" + management + "/roles/" + role)));
    }

    private static HttpResponse<String> organisation(String alias, String... names)
            throws IOException, InterruptedException {
        var wanted = Map.of("alias", alias, "names", List.of(names), "groups", List.of("owner", "billing"));
        return post("organisations", wanted, Tokens.platform());
    }

    private static HttpResponse<String> member(String clinic, String email, String group)
            throws IOException, InterruptedException {
        return post("organisations/" + clinic + "/members", wanted(email, group), Tokens.platform());
    }

    private static Map<String, Object> wanted(String email, String group) {
        return Map.of("email", email, "firstName", "Mem", "lastName", "Ber", "groups", List.of(group));
    }

    private static HttpResponse<String> post(String path, Map<String, ?> wanted, String token)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(KEYCLOAK.address().resolve("/admin/realms/anteroom/anteroom/" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(AdminApi.JSON.writeValueAsString(wanted)));
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static String id(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return AdminApi.JSON.readTree(response.body()).get("id").asString();
    }

    private static JsonNode organisationsNamed(String name) throws IOException, InterruptedException {
        return api.get("/organizations?exact=true&search=" + name);
    }

    private static List<String> groups(String clinic) throws IOException, InterruptedException {
        return api.get("/organizations/" + clinic + "/groups")
                .valueStream()
                .map(group -> group.get("name").asString())
                .toList();
    }

    private static List<String> membersOf(String clinic, String name) throws IOException, InterruptedException {
        String path = "/organizations/" + clinic + "/groups";
        String group = api.get(path)
                .valueStream()
                .filter(each -> each.get("name").asString().equals(name))
                .map(each -> each.get("id").asString())
                .findFirst()
                .orElseThrow();
        return api.get(path + "/" + group + "/members")
                .valueStream()
                .map(member -> member.get("id").asString())
                .toList();
    }
}
