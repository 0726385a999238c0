package io.anteroom.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.controlplane.organisation.SignUpId;
import io.anteroom.controlplane.provisioning.Progress;
import io.anteroom.controlplane.signup.Organisations;
import io.anteroom.localservices.keycloak.LoginPages;
import io.anteroom.localservices.mailbox.ReceivedMessage;
import io.anteroom.tenancy.TenantDirectory;
import io.anteroom.tenancy.TenantState;
import io.anteroom.testing.TestDatabaseSettings;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** From the form to a live portal on real parts: PostgreSQL, Keycloak, the worker, SMTP and a web server. */
@SpringBootTest(
        classes = WholeWayApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "anteroom.web.base-host=localhost",
            "anteroom.web.scheme=http",
            "anteroom.messaging.secret-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "anteroom.messaging.from-address=post@example.org",
            "anteroom.control-plane.sign-up.form-key=0123456789abcdef0123456789abcdef",
            "anteroom.control-plane.sign-up.contact=help@example.org",
            "anteroom.control-plane.sign-up.least-fill-time=0s"
        })
@ContextConfiguration(initializers = {TestDatabaseSettings.class, LocalServices.class})
@DirtiesContext // its worker would do other tests' work
class WholeWayTest {

    @Autowired
    TenantDirectory tenants;

    @Autowired
    Organisations organisations;

    @LocalServerPort
    int port;

    private final HttpClient browser = HttpClient.newHttpClient();
    private String cookie = "";
    private String csrf = "";

    @Test
    void fromTheFormToALivePortalAndAFirstPassword() throws Exception {
        String form = get("/signup").body();
        HttpResponse<String> sent = post(
                "/signup",
                Map.of(
                        "page", field(form, "page"),
                        "opened", field(form, "opened"),
                        "organisationName", "Whole Way Clinic",
                        "slug", "whole-way",
                        "country", "JP",
                        "ownerName", "Yui Sato",
                        "email", "yui@example.net",
                        "terms", "true"));
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(tenants.bySlug("whole-way")).isEmpty();

        String confirmation = linkIn("yui@example.net", "Confirm your email", "/signup/confirm/");
        HttpResponse<String> confirmed = post(confirmation, Map.of());
        String progress = confirmed.headers().firstValue("Location").orElseThrow();

        String stream = get(progress.replace("/progress", "/events")).body();
        assertThat(stream).contains("data:changed", "event:done");
        assertThat(get(progress).body())
                .contains("Your portal is live", "http://whole-way.localhost/", "http://app.localhost/o/whole-way/");
        assertThat(tenants.bySlug("whole-way").orElseThrow().state()).isEqualTo(TenantState.ACTIVE);
        assertThat(tenants.bySlug("whole-way").orElseThrow().currency().getCurrencyCode())
                .isEqualTo("JPY");

        String welcome = linkIn("yui@example.net", "is live", "/welcome/");
        URI password = URI.create(
                post(welcome, Map.of()).headers().firstValue("Location").orElseThrow());
        assertThat(new LoginPages().setPassword(password, "a long enough password"))
                .hasHost("app.localhost");
        assertThat(post(welcome, Map.of()).headers().firstValue("Location"))
                .as("who has a password")
                .contains("http://app.localhost/o/whole-way/");
    }

    @Test
    void aProgramSignsUpAClinicThroughTheSameSteps() throws Exception {
        SignUpId id = new SignUpId(UUID.randomUUID());
        assertThat(organisations.signUpConfirmed(id, Clinics.called("seeded-clinic", "seed@example.net")))
                .isTrue();
        Progress progress = organisations.await(id, Duration.ofMinutes(1));
        assertThat(progress.state()).isEqualTo(Progress.State.DONE);
        assertThat(tenants.bySlug("seeded-clinic").orElseThrow().state()).isEqualTo(TenantState.ACTIVE);
        assertThat(linkIn("seed@example.net", "is live", "/welcome/")).isNotBlank();
    }

    private static String linkIn(String to, String subject, String path) throws InterruptedException {
        ReceivedMessage mail = LocalServices.MAILBOX.await(
                to, message -> Objects.requireNonNullElse(message.subject(), "").contains(subject));
        Matcher link =
                Pattern.compile(Pattern.quote(path) + "[A-Za-z0-9_-]{43}").matcher(mail.text());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpResponse<String> page = send(request(path).build());
        page.headers()
                .firstValue("Set-Cookie")
                .filter(set -> set.contains("csrf"))
                .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
        String token = found(page.body(), "_csrf");
        csrf = token == null ? csrf : token;
        return page;
    }

    private HttpResponse<String> post(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8) + "&", ""));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofMinutes(1));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String field(String html, String name) {
        return Objects.requireNonNull(found(html, name));
    }

    private static @Nullable String found(String html, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(html);
        return field.find() ? field.group(1) : null;
    }
}
