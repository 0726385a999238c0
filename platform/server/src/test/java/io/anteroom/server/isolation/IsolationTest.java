package io.anteroom.server.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.clinic.access.OnlineAccess;
import io.anteroom.clinic.billing.Billing;
import io.anteroom.clinic.patient.PatientRecords;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.messaging.Outbox;
import io.anteroom.server.WholeApplication;
import io.anteroom.server.isolation.Caller.Answer;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.NoTenantException;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.work.WorkQueue;
import io.anteroom.tenantadmin.signin.SignedInOwner;
import io.anteroom.testing.Tenants;
import io.anteroom.webkit.host.Host;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Tries to get out. The routes are the application's own list of them, so that a new one is tried as soon as it exists;
 * the ids are those of the other clinic, which collide with ours or exist only there.
 */
@WholeApplication
class IsolationTest {

    /** The third of anything exists in the south alone, and so does nobody's UUID. */
    private static final List<String> IDS = List.of("1", "2", "3", new UUID(0, 7).toString(), "0".repeat(32), "email");

    @Autowired
    private MockMvc http;

    @Autowired
    private ObjectProvider<RequestMappingHandlerMapping> mappings;

    @Autowired
    private JdbcIndexedSessionRepository staffSessions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    @Autowired
    private WorkQueue work;

    @Autowired
    private Outbox outbox;

    private TwoClinics clinics;

    @BeforeEach
    void openBoth(
            @Autowired PatientRecords patients,
            @Autowired OnlineAccess access,
            @Autowired Billing billing,
            @Autowired PortalSetup portal) {
        clinics = new TwoClinics(patients, access, billing, portal, jdbc, transaction, clock);
        clinics.open();
    }

    @Test
    void everyRouteOfTheApplicationIsOnSomeHost() {
        assertThat(routes()).hasSizeGreaterThan(40).extracting(Route::host).contains(Host.PORTAL, Host.STAFF);
    }

    @Test
    void aPatientOfOneClinicFindsNothingOfTheOtherBehindAnyRoute() {
        assertThat(at("north", "portal", clinics.session(Tenants.north(), 1))
                        .call("GET", "/invoices/1")
                        .mentions(TwoClinics.NORTHS))
                .as("a patient finds what is theirs")
                .isTrue();
        endSessions(Tenants.north());
        String south = clinics.fingerprint(Tenants.south());
        onEveryPath(Host.PORTAL, "", (route, path) -> {
            Caller patient = at("north", "portal", clinics.session(Tenants.north(), 1));
            assertThat(patient.call(route.method(), path).mentions(TwoClinics.SOUTHS))
                    .as("%s %s", route.method(), path)
                    .isFalse();
            endSessions(Tenants.north());
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
            endSessions(Tenants.north());
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
        String session = owner(Tenants.north());
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
        String session = owner(Tenants.north());
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
                assertThat(new Caller(http, "localhost", "platform", null)
                                .call(route.method(), path)
                                .status())
                        .as("%s %s on the base host", route.method(), path)
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
        return Route.all(mappings.stream());
    }

    private void onEveryPath(Host host, String organisation, BiConsumer<Route, String> attempt) {
        List<Route> routes = routes().stream().filter(route -> route.isOn(host)).toList();
        assertThat(routes).isNotEmpty();
        routes.forEach(route -> route.paths(organisation, IDS).forEach(path -> attempt.accept(route, path)));
    }

    private Caller at(String label, String role, @Nullable String session) {
        return new Caller(http, label + ".localhost", role, session);
    }

    private String owner(Tenant tenant) {
        return signIn(staffSessions, SignedInOwner.of(tenant.id(), clock.instant()));
    }

    private static <S extends Session> String signIn(SessionRepository<S> sessions, SecurityContext context) {
        S session = sessions.createSession();
        session.setAttribute("SPRING_SECURITY_CONTEXT", context);
        sessions.save(session);
        return Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
    }

    private void endSessions(Tenant tenant) {
        CurrentTenant.run(
                tenant,
                () -> transaction.executeWithoutResult(ignored ->
                        jdbc.sql("delete from __tenant__.portal_session").update()));
    }

    /** Without what differs each time: the request's id and the mask of the token. */
    private static String steady(Answer answer) {
        return answer.body().replaceAll("Reference <code>[a-z0-9]+</code>|X-CSRF-Token[^}]*", "");
    }
}
