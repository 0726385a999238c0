package io.anteroom.controlplane.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.localservices.keycloak.KeycloakProcess;
import io.anteroom.localservices.keycloak.RealmSetup;
import io.anteroom.localservices.keycloak.SignInBrowser;
import io.anteroom.testing.CleanSlate;
import io.anteroom.testing.Tenants;
import io.anteroom.testing.TestClock;
import io.anteroom.testing.TestDatabaseSettings;
import io.anteroom.webkit.keycloak.KeycloakSignIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

@SpringBootTest(classes = OperatorsApplication.class, webEnvironment = WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = TestDatabaseSettings.class)
@TestExecutionListeners(listeners = CleanSlate.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
class OperatorSignInTest {

    private static final String PASSWORD = "a perfectly long one";
    private static final int PORT = freePort();
    private static final KeycloakProcess KEYCLOAK = KeycloakProcess.shared();
    private static final String COOKIE = "anteroom-operators-session";

    private final SignInBrowser browser = new SignInBrowser("ops.localhost", PORT);
    private final TestClock clock;
    private final JdbcClient control = Tenants.superuser();

    @Autowired
    OperatorSignInTest(TestClock clock) {
        this.clock = clock;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) throws Exception {
        var secret = KEYCLOAK.realm().secret(RealmSetup.OPERATORS_CLIENT);
        settings.add("server.port", () -> PORT);
        settings.add("anteroom.tenancy.control-user", () -> "anteroom_operator");
        settings.add("anteroom.web.base-host", () -> "localhost:" + PORT);
        settings.add("anteroom.web.scheme", () -> "http");
        settings.add("anteroom.control-plane.operators.issuer", KEYCLOAK::issuer);
        settings.add("anteroom.control-plane.operators.client-secret", () -> secret);
    }

    @BeforeAll
    static void people() throws Exception {
        var realm = KEYCLOAK.realm();
        realm.applications(RealmSetup.OPERATORS_CLIENT, URI.create("http://ops.localhost:" + PORT));
        realm.role(user("otto", "Otto", "Operator"), "operator");
        var owner = user("olga", "Olga", "Owner");
        realm.member(realm.organisation(Tenants.north().id().value(), "Operated " + PORT), owner, "owner");
    }

    @Test
    void anOperatorComesBackToThePageTheyWanted() throws Exception {
        var page = signIn("/tenants?state=active", "otto");

        assertThat(page.uri().getPath()).isEqualTo("/tenants");
        assertThat(page.uri().getQuery()).isEqualTo("state=active");
        assertThat(page.body()).contains("Otto Operator", "North Clinic", "South Clinic");
    }

    @Test
    void theOwnerOfAClinicIsToldThatTheyAreNoOperator() throws Exception {
        var page = signIn("/tenants", "olga");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body())
                .contains("You are signed in as Olga Owner", "/sign-out")
                .doesNotContain("North Clinic");
        for (var path : new String[] {"/", "/log", "/tenants/" + Tenants.north().id(), "/nothing"}) {
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(browser.getFragment("/tenants").body()).doesNotContain("North Clinic");
    }

    @Test
    void whoIsNoOperatorCanDoNothing() throws Exception {
        var token = csrf(signIn("/tenants", "olga").body());

        var answer = browser.post("/tenants/" + Tenants.north().id() + "/suspend", token + "&reason=spite");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(control.sql("select count(*) from control.tenant where state = 'ACTIVE'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/tenants", "/tenants/any", "/tenants/any/suspend", "/log", "/nothing"})
    void aStrangerIsSentToKeycloakWhateverTheyAskFor(String path) throws Exception {
        assertThat(SignInBrowser.location(browser.get(path))).hasPath(KeycloakSignIn.START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anteroom-portal-session", "anteroom-staff-session", COOKIE})
    void aSessionOfPatientsOrStaffIsNobodysHere(String cookie) throws Exception {
        browser.cookies().put(cookie, "c29tZWJvZHk");

        assertThat(SignInBrowser.location(browser.get("/tenants"))).hasPath(KeycloakSignIn.START);
    }

    @Test
    void aFragmentIsNotAnsweredWithASignInPage() throws Exception {
        var answer = browser.getFragment("/tenants");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Refresh")).hasValue("true");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        signIn("/tenants", "otto");

        assertThat(browser.post("/tenants/" + Tenants.north().id() + "/suspend", "reason=none")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aRoleGivenMeanwhileIsSeenWithoutSigningInAgain() throws Exception {
        var newcomer = user("nina", "Nina", "Newcomer");
        assertThat(signIn("/tenants", "nina").statusCode()).isEqualTo(403);

        KEYCLOAK.realm().role(newcomer, "operator");
        clock.advance(Duration.ofMinutes(6));

        assertThat(browser.signIn("/tenants", "not", "asked").body()).contains("North Clinic");
    }

    @Test
    void aSessionEndsAfterItsLongestTime() throws Exception {
        signIn("/tenants", "otto");
        clock.advance(Duration.ofHours(11));
        browser.signIn("/tenants", "not", "asked");

        assertThat(SignInBrowser.location(browser.get("/tenants"))).hasPath(KeycloakSignIn.START);
    }

    @Test
    void theirSessionsAreKeptApartFromThoseOfStaff() throws Exception {
        signIn("/tenants", "otto");

        assertThat(browser.cookies()).containsKey(COOKIE);
        assertThat(rows("operator_session")).isEqualTo(1);
        assertThat(rows("spring_session")).isZero();
    }

    @Test
    void signingOutEndsTheSessionHereAndAtKeycloak() throws Exception {
        var token = csrf(signIn("/tenants", "otto").body());
        var session = browser.cookies().get(COOKIE);

        var out = browser.post("/sign-out", token);

        assertThat(SignInBrowser.location(out))
                .hasPath("/realms/anteroom/protocol/openid-connect/logout")
                .hasParameter("post_logout_redirect_uri", "http://ops.localhost:" + PORT + "/signed-out");
        assertThat(browser.get("/signed-out").body()).contains("You are signed out");
        browser.cookies().put(COOKIE, String.valueOf(session));
        assertThat(SignInBrowser.location(browser.get("/tenants"))).hasPath(KeycloakSignIn.START);
    }

    private HttpResponse<String> signIn(String path, String who) throws Exception {
        return browser.signIn(path, email(who), PASSWORD);
    }

    private long rows(String table) {
        return control.sql("select count(*) from control." + table)
                .query(Long.class)
                .single();
    }

    private static String csrf(String page) {
        var field = Pattern.compile("name=\"(_csrf)\" value=\"([^\"]+)\"").matcher(page);
        assertThat(field.find()).isTrue();
        return field.group(1) + "=" + field.group(2);
    }

    private static String user(String who, String given, String family) throws Exception {
        return KEYCLOAK.realm().user(email(who), given, family, PASSWORD);
    }

    private static String email(String who) {
        return who + PORT + "@example.org";
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
