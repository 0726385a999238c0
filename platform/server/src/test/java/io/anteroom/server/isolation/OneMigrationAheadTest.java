package io.anteroom.server.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.server.WholeApplication;
import io.anteroom.tenancy.Tenant;
import io.anteroom.testing.Tenants;
import io.anteroom.webkit.host.Host;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

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
    private Environment environment;

    private Visitors visitors;

    private TwoClinics clinics;

    @BeforeEach
    void twoClinics(@Autowired ApplicationContext application) {
        visitors = new Visitors(application);
        clinics = visitors.clinics();
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
        visitors.routes(Host.PORTAL)
                .forEach(route -> route.paths("", IDS).forEach(path -> {
                    String session = clinics.session(Tenants.north(), 1);
                    answers.put(route + " as " + path, answer(visitors.at("north", "portal", session), route, path));
                    visitors.endSessions(Tenants.north());
                }));
        String owner = visitors.owner(Tenants.north());
        visitors.routes(Host.STAFF)
                .forEach(route -> route.paths("north", IDS)
                        .forEach(path -> answers.put(
                                route + " as " + path, answer(visitors.at("app", "staff", owner), route, path))));
        return answers;
    }

    private static String answer(Caller caller, Route route, String path) {
        Caller.Answer answer = caller.call(route.method(), path);
        return answer.status() + (answer.mentions(TwoClinics.NORTHS) ? ", of the clinic" : "");
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
