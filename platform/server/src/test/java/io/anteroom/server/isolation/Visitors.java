package io.anteroom.server.isolation;

import io.anteroom.clinic.access.credential.OnlineAccess;
import io.anteroom.clinic.billing.Billing;
import io.anteroom.clinic.patient.PatientRecords;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenantadmin.signin.SignedInOwner;
import io.anteroom.testing.Tenants;
import io.anteroom.webkit.host.Host;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.HandlerMapping;

/** People at each front door of the application: those who belong there, and strangers. */
public final class Visitors {

    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    private final ApplicationContext application;
    private final TwoClinics clinics;

    /** Finds what they need in {@code application}. */
    public Visitors(ApplicationContext application) {
        this.application = application;
        this.clinics = new TwoClinics(
                application.getBean(PatientRecords.class),
                application.getBean(OnlineAccess.class),
                application.getBean(Billing.class),
                application.getBean(PortalSetup.class),
                application.getBean(JdbcClient.class),
                application.getBean(TransactionTemplate.class),
                application.getBean(Clock.class));
    }

    /** The clinics they visit. */
    public TwoClinics clinics() {
        return clinics;
    }

    List<Route> routes() {
        return Route.all(
                application.getBeanProvider(HandlerMapping.class).stream().toList());
    }

    List<Route> routes(Host host) {
        return routes().stream().filter(route -> route.isOn(host)).toList();
    }

    /** Somebody who belongs there: the first patient of the north, its owner, or anybody where nobody signs in. */
    Caller member(Host host) {
        return switch (host) {
            case PORTAL -> {
                endSessions(Tenants.north());
                yield at("north", "portal", clinics.session(Tenants.north(), 1));
            }
            case STAFF -> at("app", "staff", owner(Tenants.north()));
            default -> stranger(host);
        };
    }

    /** Somebody who has not signed in. */
    Caller stranger(Host host) {
        return switch (host) {
            case PLATFORM -> new Caller(http(), "localhost", "platform", null);
            case STAFF -> at("app", "staff", null);
            case OPERATORS -> at("ops", "operators", null);
            case PORTAL -> at("north", "portal", null);
            case INBOX, OTHER -> throw new IllegalArgumentException("Nobody goes there");
        };
    }

    Caller at(String label, String role, @Nullable String session) {
        return new Caller(http(), label + ".localhost", role, session);
    }

    String owner(Tenant tenant) {
        Clock clock = application.getBean(Clock.class);
        JdbcIndexedSessionRepository sessions = application.getBean(JdbcIndexedSessionRepository.class);
        return begin(sessions, SignedInOwner.of(tenant.id(), clock.instant()));
    }

    private static <S extends Session> String begin(SessionRepository<S> sessions, Object securityContext) {
        S session = sessions.createSession();
        session.setAttribute("SPRING_SECURITY_CONTEXT", securityContext);
        sessions.save(session);
        return Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
    }

    void endSessions(Tenant tenant) {
        JdbcClient jdbc = application.getBean(JdbcClient.class);
        TransactionTemplate transaction = application.getBean(TransactionTemplate.class);
        CurrentTenant.run(
                tenant,
                () -> transaction.executeWithoutResult(ignored ->
                        jdbc.sql("delete from __tenant__.portal_session").update()));
    }

    /** The names of what the handler reads beside the path, as far as its signature tells. */
    Set<String> parameters(Route route) {
        Set<String> names = new LinkedHashSet<>();
        for (MethodParameter parameter : route.handler().getMethodParameters()) {
            parameter.initParameterNameDiscovery(NAMES);
            if (parameter.getParameterType().isRecord()) {
                Arrays.stream(parameter.getParameterType().getRecordComponents())
                        .map(RecordComponent::getName)
                        .forEach(names::add);
            } else if (parameter.getParameterName() != null) {
                names.add(parameter.getParameterName());
            }
        }
        return names;
    }

    private MockMvc http() {
        return application.getBean(MockMvc.class);
    }
}
