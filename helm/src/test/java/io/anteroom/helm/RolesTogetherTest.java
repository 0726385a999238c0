package io.anteroom.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.localservices.keycloak.KeycloakProcess;
import io.anteroom.localservices.keycloak.RealmSetup;
import io.anteroom.localservices.mailbox.Mailbox;
import io.anteroom.localservices.mailbox.ReceivedMessage;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The five roles side by side as in a cluster, each alone in its own application with the chart's environment and its own
 * logins, on the database that the documented script made: a right that one of them lacks stops the sign-up here.
 */
class RolesTogetherTest {

    private static final List<String> ROLES = List.of("signup", "operator", "staff", "portal", "worker");

    private final Map<String, RunningRole> running = new HashMap<>();

    private Mailbox mailbox;

    RolesTogetherTest() throws IOException {
        mailbox = Mailbox.start();
    }

    @BeforeEach
    void start() throws SQLException, IOException, InterruptedException {
        // A mail server on the loopback that asks for no login, and a form that a program fills in.
        Rendered chart = Chart.render(
                "small",
                Map.of("mail.username", "", "settings.anteroom\\.control-plane\\.sign-up\\.least-fill-time", "0s"));
        Map<String, String> outside = outside();
        for (String role : ROLES) {
            running.put(role, RunningRole.start(role, chart.environment(role), outside));
        }
    }

    @AfterEach
    void end() {
        running.values().forEach(RunningRole::close);
        mailbox.close();
    }

    @Test
    void aClinicSignsUpAndEachRoleFindsItUnderItsOwnLogin() throws Exception {
        Site signUp = new Site(role("signup"), "example.org");
        String form = signUp.get("/signup").body();
        assertThat(signUp.post(
                                "/signup",
                                Map.of(
                                        "page", Site.field(form, "page"),
                                        "opened", Site.field(form, "opened"),
                                        "organisationName", "Whole Way Clinic",
                                        "slug", "whole-way",
                                        "country", "GB",
                                        "ownerName", "Yui Sato",
                                        "email", "yui@example.net",
                                        "terms", "true"))
                        .statusCode())
                .isEqualTo(303);
        String progress = signUp.post(link("Confirm your email", "/signup/confirm/"), Map.of())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(signUp.get(progress.replace("/progress", "/events")).body()).contains("event:done");
        assertThat(signUp.get(link("is live", "/welcome/")).statusCode()).isEqualTo(200);

        assertThat(new Site(role("portal"), "whole-way.example.org")
                        .get("/sign-in")
                        .body())
                .contains("Whole Way Clinic");
        assertThat(new Site(role("staff"), "app.example.org")
                        .get("/o/whole-way/")
                        .statusCode())
                .isEqualTo(302);
        assertThat(new Site(role("operator"), "ops.example.org").get("/tenants").statusCode())
                .isEqualTo(302);
        assertThat(
                        lines(
                                "select 'staff' from control.spring_session union select 'operators' from control.operator_session"))
                .containsExactlyInAnyOrder("staff", "operators");
        assertThat(lines("select distinct usename from pg_stat_activity where datname = current_database()"
                        + " and usename ~ '^anteroom'"))
                .contains(
                        "anteroom_signup",
                        "anteroom_operator",
                        "anteroom_staff",
                        "anteroom_portal",
                        "anteroom_worker",
                        "anteroom_owner",
                        "anteroom_tenant_portal")
                .doesNotContain("anteroom_control", "anteroom_tenant");
        for (String role : ROLES) {
            assertThat(new Site(role(role), "10.0.0.1")
                            .figures()
                            .lines()
                            .filter(line -> line.startsWith("anteroom_") && line.endsWith(" NaN")))
                    .as("figures that " + role + " could not read")
                    .isEmpty();
        }
    }

    private RunningRole role(String role) {
        return Objects.requireNonNull(running.get(role));
    }

    private String link(String subject, String path) throws InterruptedException {
        ReceivedMessage mail = mailbox.await(
                "yui@example.net",
                message -> Objects.requireNonNullElse(message.subject(), "").contains(subject));
        Matcher link =
                Pattern.compile(Pattern.quote(path) + "[A-Za-z0-9_-]{43}").matcher(mail.text());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    /** What stands in the place of the example's database, Keycloak and mail server. */
    private Map<String, String> outside() throws SQLException, IOException, InterruptedException {
        KeycloakProcess keycloak = KeycloakProcess.shared();
        keycloak.realm().applications(RealmSetup.STAFF_CLIENT, URI.create("https://app.example.org/"));
        Map<String, String> outside =
                new HashMap<>(DocumentedDatabase.migrated().settings());
        outside.put("ANTEROOM_CONTROLPLANE_KEYCLOAK_URL", keycloak.address().toString());
        outside.put("ANTEROOM_STAFF_ISSUER", keycloak.issuer().toString());
        outside.put("ANTEROOM_CONTROLPLANE_OPERATORS_ISSUER", keycloak.issuer().toString());
        outside.put("anteroom-keycloak/platform", keycloak.realm().secret(RealmSetup.PLATFORM_CLIENT));
        outside.put("anteroom-keycloak/staff", keycloak.realm().secret(RealmSetup.STAFF_CLIENT));
        outside.put("anteroom-keycloak/operators", keycloak.realm().secret(RealmSetup.OPERATORS_CLIENT));
        outside.put("ANTEROOM_MESSAGING_SMTP_HOST", "127.0.0.1");
        outside.put("ANTEROOM_MESSAGING_SMTP_PORT", Integer.toString(mailbox.smtpPort()));
        outside.put("ANTEROOM_MESSAGING_SMTP_PROTECTION", "none");
        return outside;
    }

    private static List<String> lines(String sql) throws SQLException, IOException {
        try (Connection superuser = DocumentedDatabase.migrated().superuser();
                Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }
}
