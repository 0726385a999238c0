package io.anteroom.server.roles;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.localservices.mailbox.Mailbox;
import io.anteroom.server.isolation.TwoClinics;
import io.anteroom.server.isolation.Visitors;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.Tenants;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(OutputCaptureExtension.class)
class LogsTest {

    /** Other tests of this JVM write their lines for people; an application sets this up only if it is the first. */
    @BeforeEach
    void asIfNoneHadStartedBefore() {
        LoggingSystem.get(getClass().getClassLoader()).cleanUp();
    }

    /** As in production, where a collector reads them. */
    @Test
    void aLineIsJsonAndNamesTheRequestItBelongsTo(CapturedOutput output) {
        try (ConfigurableApplicationContext application = RoleSettings.start("staff")) {
            Running.Answer answer = new Running(application)
                    .get("app.anteroom.test", "/login/oauth2/code/keycloak?code=a-stolen-code&state=none");
            String request = answer.all().replaceFirst("(?s).*X-Request-Id: (\\w+).*", "$1");

            assertThat(output.getOut().lines().filter(line -> line.contains("A sign-in on the host")))
                    .singleElement()
                    .asString()
                    .startsWith("{\"@timestamp\":")
                    .contains("\"requestId\":\"" + request + "\"");
            assertThat(output.getAll()).doesNotContain("a-stolen-code");
        }
    }

    /** Signing in with a code that a worker sends, and trying to pay while the payment provider does not answer. */
    @Test
    void noLineNamesAPatientAnAddressACodeOrAToken(CapturedOutput output) throws Exception {
        try (Mailbox mailbox = Mailbox.start();
                ConfigurableApplicationContext application = RoleSettings.start(
                        List.of("portal", "worker"),
                        "anteroom.messaging.smtp.host=127.0.0.1",
                        "anteroom.messaging.smtp.port=" + mailbox.smtpPort(),
                        "anteroom.messaging.smtp.protection=none",
                        "anteroom.payments.retries=0",
                        "logging.level.io.anteroom=debug")) {
            new Visitors(application).clinics().open();
            connectToStripe(application);
            String address = "auth1@" + TwoClinics.NORTHS + ".example";
            Browser browser = new Browser(new Running(application), "north.anteroom.test");

            browser.post("/sign-in", "address=" + address);
            String code = mailbox.await(address, mail -> mail.text().matches("(?s).*\\b\\d{6}\\b.*"))
                    .text()
                    .replaceFirst("(?s).*\\b(\\d{6})\\b.*", "$1");
            browser.post("/sign-in/code", "code=" + (code.equals("123456") ? "654321" : "123456"));
            assertThat(browser.post("/sign-in/code", "code=" + code).status()).isEqualTo(303);
            assertThat(browser.get("/invoices/1").all()).contains(TwoClinics.NORTHS);
            assertThat(browser.post("/invoices/1/payment", "").status()).isEqualTo(303);
            assertThat(browser.get("/invoices/1").all()).contains("did not answer");

            assertThat(output.getAll().lines()).isNotEmpty();
            assertThat(output.getAll().toLowerCase(Locale.ROOT))
                    .doesNotContain(TwoClinics.NORTHS.toLowerCase(Locale.ROOT), code)
                    .doesNotContain(browser.cookies().toLowerCase(Locale.ROOT).split("[=; ]+"));
        }
    }

    /** As after the clinic's onboarding. */
    static void connectToStripe(ConfigurableApplicationContext application) {
        TransactionTemplate transaction = application.getBean(TransactionTemplate.class);
        CurrentTenant.run(
                Tenants.north(),
                () -> transaction.executeWithoutResult(ignored ->
                        application.getBean(JdbcClient.class).sql("""
                                insert into __tenant__.stripe_connection
                                    (attempt_id, display_name, contact_email, account_id, stage, charges_enabled, requirements,
                                     started_at)
                                values (gen_random_uuid(), 'North', 'a@b.example', 'acct_1', 'ready', true, '{}', now())""").update()));
    }
}
