package io.anteroom.localservices.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The extension's links to a first password, in a real Keycloak. */
class PasswordLinksTest {

    private static final URI APP = URI.create("http://app.localhost:8080/");
    private static final String PASSWORD = "a perfectly long one";

    private static final KeycloakProcess KEYCLOAK = KeycloakProcess.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void letTheApplicationBeReturnedTo() throws Exception {
        KEYCLOAK.realm().applications(RealmSetup.STAFF_CLIENT, APP);
    }

    @Test
    void aLinkSetsAFirstPasswordAndLeadsToTheApplication() throws Exception {
        var user = newcomer("first@example.org");

        assertThat(new LoginPages().setPassword(link(user), PASSWORD)).isEqualTo(APP);

        assertThat(new LoginPages().signIn(authorization(), "first@example.org", PASSWORD))
                .hasParameter("code");
    }

    @Test
    void whoHasJustSetAPasswordIsSignedIn() throws Exception {
        var browser = new LoginPages();
        browser.setPassword(link(newcomer("signed-in@example.org")), PASSWORD);

        assertThat(browser.signIn(authorization(), "not", "asked")).hasParameter("code");
    }

    @Test
    void somebodyElseSignedInInTheSameBrowserIsNoHindrance() throws Exception {
        KEYCLOAK.realm().user("before@example.org", "Ben", "Before", PASSWORD);
        var browser = new LoginPages();
        browser.signIn(authorization(), "before@example.org", PASSWORD);

        assertThat(browser.setPassword(link(newcomer("after@example.org")), PASSWORD))
                .isEqualTo(APP);
    }

    @Test
    void aLinkWorksOnce() throws Exception {
        var link = link(newcomer("once@example.org"));
        new LoginPages().setPassword(link, PASSWORD);

        assertThatThrownBy(() -> new LoginPages().setPassword(link, "another long password"))
                .hasMessageContaining("Action expired");
    }

    @Test
    void openingALinkDoesNotUseItUp() throws Exception {
        var link = link(newcomer("scanned@example.org"));
        HTTP.send(HttpRequest.newBuilder(link).build(), BodyHandlers.discarding());

        assertThat(new LoginPages().setPassword(link, PASSWORD)).isEqualTo(APP);
    }

    @Test
    void anEarlierLinkIsDeadOnceAPasswordStands() throws Exception {
        var user = newcomer("two-links@example.org");
        var earlier = link(user);
        new LoginPages().setPassword(link(user), PASSWORD);

        assertThatThrownBy(() -> new LoginPages().setPassword(earlier, "another long password"))
                .hasMessageContaining("Action expired");
        assertThat(request(Tokens.platform(), user, APP).statusCode()).isEqualTo(409);
    }

    @Test
    void aShortPasswordIsRefused() throws Exception {
        var link = link(newcomer("short@example.org"));

        assertThatThrownBy(() -> new LoginPages().setPassword(link, "too short"))
                .hasMessageContaining("at least 12 characters");
    }

    @Test
    void aCallerWithoutTheRoleIsRefused() throws Exception {
        var user = newcomer("wanted@example.org");

        assertThat(request(Tokens.stranger("stranger"), user, APP).statusCode()).isEqualTo(403);
        assertThat(request("no token", user, APP).statusCode()).isEqualTo(401);
    }

    @Test
    void aLinkLeadsOnlyToTheClientsOwnAddresses() throws Exception {
        var user = newcomer("phished@example.org");

        assertThat(request(Tokens.platform(), user, URI.create("http://evil.example/"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void anUnknownUserGetsNoLink() throws Exception {
        assertThat(request(Tokens.platform(), "nobody", APP).statusCode()).isEqualTo(404);
    }

    private static String newcomer(String email) throws Exception {
        return new AdminApi(KEYCLOAK.address(), KEYCLOAK.setupSecret())
                .post(
                        "/users",
                        Map.of(
                                "username",
                                email,
                                "email",
                                email,
                                "firstName",
                                "N",
                                "lastName",
                                "N",
                                "enabled",
                                true,
                                "requiredActions",
                                List.of()));
    }

    private static URI link(String user) throws Exception {
        var response = request(Tokens.platform(), user, APP);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return URI.create(AdminApi.JSON.readTree(response.body()).get("link").asString());
    }

    private static HttpResponse<String> request(String token, String user, URI redirect) throws Exception {
        var body = AdminApi.JSON.writeValueAsString(
                Map.of("userId", user, "clientId", RealmSetup.STAFF_CLIENT, "redirectUri", redirect));
        var request = HttpRequest.newBuilder(KEYCLOAK.address().resolve("/realms/anteroom/anteroom/password-links"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static URI authorization() {
        return URI.create(KEYCLOAK.issuer() + "/protocol/openid-connect/auth?response_type=code&client_id="
                + RealmSetup.STAFF_CLIENT + "&redirect_uri=" + APP + "login/oauth2/code/keycloak&scope=openid&state=s"
                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256");
    }
}
