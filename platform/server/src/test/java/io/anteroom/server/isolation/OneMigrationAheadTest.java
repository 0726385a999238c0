package io.anteroom.server.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.OnlineAccess;
import io.anteroom.clinic.billing.Billing;
import io.anteroom.clinic.patient.PatientRecords;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.server.WholeApplication;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenantadmin.signin.SignedInOwner;
import io.anteroom.testing.Tenants;
import io.anteroom.webkit.host.Host;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Today's release on a schema that the next one has migrated already, as happens during every roll-out: whatever the next
 * one may add, every route reads and writes as before, on connections that have planned its statements before.
 */
@WholeApplication
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OneMigrationAheadTest {

    private static final List<String> IDS = List.of("1", "3", new UUID(0, 7).toString());

    /** What each route answered, and whether it showed anything of the clinic. */
    private static final Map<String, String> TODAY = new TreeMap<>();

    @Autowired
    private MockMvc http;

    @Autowired
    private ObjectProvider<HandlerMapping> mappings;

    @Autowired
    private JdbcIndexedSessionRepository staffSessions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    @Autowired
    private Environment environment;

    private TwoClinics clinics;

    @BeforeEach
    void twoClinics(
            @Autowired PatientRecords patients,
            @Autowired OnlineAccess access,
            @Autowired Billing billing,
            @Autowired PortalSetup portal) {
        clinics = new TwoClinics(patients, access, billing, portal, jdbc, transaction, clock);
    }

    @Test
    @Order(1)
    void everyRouteAnswersToday() {
        clinics.open();
        TODAY.putAll(answers());
        assertThat(TODAY).hasSizeGreaterThan(100);
        assertThat(TODAY.values()).contains("200, of the clinic");
    }

    @Test
    @Order(2)
    void everyRouteAnswersTheSameOneMigrationAhead() throws SQLException {
        List<Tenant> both = List.of(Tenants.north(), Tenants.south());
        for (Tenant tenant : both) {
            asOwner(expand(tenant.id().schema()));
        }
        try {
            clinics.open();
            assertThat(answers()).isEqualTo(TODAY);
        } finally {
            for (Tenant tenant : both) {
                asOwner(contract(tenant.id().schema()));
            }
        }
    }

    private Map<String, String> answers() {
        Map<String, String> answers = new TreeMap<>();
        String owner = owner(Tenants.north());
        for (Route route : Route.all(mappings.stream().toList())) {
            if (route.isOn(Host.PORTAL)) {
                route.paths("", IDS).forEach(path -> {
                    String session = clinics.session(Tenants.north(), 1);
                    answers.put(
                            route.method() + " portal " + path,
                            answer(new Caller(http, "north.localhost", "portal", session), route, path));
                    endSessions();
                });
            } else if (route.isOn(Host.STAFF)) {
                route.paths("north", IDS)
                        .forEach(path -> answers.put(
                                route.method() + " staff " + path,
                                answer(new Caller(http, "app.localhost", "staff", owner), route, path)));
            }
        }
        return answers;
    }

    private static String answer(Caller caller, Route route, String path) {
        Caller.Answer answer = caller.call(route.method(), path);
        return answer.status() + (answer.mentions(TwoClinics.NORTHS) ? ", of the clinic" : "");
    }

    private void endSessions() {
        CurrentTenant.run(
                Tenants.north(),
                () -> transaction.executeWithoutResult(ignored ->
                        jdbc.sql("delete from __tenant__.portal_session").update()));
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

    /** All that a release may do to the tables of the one before: a column, an index, a table. */
    private static String expand(String schema) {
        return onEachTable(schema, """
                execute format('alter table %1$s.%%I add column zz_ahead text not null default ''ahead''', name);
                execute format('create index on %1$s.%%I (zz_ahead)', name);""".formatted(schema))
                + "; create table " + schema + ".zz_ahead (id bigint primary key)";
    }

    private static String contract(String schema) {
        return "drop table " + schema + ".zz_ahead; "
                + onEachTable(
                        schema, "execute format('alter table %s.%%I drop column zz_ahead', name);".formatted(schema));
    }

    private static String onEachTable(String schema, String act) {
        return """
                do $$
                declare name text;
                begin
                    for name in select tablename from pg_tables
                                where schemaname = '%s' and tablename <> 'flyway_schema_history' loop
                        %s
                    end loop;
                end $$""".formatted(schema, act);
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection owner = DriverManager.getConnection(
                        environment.getRequiredProperty("anteroom.migrations.url"),
                        environment.getRequiredProperty("anteroom.migrations.user"),
                        environment.getRequiredProperty("anteroom.migrations.password"));
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
