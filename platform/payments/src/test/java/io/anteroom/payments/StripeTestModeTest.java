package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.stripe.exception.StripeException;
import io.anteroom.payments.account.AccountDirectory;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.testing.Tenants;
import io.anteroom.testing.TestClock;
import io.anteroom.testing.TestDatabaseSettings;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The walk through Stripe's own test mode, for whoever has a key and an account of it: {@code docs/payments.md} says where
 * they come from. Skipped without.
 */
class StripeTestModeTest {

    private static final String KEY = "ANTEROOM_STRIPE_TEST_KEY";
    private static final String ACCOUNT = "ANTEROOM_STRIPE_TEST_ACCOUNT";

    @Test
    void stripesTestModeDoesAllThatWeAskOfIt() throws StripeException {
        String key = System.getenv(KEY);
        String account = System.getenv(ACCOUNT);
        assumeTrue(
                key != null && account != null,
                "Stripe's test mode was not tried: set " + KEY + " and " + ACCOUNT + " to do so");
        assertThat(key).as("a key of the test mode, never a live one").startsWith("sk_test_");
        Tenants.clean();
        try (ConfigurableApplicationContext context = application(key)) {
            context.getBean(TestClock.class).set(Instant.now());
            connected(context, Tenants.north(), account);
            new StripeSmoke(context, Tenants.north(), account).walk();
        }
    }

    private static ConfigurableApplicationContext application(String key) {
        return new SpringApplicationBuilder(PaymentsTestApplication.class)
                .initializers(new TestDatabaseSettings())
                .properties(
                        "server.port=0",
                        "anteroom.web.base-host=localhost",
                        "anteroom.payments.secret-key=" + key,
                        "anteroom.payments.platform-webhook-secret=whsec_unused_platform",
                        "anteroom.payments.connect-webhook-secret=whsec_unused_connect",
                        "anteroom.payments.read-timeout=30s")
                .run();
    }

    /** As if the clinic had been through onboarding, which only a person can do. */
    private static void connected(ConfigurableApplicationContext context, Tenant tenant, String account) {
        context.getBean(AccountDirectory.class).add(account, tenant.id());
        CurrentTenant.run(
                tenant,
                () -> context.getBean(TransactionTemplate.class)
                        .executeWithoutResult(_ -> context.getBean(JdbcClient.class)
                                .sql("""
                                        insert into __tenant__.stripe_connection (attempt_id, display_name, contact_email, account_id,
                                               stage, charges_enabled, requirements, started_at)
                                        values (:attempt, 'Northside', 'owner@example.org', :account, 'incomplete', false, '{}',
                                                current_timestamp)""")
                                .param("attempt", UUID.randomUUID())
                                .param("account", account)
                                .update()));
    }
}
