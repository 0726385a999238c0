package io.anteroom.server.roles;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.localservices.postgres.PostgresServer;
import io.anteroom.localservices.postgres.PostgresWire;
import io.anteroom.server.isolation.TwoClinics;
import io.anteroom.testing.StatementCount;
import io.anteroom.testing.Tenants;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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

    /** Of one request. */
    private record Cost(int statements, int roundTrips) {}

    @BeforeAll
    static void startByWire() {
        application = RoleSettings.start(List.of("portal"), PageCostTest::byWire, "anteroom.web.scheme=http");
        TwoClinics clinics = application.getAutowireCapableBeanFactory().createBean(TwoClinics.class);
        clinics.open();
        token = clinics.session(Tenants.north(), 1);
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

    /** The least of several: a pool that opens a connection meanwhile, or asks one whether it is alive, adds to it. */
    private static Cost cost(String path) {
        return IntStream.range(0, 10)
                .mapToObj(time -> once(path))
                .min(Comparator.comparingInt(Cost::roundTrips).thenComparingInt(Cost::statements))
                .orElseThrow();
    }

    private static Cost once(String path) {
        StatementCount statements = application.getBean(StatementCount.class);
        statements.reset();
        int roundTrips = WIRE.during(() -> assertThat(open(path).status()).isEqualTo(200));
        return new Cost(statements.count(), roundTrips);
    }

    private static Running.Answer open(String path) {
        return new Running(application)
                .send("GET " + path + " HTTP/1.0\r\nHost: north.anteroom.test\r\nCookie: anteroom-portal-session="
                        + token + "\r\n\r\n");
    }
}
