package io.anteroom.server.roles;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.clinic.settings.Publishing;
import io.anteroom.clinic.settings.Section;
import io.anteroom.localservices.postgres.PostgresServer;
import io.anteroom.localservices.postgres.PostgresWire;
import io.anteroom.server.isolation.TwoClinics;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.StatementCount;
import io.anteroom.testing.Tenants;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * What the pages patients open most ask of PostgreSQL: one statement for who is signed in and what they may see, one for
 * what is on the page, and a round trip for each. The rest is remembered.
 */
class PageCostTest {

    private static final PostgresWire WIRE =
            new PostgresWire(PostgresServer.shared().port());

    private static ConfigurableApplicationContext application;
    private static String token;
    private static String offeredAll;

    /** Of one request. */
    private record Cost(int statements, int roundTrips) {}

    @BeforeAll
    static void startByWire() {
        application = RoleSettings.start(List.of("portal"), PageCostTest::byWire, "anteroom.web.scheme=http");
        TwoClinics clinics = application.getAutowireCapableBeanFactory().createBean(TwoClinics.class);
        clinics.open();
        token = clinics.session(Tenants.north(), 1);
        offeredAll = clinics.session(Tenants.south(), 1);
        CurrentTenant.run(Tenants.south(), PageCostTest::offerAll);
    }

    private static void offerAll() {
        PortalDesign plain = PortalDesign.plain("South");
        var design = new PortalDesign(
                "South", plain.main(), plain.accent(), "", "", "", "", "", null, Set.of(Section.values()));
        assertThat(application.getBean(PortalSetup.class).publish(new Actor.Staff("desk", "Desk"), design))
                .isInstanceOf(Publishing.Published.class);
    }

    private static void byWire(GenericApplicationContext context) {
        String direct = context.getEnvironment().getRequiredProperty("anteroom.tenancy.url");
        TestPropertyValues.of("anteroom.tenancy.url=" + WIRE.url(direct.substring(direct.lastIndexOf('/') + 1)))
                .applyTo(context);
        context.registerBean(StatementCount.class);
    }

    @AfterAll
    static void stop() {
        application.close();
        WIRE.close();
    }

    @Test
    void theHomePageTakesTwoStatementsAndTwoRoundTrips() {
        assertThat(cost("/")).isEqualTo(new Cost(2, 2));
    }

    @Test
    void theListOfInvoicesTakesTwoStatementsAndTwoRoundTrips() {
        assertThat(cost("/invoices")).isEqualTo(new Cost(2, 2));
    }

    /**
     * What is on these comes from several tables; whoever adds a statement says so here. The clinic offers all sections, for
     * which home asks too.
     */
    @ParameterizedTest
    @CsvSource({
        "/, 2, 2",
        "/records, 4, 5",
        "/records/1, 3, 4",
        "/documents, 2, 2",
        "/questionnaires, 3, 3",
        "/profile, 6, 6",
        "/profile/preferences, 3, 3",
        "/appointments, 6, 6",
        "/access, 3, 3",
        "/payment-methods, 3, 3"
    })
    void thePagesOfARecordTakeFewStatements(String path, int statements, int roundTrips) {
        assertThat(cost("south", offeredAll, path)).isEqualTo(new Cost(statements, roundTrips));
    }

    /** Who is signed in, the invoice with its lines and its payments, what was given back, and its instalments. */
    @Test
    void anInvoiceThatNoCardCanPayAsksNothingOfPartsOrOfCards() {
        assertThat(cost("south", offeredAll, "/invoices/1").statements()).isEqualTo(6);
    }

    private static Cost cost(String path) {
        return cost("north", token, path);
    }

    /** The least of several: a pool that opens a connection meanwhile, or asks one whether it is alive, adds to it. */
    private static Cost cost(String clinic, String session, String path) {
        return IntStream.range(0, 10)
                .mapToObj(time -> once(clinic, session, path))
                .min(Comparator.comparingInt(Cost::roundTrips).thenComparingInt(Cost::statements))
                .orElseThrow();
    }

    private static Cost once(String clinic, String session, String path) {
        StatementCount statements = application.getBean(StatementCount.class);
        statements.reset();
        int roundTrips = WIRE.during(
                () -> assertThat(open(clinic, session, path).status()).isEqualTo(200));
        return new Cost(statements.count(), roundTrips);
    }

    private static Running.Answer open(String clinic, String session, String path) {
        return new Running(application)
                .send("GET " + path + " HTTP/1.0\r\nHost: " + clinic
                        + ".anteroom.test\r\nCookie: anteroom-portal-session=" + session + "\r\n\r\n");
    }
}
