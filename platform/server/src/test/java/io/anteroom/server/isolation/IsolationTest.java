package io.anteroom.server.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.clinic.access.elevation.ElevatedChart;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.messaging.Outbox;
import io.anteroom.server.WholeApplication;
import io.anteroom.server.isolation.Caller.Answer;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.NoTenantException;
import io.anteroom.tenancy.work.WorkQueue;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.testing.Tenants;
import io.anteroom.webkit.host.Host;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries to get out. The routes are the application's own list of them, so that a new one is tried as soon as it exists;
 * the ids are those of the other clinic, which collide with ours or exist only there.
 */
@WholeApplication
class IsolationTest {

    /** The third of anything exists in the south alone, and so does nobody's UUID. */
    private static final List<String> IDS = List.of("1", "2", "3", new UUID(0, 7).toString(), "0".repeat(32), "email");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private WorkQueue work;

    @Autowired
    private Outbox outbox;

    private Visitors visitors;

    private TwoClinics clinics;

    @BeforeEach
    void openBoth(@Autowired ApplicationContext application) {
        visitors = new Visitors(application);
        clinics = visitors.clinics();
        clinics.open();
    }

    /** What is on no host would be tried by none of these tests; the addresses Stripe calls are {@code RolesTest}'s. */
    @Test
    void everyRouteOfTheApplicationIsOnSomeHost() {
        assertThat(routes()).hasSizeGreaterThan(40).extracting(Route::host).contains(Host.PORTAL, Host.STAFF);
        assertThat(routes().stream().filter(route -> route.host() == null))
                .extracting(Route::toString)
                .containsExactly("ANY /error");
    }

    @Test
    void everyPageOfStaffSaysWhichRightItNeeds() {
        assertThat(routes().stream()
                        .filter(route ->
                                route.isOn(Host.STAFF) && route.pattern().startsWith("/o/"))
                        .filter(route -> !route.handler().hasMethodAnnotation(Needs.class)))
                .isEmpty();
    }

    /** Beyond these a portal's page begins with what the one who asks may see, and has nothing else to begin with. */
    @Test
    void everyPageOfPatientsStartsFromWhoAsks() {
        assertThat(routes().stream()
                        .filter(route -> route.isOn(Host.PORTAL))
                        .filter(route -> Arrays.stream(route.handler().getMethodParameters())
                                .map(MethodParameter::getParameterType)
                                .noneMatch(type -> type == VisibleChart.class
                                        || type == ElevatedChart.class
                                        || type == Viewer.class)))
                .extracting(Route::toString)
                .containsExactlyInAnyOrder(
                        "GET /sign-in",
                        "POST /sign-in",
                        "GET /sign-in/code",
                        "POST /sign-in/code",
                        "POST /sign-in/codes",
                        "GET /sign-in/password",
                        "POST /sign-in/password",
                        "GET /sign-in/second-step",
                        "POST /sign-in/second-step",
                        "GET /sign-in/forgotten",
                        "POST /sign-in/forgotten/codes",
                        "POST /sign-in/forgotten/printed",
                        "GET /sign-in/invitation/{token}",
                        "POST /sign-in/invitation/{token}",
                        "GET /sign-in/link-ended",
                        "POST /sign-in/passkey",
                        "POST /sign-in/passkey/options",
                        "GET /sign-in/recovery",
                        "POST /sign-in/recovery",
                        "GET /sign-in/address-taken",
                        "GET /link/{token}",
                        "POST /link/{token}/opening",
                        "GET /link/{token}/identity",
                        "POST /link/{token}/identity",
                        "GET /register",
                        "POST /register",
                        "GET /book",
                        "GET /book/{service}",
                        "POST /book/{service}",
                        "GET /book/details",
                        "POST /book/details",
                        "GET /book/result",
                        "GET /form/{key}",
                        "POST /form/{key}",
                        "GET /pay/{key}",
                        "POST /pay/{key}",
                        "GET /pay/result",
                        "POST /pay/result",
                        "GET /brand/logo/{id:[0-9a-f]{32}}.png",
                        "GET /privacy",
                        "POST /language",
                        "GET /calendar/{token}",
                        "GET /preview/{token:[A-Za-z0-9_-]{43}}",
                        "POST /preview/end",
                        "GET /preview/ended",
                        "GET /confirm/{reference}/{key}",
                        "POST /confirm/{reference}/{key}",
                        "GET /payment-methods/return",
                        "GET /payments/return");
    }

    @Test
    void aPatientOfOneClinicFindsNothingOfTheOtherBehindAnyRoute() {
        assertThat(at("north", "portal", clinics.session(Tenants.north(), 1))
                        .call("GET", "/invoices/1")
                        .mentions(TwoClinics.NORTHS))
                .as("a patient finds what is theirs")
                .isTrue();
        visitors.endSessions(Tenants.north());
        assertThat(at("north", "portal", clinics.session(Tenants.north(), 1))
                        .call("GET", "/appointments/" + TwoClinics.reference("1"))
                        .mentions(TwoClinics.NORTHS))
                .as("a patient finds their appointment")
                .isTrue();
        visitors.endSessions(Tenants.north());
        assertThat(at("north", "portal", clinics.session(Tenants.north(), 1))
                        .call("GET", "/records/1")
                        .mentions(TwoClinics.NORTHS))
                .as("a patient finds their letter")
                .isTrue();
        visitors.endSessions(Tenants.north());
        String south = clinics.fingerprint(Tenants.south());
        onEveryPath(Host.PORTAL, "", (route, path) -> {
            Caller patient = at("north", "portal", clinics.session(Tenants.north(), 1));
            assertThat(patient.call(route.method(), path).mentions(TwoClinics.SOUTHS))
                    .as("%s %s", route.method(), path)
                    .isFalse();
            visitors.endSessions(Tenants.north());
        });
        assertThat(clinics.fingerprint(Tenants.south())).isEqualTo(south);
    }

    @Test
    void aPatientFindsNothingOfAnotherPatientBehindAnyRoute() {
        onEveryPath(Host.PORTAL, "", (route, path) -> {
            Caller patient = at("north", "portal", clinics.session(Tenants.north(), 1));
            assertThat(patient.call(route.method(), path).mentions("Pat2"))
                    .as("%s %s", route.method(), path)
                    .isFalse();
            visitors.endSessions(Tenants.north());
        });
    }

    @Test
    void theSessionOfOneClinicIsNobodysAtTheOther() {
        String ofTheSouth = clinics.session(Tenants.south(), 1);
        assertThat(at("south", "portal", ofTheSouth).call("GET", "/invoices").status())
                .as("the session is good where it belongs")
                .isEqualTo(200);
        onEveryPath(Host.PORTAL, "", (route, path) -> {
            Answer stranger = at("north", "portal", null).call(route.method(), path);
            Answer southerner = at("north", "portal", ofTheSouth).call(route.method(), path);
            assertThat(southerner.status()).as("%s %s", route.method(), path).isEqualTo(stranger.status());
            assertThat(southerner.mentions(TwoClinics.NORTHS) || southerner.mentions(TwoClinics.SOUTHS))
                    .as("%s %s", route.method(), path)
                    .isFalse();
        });
    }

    @Test
    void theOwnerOfOneClinicFindsNothingOfTheOtherBehindAnyRoute() {
        String session = visitors.owner(Tenants.north());
        String south = clinics.fingerprint(Tenants.south());
        onEveryPath(
                Host.STAFF,
                "north",
                (route, path) -> assertThat(at("app", "staff", session)
                                .call(route.method(), path)
                                .mentions(TwoClinics.SOUTHS))
                        .as("%s %s", route.method(), path)
                        .isFalse());
        assertThat(clinics.fingerprint(Tenants.south())).isEqualTo(south);
    }

    @Test
    void anOrganisationOneDoesNotBelongToAnswersLikeOneThatNeverWas() {
        String session = visitors.owner(Tenants.north());
        assertThat(at("app", "staff", session).call("GET", "/o/north/invoices").status())
                .as("the session is good where it belongs")
                .isEqualTo(200);
        String south = clinics.fingerprint(Tenants.south());
        onEveryPath(Host.STAFF, "south", (route, path) -> {
            if (path.startsWith("/o/")) {
                Answer other = at("app", "staff", session).call(route.method(), path);
                Answer nowhere =
                        at("app", "staff", session).call(route.method(), path.replace("/o/south", "/o/nowhere"));
                assertThat(other.status()).as("%s %s", route.method(), path).isEqualTo(404);
                assertThat(steady(other)).isEqualTo(steady(nowhere));
            }
        });
        assertThat(clinics.fingerprint(Tenants.south())).isEqualTo(south);
    }

    @Test
    void noPageOfStaffOrPatientsOpensForAStranger() {
        onEveryPath(
                Host.STAFF,
                "north",
                (route, path) -> assertThat(at("app", "staff", null)
                                .call(route.method(), path)
                                .mentions(TwoClinics.NORTHS))
                        .as("%s %s", route.method(), path)
                        .isFalse());
        onEveryPath(
                Host.PORTAL,
                "",
                (route, path) -> assertThat(at("north", "portal", null)
                                .call(route.method(), path)
                                .mentions(TwoClinics.NORTHS))
                        .as("%s %s", route.method(), path)
                        .isFalse());
    }

    @Test
    void aRouteExistsOnItsOwnHostAlone() {
        String patient = clinics.session(Tenants.north(), 1);
        onEveryPath(Host.STAFF, "north", (route, path) -> {
            if (path.startsWith("/o/")) {
                assertThat(at("north", "portal", patient)
                                .call(route.method(), path)
                                .status())
                        .as("%s %s on a portal", route.method(), path)
                        .isEqualTo(404);
                assertThat(visitors.stranger(Host.PLATFORM)
                                .call(route.method(), path)
                                .status())
                        .as("%s %s on the base host", route.method(), path)
                        .isEqualTo(404);
            }
        });
    }

    /** Neither what opens a portal nor what opens a clinic opens the operators' console, and it has nothing of a clinic. */
    @Test
    void nobodyOfAClinicEntersTheOperatorsHost() {
        Cookie patient = new Cookie("anteroom-portal-session", clinics.session(Tenants.north(), 1));
        Cookie owner = new Cookie("anteroom-staff-session", visitors.owner(Tenants.north()));
        onEveryPath(Host.OPERATORS, "", (route, path) -> {
            Answer answer = visitors.stranger(Host.OPERATORS)
                    .call(route.method(), path, request -> request.cookie(patient, owner));
            assertThat(answer.status())
                    .as("%s %s", route.method(), path)
                    .isIn(path.equals("/signed-out") ? List.of(200) : List.of(302, 303, 401, 403, 404));
            assertThat(answer.mentions(TwoClinics.NORTHS) || answer.mentions(TwoClinics.SOUTHS))
                    .as("%s %s", route.method(), path)
                    .isFalse();
            if (path.startsWith("/tenants") || path.startsWith("/work") || path.startsWith("/log")) {
                assertThat(at("app", "staff", owner.getValue())
                                .call(route.method(), path)
                                .status())
                        .as("%s %s for staff", route.method(), path)
                        .isEqualTo(404);
                assertThat(at("north", "portal", patient.getValue())
                                .call(route.method(), path)
                                .status())
                        .as("%s %s on a portal", route.method(), path)
                        .isEqualTo(404);
            }
        });
    }

    @Test
    void aHostThatNeverWasAndOneThatIsGoneAnswerTheSameBytes() {
        Answer never = at("never", "portal", null).call("GET", "/sign-in");
        assertThat(never.status()).isEqualTo(404);
        assertThat(at("never-either", "portal", null).call("GET", "/invoices/1"))
                .isEqualTo(never);
    }

    @Test
    void sqlThatNamesTheOtherClinicsSchemaIsRefused() {
        assertThatThrownBy(() ->
                        count("select count(*) from " + Tenants.south().id().schema() + ".patient"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> count("select count(*) from patient")).hasStackTraceContaining("does not exist");
        assertThat(count("select count(*) from __tenant__.patient")).isEqualTo(2);
    }

    @Test
    void workWithoutATenantReachesNoData() {
        assertThatThrownBy(() -> transaction.execute(ignored -> jdbc.sql("select count(*) from __tenant__.patient")
                        .query(Long.class)
                        .single()))
                .hasStackTraceContaining("No tenant is bound");
        assertThatThrownBy(() -> transaction.executeWithoutResult(ignored -> work.add("message", "1")))
                .hasStackTraceContaining("No tenant is bound");
        assertThatExceptionOfType(NoTenantException.class).isThrownBy(CurrentTenant::get);
        assertThat(outbox).isNotNull();
    }

    private long count(String sql) {
        return CurrentTenant.call(
                Tenants.north(),
                () -> transaction.execute(
                        ignored -> jdbc.sql(sql).query(Long.class).single()));
    }

    private List<Route> routes() {
        return visitors.routes();
    }

    private void onEveryPath(Host host, String organisation, BiConsumer<Route, String> attempt) {
        List<Route> routes = visitors.routes(host);
        assertThat(routes).isNotEmpty();
        routes.forEach(route -> route.paths(organisation, IDS).forEach(path -> attempt.accept(route, path)));
    }

    private Caller at(String label, String role, @Nullable String session) {
        return visitors.at(label, role, session);
    }

    /** Without what differs each time: the request's id, the mask of the token, and when the session ends. */
    private static String steady(Answer answer) {
        return answer.body().replaceAll("Reference <code>[a-z0-9]+</code>|X-CSRF-Token[^}]*|data-until=\"[^\"]*\"", "");
    }
}
