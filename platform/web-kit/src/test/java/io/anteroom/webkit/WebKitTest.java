package io.anteroom.webkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = ExampleApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "anteroom.web.base-host=anteroom.test:8443",
            "anteroom.web.scheme=https",
            "anteroom.web.form-targets=https://pay.example"
        })
class WebKitTest {

    @LocalServerPort
    private int port;

    @Test
    void aPortalPageIsItsClinics() {
        WholeResponse page = get("north.anteroom.test", "/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.body()).contains("North &lt;Clinic&gt;").doesNotContain("North <Clinic>");
    }

    @Test
    void thePolicyAllowsNothingInlineAndNoOtherSite() {
        WholeResponse page = get("north.anteroom.test", "/");

        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
                .contains("form-action 'self' https://pay.example;", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe", "*");
        assertThat(page.header("Strict-Transport-Security")).contains("max-age=63072000");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nowhere", "/things/500", "/private", "/error", "/assets/0/none.css"})
    void everyAnswerHasTheHeadersAndItsOwnId(String path) {
        WholeResponse first = get("north.anteroom.test", path);
        WholeResponse second = get("north.anteroom.test", path);

        assertThat(first.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(first.header("X-Request-Id")).matches("[0-9a-z]{5,13}").isNotEqualTo(second.header("X-Request-Id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone", "new", "a.north", "no-such"})
    void aHostWithoutAClinicLooksLikeOneThatNeverWas(String label) {
        WholeResponse never = get("never-there.anteroom.test", "/invoices/1?x=1");
        WholeResponse other = get(label + ".anteroom.test", "/");

        assertThat(never.status()).isEqualTo(404);
        assertThat(other.status()).isEqualTo(404);
        assertThat(other.body())
                .isEqualTo(never.body())
                .contains("There is no portal at this address", "https://anteroom.test:8443/find-my-clinic");
        assertThat(comparable(other)).isEqualTo(comparable(never));
    }

    @Test
    void aForeignHostIsAnsweredTheSameWay() {
        assertThat(get("elsewhere.example", "/").body())
                .isEqualTo(get("never-there.anteroom.test", "/").body());
    }

    @Test
    void aSuspendedClinicIsPolitelyAwayAndNoFaultOfOurs() {
        WholeResponse page = get("closed.anteroom.test", "/");

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body())
                .contains("The portal of Closed Clinic is closed for now", "href=\"tel:+442079460123\"")
                .doesNotContain("/brand/logo", "href=\"/privacy\"", "Reference");
        assertThat(page.headers()).doesNotContainKey("retry-after");
    }

    @Test
    void aProgramIsToldOfASuspendedClinicAsAProgram() {
        WholeResponse answer = get("closed.anteroom.test", "/", "Accept: application/json");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).contains("closed for now");
    }

    @Test
    void whatNoRoleServesDoesNotExist() {
        assertThat(get("app.anteroom.test", "/").status()).isEqualTo(404);
        assertThat(get("anteroom.test", "/").status()).isEqualTo(404);
        assertThat(get("anteroom.test", "/error").status()).isEqualTo(404);
    }

    @Test
    void aFaultShowsItsReferenceAndNothingOfItself() {
        WholeResponse page = get("north.anteroom.test", "/things/500");

        assertThat(page.status()).isEqualTo(500);
        assertThat(page.body())
                .contains("Something went wrong on our side", page.header("X-Request-Id"), "North &lt;Clinic&gt;")
                .doesNotContain("secret-of-the-exception", "IllegalState");
    }

    @Test
    void aPageThatBreaksHalfWayIsNotSentByHalves() {
        WholeResponse page = get("north.anteroom.test", "/broken-half-way");

        assertThat(page.status()).isEqualTo(500);
        assertThat(page.body()).doesNotContain("half a page", "secret-of-the-exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/things/404", "/things/not-a-number"})
    void whatIsNotThereIsAPageOfTheClinic(String path) {
        WholeResponse page = get("north.anteroom.test", path);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body())
                .contains(
                        "Page not found",
                        "North &lt;Clinic&gt;",
                        "<a class=\"btn\" href=\"/\">Go to the start page</a>");
    }

    @Test
    void tooOftenSaysWhenToComeBack() {
        WholeResponse page = get("north.anteroom.test", "/things/429");

        assertThat(page.status()).isEqualTo(429);
        assertThat(page.header("Retry-After")).isEqualTo("90");
    }

    @Test
    void aFragmentAndAProgramGetTheProblemAsJson() {
        WholeResponse fragment = get("north.anteroom.test", "/things/500", "HX-Request: true");
        WholeResponse program = get("north.anteroom.test", "/nowhere", "Accept: application/json");

        assertThat(fragment.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(fragment.body())
                .contains("\"status\":500", "\"requestId\":\"" + fragment.header("X-Request-Id") + "\"");
        assertThat(program.status()).isEqualTo(404);
        assertThat(program.body()).contains("\"title\":\"Page not found\"");
    }

    @Test
    void anExpiredSessionReloadsThePageAroundAFragment() {
        assertThat(get("north.anteroom.test", "/private").header("Location")).endsWith("/sign-in");

        WholeResponse fragment = get("north.anteroom.test", "/private", "HX-Request: true");
        assertThat(fragment.status()).isEqualTo(401);
        assertThat(fragment.header("HX-Refresh")).isEqualTo("true");
        assertThat(fragment.body()).doesNotContain("<html");
    }

    @Test
    void aFormIsTakenOnlyWithItsTokenAndItsMessageIsShownOnce() {
        WholeResponse form = get("north.anteroom.test", "/");
        String cookie = first("(__Host-anteroom-portal-csrf=[^;]+)", form.header("Set-Cookie"));
        String token = first("name=\"_csrf\" value=\"([^\"]+)\"", form.body());
        assertThat(form.header("Set-Cookie")).contains("HttpOnly", "Secure", "SameSite=Lax", "Path=/");

        assertThat(WholeResponse.ask(port, "POST", "north.anteroom.test", "/things", "Cookie: " + cookie)
                        .status())
                .isEqualTo(403);
        WholeResponse done = WholeResponse.ask(
                port, "POST", "north.anteroom.test", "/things", "Cookie: " + cookie, "X-CSRF-Token: " + token);
        assertThat(done.status()).isEqualTo(303);
        assertThat(done.header("Location")).isEqualTo("/");

        String flash = first("(anteroom-flash=[^;]+)", done.header("Set-Cookie"));
        WholeResponse next = get("north.anteroom.test", "/", "Cookie: " + flash);
        assertThat(next.body()).contains("Thing &lt;added&gt;");
        assertThat(next.header("Set-Cookie")).contains("anteroom-flash=; Path=/; Max-Age=0");
    }

    @Test
    void aPageThatAnswersAFormSaysSoAndNoOtherDoes() {
        WholeResponse form = get("north.anteroom.test", "/");
        String cookie = first("(__Host-anteroom-portal-csrf=[^;]+)", form.header("Set-Cookie"));
        String token = first("name=\"_csrf\" value=\"([^\"]+)\"", form.body());

        WholeResponse answer = WholeResponse.ask(
                port, "POST", "north.anteroom.test", "/things/1", "Cookie: " + cookie, "X-CSRF-Token: " + token);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("<meta name=\"answers-a-form\" content=\"yes\">");
        assertThat(form.body()).doesNotContain("answers-a-form");
    }

    @Test
    void aWrongMethodIsSaidSo() {
        WholeResponse form = get("north.anteroom.test", "/things");

        assertThat(form.status()).isEqualTo(405);
        assertThat(form.body()).contains("This can’t be opened directly");
    }

    @Test
    void assetsAreKeptForAYearUnderAHashOfTheirContent() {
        String url = first(
                "href=\"(/assets/[0-9a-f]{12}/anteroom.css)\"",
                get("north.anteroom.test", "/").body());

        WholeResponse asset = get("north.anteroom.test", url);
        assertThat(asset.status()).isEqualTo(200);
        assertThat(asset.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(asset.header("Content-Type")).startsWith("text/css");
        assertThat(get("north.anteroom.test", url, "Accept-Encoding: gzip").header("Content-Encoding"))
                .isEqualTo("gzip");
        assertThat(get("north.anteroom.test", url.replaceFirst("/[0-9a-f]{12}/", "/000000000000/"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void pagesAreDarkWhereTheSystemIsWithoutAnyScript() {
        WholeResponse page = get("north.anteroom.test", "/");
        assertThat(page.body()).doesNotContain("data-bs-theme");

        for (String name : List.of("tabler.css", "anteroom.css")) {
            String sheet = get(
                            "north.anteroom.test", first("href=\"(/assets/[0-9a-f]{12}/" + name + ")\"", page.body()))
                    .body();
            assertThat(first("(@media \\(prefers-color-scheme: ?dark\\) ?\\{\\s*:root ?\\{[^}]*})", sheet))
                    .as(name)
                    .containsPattern("--tblr-body-bg: ?[^;]+;")
                    .containsPattern("color-scheme: ?dark");
        }
        assertThat(get("north.anteroom.test", Brand.plain("x").stylesheetUrl()).body())
                .containsPattern("prefers-color-scheme: dark\\) \\{\\s+:root \\{\\s+--tblr-primary: #5cc4bd");
    }

    @Test
    void aClinicsColoursAreASheetOfTheirOwn() {
        WholeResponse sheet = get("north.anteroom.test", Brand.plain("x").stylesheetUrl());

        assertThat(sheet.status()).isEqualTo(200);
        assertThat(sheet.body()).contains("--tblr-primary: #0f5c5c; --tblr-primary-rgb: 15, 92, 92;");
        assertThat(get("north.anteroom.test", "/brand/0f5c5c-ffffff.css").status())
                .isEqualTo(404);
        assertThat(get("north.anteroom.test", "/brand/0f5c5c-ffffff-e0a458-5cc4bd--------------.css")
                        .status())
                .isEqualTo(404);
    }

    private WholeResponse get(String host, String path, String... headers) {
        return WholeResponse.ask(port, "GET", host, path, headers);
    }

    /** The headers that may not tell one unknown host from another. */
    private static Map<String, String> comparable(WholeResponse response) {
        Map<String, String> headers = new TreeMap<>(response.headers());
        headers.keySet().removeIf(name -> name.equals("date") || name.equals("x-request-id"));
        return headers;
    }

    private static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }
}
