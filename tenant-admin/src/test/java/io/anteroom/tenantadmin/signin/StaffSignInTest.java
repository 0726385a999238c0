package io.anteroom.tenantadmin.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.clinic.staff.StaffRegister;
import io.anteroom.localservices.keycloak.KeycloakProcess;
import io.anteroom.localservices.keycloak.RealmSetup;
import io.anteroom.localservices.keycloak.SignInBrowser;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.testing.CleanSlate;
import io.anteroom.testing.Tenants;
import io.anteroom.testing.TestClock;
import io.anteroom.testing.TestDatabaseSettings;
import io.anteroom.webkit.keycloak.KeycloakSignIn;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

@SpringBootTest(classes = ExampleStaffWeb.class, webEnvironment = WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = TestDatabaseSettings.class)
@TestExecutionListeners(listeners = CleanSlate.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
class StaffSignInTest {

    private static final String PASSWORD = "a perfectly long one";
    private static final int PORT = freePort();
    private static final KeycloakProcess KEYCLOAK = KeycloakProcess.shared();
    private static final String UNKNOWN = "Page not found";

    private final SignInBrowser browser = new SignInBrowser("app.localhost", PORT);

    private final TestClock clock;
    private final StaffRegister register;
    private final SimpleMeterRegistry meters;
    private final JdbcClient sessions;

    @Autowired
    StaffSignInTest(
            TestClock clock,
            StaffRegister register,
            SimpleMeterRegistry meters,
            @Qualifier("controlDataSource") DataSource control) {
        this.clock = clock;
        this.register = register;
        this.meters = meters;
        this.sessions = JdbcClient.create(control);
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) throws Exception {
        var secret = KEYCLOAK.realm().secret(RealmSetup.STAFF_CLIENT);
        settings.add("server.port", () -> PORT);
        settings.add("anteroom.web.base-host", () -> "localhost:" + PORT);
        settings.add("anteroom.web.scheme", () -> "http");
        settings.add("anteroom.staff.issuer", KEYCLOAK::issuer);
        settings.add("anteroom.staff.client-secret", () -> secret);
    }

    @BeforeAll
    static void people() throws Exception {
        var realm = KEYCLOAK.realm();
        realm.applications(RealmSetup.STAFF_CLIENT, URI.create("http://app.localhost:" + PORT));
        var north = realm.organisation(Tenants.north().id().value(), "North " + PORT);
        var south = realm.organisation(Tenants.south().id().value(), "South " + PORT);
        realm.member(north, user("owner", "Olga", "Owner"), "owner");
        realm.member(north, user("reception", "Rita", "Reception"), "receptionist");
        realm.member(north, user("roleless", "Ron", "Roleless"), "cleaner");
        var both = user("both", "Bo", "Both");
        realm.member(north, both, "owner");
        realm.member(south, both, "practitioner");
        user("nowhere", "Nora", "Nowhere");
    }

    @Test
    void aMemberComesBackToThePageTheyWanted() throws Exception {
        var page = signIn("/o/north/who", "owner");

        assertThat(page.body()).isEqualTo("Olga Owner [OWNER] at North Clinic");
        assertThat(page.uri().getPath()).isEqualTo("/o/north/who");
        assertThat(page.uri().getQuery()).isNull();
    }

    @Test
    void rolesAreThoseOfTheOrganisation() throws Exception {
        signIn("/o/north/who", "both");

        assertThat(browser.get("/o/north/who").body()).contains("[OWNER] at North Clinic");
        assertThat(browser.get("/o/south/who").body()).contains("[PRACTITIONER] at South Clinic");
    }

    @Test
    void anotherOrganisationLooksLikeOneThatDoesNotExist() throws Exception {
        signIn("/o/north/who", "owner");

        var other = browser.get("/o/south/who");
        var none = browser.get("/o/atlantis/who");
        assertThat(other.statusCode()).isEqualTo(404);
        assertThat(withoutRequestId(other.body())).contains(UNKNOWN).isEqualTo(withoutRequestId(none.body()));
    }

    @Test
    void disguisedNamesOfAnOrganisationDoNotExist() throws Exception {
        signIn("/o/north/who", "owner");

        for (var path :
                new String[] {"/o/%6eorth/who", "/o/NORTH/who", "/o/north%2f../who", "/o//who", "/O/north/who"}) {
            assertThat(browser.get(path).statusCode()).as(path).isIn(400, 404);
        }
    }

    @Test
    void whoHasOneOrganisationIsTakenThere() throws Exception {
        assertThat(signIn("/", "owner").uri().getPath()).isEqualTo("/o/north");
    }

    @Test
    void whoHasSeveralOrganisationsChooses() throws Exception {
        var page = signIn("/", "both");

        assertThat(page.uri().getPath()).isEqualTo("/organisations");
        assertThat(page.body()).contains("North Clinic", "/o/north", "South Clinic", "/o/south");
    }

    @Test
    void whoHasNoOrganisationIsToldSo() throws Exception {
        assertThat(signIn("/", "nowhere").body()).contains("You belong to no organisation");
    }

    @Test
    void whoHasNoRoleDoesNotComeIn() throws Exception {
        var page = signIn("/o/north/who", "roleless");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("You have no role at North Clinic");
    }

    @Test
    void aCalendarThatIsLeftOpenKeepsNobodySignedIn() throws Exception {
        signIn("/o/north/who", "owner");
        sessions.sql("update control.spring_session set last_access_time = last_access_time - 1800000")
                .update();
        long before = lastAccess();

        assertThat(browser.get("/o/north/calendar/changes").body()).isEqualTo("none for Olga Owner");
        assertThat(lastAccess()).isEqualTo(before);
        assertThat(browser.get("/o/north/who").statusCode()).isEqualTo(200);
        assertThat(lastAccess()).isGreaterThan(before);
    }

    private long lastAccess() {
        return sessions.sql("select max(last_access_time) from control.spring_session")
                .query(Long.class)
                .single();
    }

    @Test
    void aRoleThatDoesNotSufficeIsSaidSo() throws Exception {
        signIn("/o/north/who", "reception");

        var page = browser.get("/o/north/settings");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Your role does not allow this");
    }

    @Test
    void aPageThatDoesNotSayWhichRightItNeedsIsRefusedEvenToTheOwner() throws Exception {
        signIn("/o/north/who", "owner");

        var page = browser.get("/o/north/forgotten");
        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body()).doesNotContain("nobody may see this", "forgotten");
    }

    @Test
    void aSuspendedOrganisationSaysSoToItsStaffAlone() throws Exception {
        signIn("/o/north/who", "owner");
        Tenants.superuser()
                .sql("update control.tenant set state = 'SUSPENDED' where slug in ('north', 'south')")
                .update();
        forgetTenants();

        var page = browser.get("/o/north/who");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("North Clinic is suspended");
        assertThat(browser.get("/o/south/who").body()).contains(UNKNOWN);
    }

    @Test
    void whatTheChainDoesNotNameDoesNotExist() throws Exception {
        signIn("/o/north/who", "owner");

        assertThat(browser.get("/actuator").statusCode()).isEqualTo(404);
        assertThat(browser.post("/organisations", "").statusCode()).isEqualTo(403);
    }

    @Test
    void aFragmentIsNotAnsweredWithASignInPage() throws Exception {
        var answer = browser.getFragment("/o/north/who");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Refresh")).hasValue("true");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        signIn("/o/north/who", "owner");

        assertThat(browser.post("/o/north/act", "").statusCode()).isEqualTo(403);
    }

    @Test
    void aFormOutlastsASignInThatNobodyNoticed() throws Exception {
        signIn("/organisations", "both");
        var token = csrf(browser.get("/organisations").body());
        clock.advance(Duration.ofMinutes(16));
        assertThat(throughKeycloakAgain("/o/north/who")).contains("North Clinic");

        assertThat(browser.post("/o/north/act", token).body()).isEqualTo("done");
    }

    @Test
    void aFormIsThatFormThoughThePageOfItsAddressWasLeftOnTheWayToKeycloak() throws Exception {
        signIn("/organisations", "both");
        var token = csrf(browser.get("/organisations").body());
        clock.advance(Duration.ofMinutes(16));
        assertThat(browser.get("/o/north/act").statusCode()).isEqualTo(302);

        assertThat(browser.post("/o/north/act", token).body()).isEqualTo("done");
        assertThat(throughKeycloakAgain("/o/north/act")).isEqualTo("form");
    }

    @Test
    void anOrganisationJoinedMeanwhileIsFoundWithoutSigningInAgain() throws Exception {
        var realm = KEYCLOAK.realm();
        var newcomer = user("newcomer", "Nina", "Newcomer");
        signIn("/organisations", "newcomer");
        assertThat(browser.get("/o/north/who").statusCode()).isEqualTo(404);

        realm.member(realm.organisationId(Tenants.north().id().value()), newcomer, "admin");
        clock.advance(Duration.ofSeconds(10));

        assertThat(throughKeycloakAgain("/o/north/who")).isEqualTo("Nina Newcomer [ADMIN] at North Clinic");
    }

    @Test
    void aSessionEndsAfterItsLongestTime() throws Exception {
        signIn("/o/north/who", "owner");
        browser.get("/o/north/who");
        clock.advance(Duration.ofHours(13));

        assertThat(SignInBrowser.location(browser.get("/o/north/who"))).hasPath("/");
        assertThat(SignInBrowser.location(browser.get("/o/north/who"))).hasPath(KeycloakSignIn.START);
    }

    @Test
    void signingOutEndsTheSessionHereAndAtKeycloak() throws Exception {
        var page = signIn("/organisations", "both");
        var session = browser.cookies().get("anteroom-staff-session");

        var out = browser.post("/sign-out", csrf(page.body()));

        assertThat(SignInBrowser.location(out))
                .hasHost("localhost")
                .hasPath("/realms/anteroom/protocol/openid-connect/logout")
                .hasParameter("id_token_hint")
                .hasParameter("post_logout_redirect_uri", "http://app.localhost:" + PORT + "/signed-out");
        assertThat(browser.get("/signed-out").body()).contains("You are signed out");
        browser.cookies().put("anteroom-staff-session", String.valueOf(session));
        assertThat(SignInBrowser.location(browser.get("/o/north/who"))).hasPath(KeycloakSignIn.START);
    }

    @Test
    void theSessionCookieIsForThisHostAndNoScript() throws Exception {
        var cookie = browser.get("/o/north/who").headers().allValues("Set-Cookie").stream()
                .filter(header -> header.startsWith("anteroom-staff-session="))
                .findFirst();

        assertThat(cookie)
                .hasValueSatisfying(header -> assertThat(header)
                        .contains("HttpOnly", "SameSite=Lax", "Path=/")
                        .doesNotContain("Domain"));
    }

    @Test
    void aCallbackNobodyAskedForIsRefused() throws Exception {
        double refused = signIns("authorization_request_not_found");

        var page = browser.get("/login/oauth2/code/keycloak?code=stolen&state=guessed");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("Signing in did not work");
        assertThat(signIns("authorization_request_not_found")).isEqualTo(refused + 1);
    }

    @Test
    void aReasonThatSomebodyInventedMakesNoFigureOfItsOwn() throws Exception {
        double other = signIns("other");
        var asked = SignInBrowser.location(browser.get(KeycloakSignIn.START));
        var state = Pattern.compile("state=([^&]+)").matcher(asked.getRawQuery());
        assertThat(state.find()).isTrue();

        browser.get("/login/oauth2/code/keycloak?error=invented&state=" + state.group(1));

        assertThat(meters.find("anteroom.signin.keycloak")
                        .tag("outcome", "invented")
                        .counter())
                .isNull();
        assertThat(signIns("other")).isEqualTo(other + 1);
    }

    @Test
    void thoseWhoComeInAreCounted() throws Exception {
        double before = signIns("signed_in");

        signIn("/o/north/who", "owner");

        assertThat(signIns("signed_in")).isEqualTo(before + 1);
    }

    private double signIns(String outcome) {
        return meters.counter("anteroom.signin.keycloak", "door", "staff", "outcome", outcome)
                .count();
    }

    @Test
    void theClinicNotesWhoCameIn() throws Exception {
        signIn("/o/north/who", "owner");

        assertThat(staffOf(Tenants.north())).containsExactly("Olga Owner");
        assertThat(staffOf(Tenants.south())).isEmpty();
    }

    private String[] staffOf(Tenant tenant) {
        return CurrentTenant.call(
                tenant, () -> register.all().stream().map(StaffMember::name).toArray(String[]::new));
    }

    private java.net.http.HttpResponse<String> signIn(String path, String who) throws Exception {
        return browser.signIn(path, email(who), PASSWORD);
    }

    /** Opens a page on which the application wants to hear from Keycloak anew, which knows the person still. */
    private String throughKeycloakAgain(String path) throws Exception {
        assertThat(browser.get(path).statusCode()).isEqualTo(302);
        return browser.signIn(path, "not", "asked").body();
    }

    private void forgetTenants() {
        tenants.missed();
    }

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private io.anteroom.tenancy.TenantDirectory tenants;

    private static String csrf(String page) {
        var field = Pattern.compile("name=\"(_csrf)\" value=\"([^\"]+)\"").matcher(page);
        assertThat(field.find()).isTrue();
        return field.group(1) + "=" + field.group(2);
    }

    private static String withoutRequestId(String page) {
        return page.replaceAll("(?s)Reference.*?</p>", "").replaceAll("value=\"[^\"]+\"|X-CSRF-Token[^}]+", "");
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
            throw new java.io.UncheckedIOException(none);
        }
    }
}
