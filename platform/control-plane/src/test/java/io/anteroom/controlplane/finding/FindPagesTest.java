package io.anteroom.controlplane.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.anteroom.controlplane.ControlPlaneTest;
import io.anteroom.controlplane.ControlStatements;
import io.anteroom.tenancy.known.KnownAddress;
import io.anteroom.tenancy.known.KnownAddresses;
import io.anteroom.testing.Tenants;
import io.anteroom.testing.TestClock;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** The page says the same of every address, and does the same. */
@ControlPlaneTest
class FindPagesTest {

    private static final String HOST = "https://example.org";
    private static final int PAIRS = 300;

    @Autowired
    MockMvc mvc;

    @Autowired
    ControlStatements statements;

    @Autowired
    KnownAddresses known;

    @Autowired
    TestClock clock;

    private String csrf = "";
    private Cookie csrfCookie = new Cookie("none", "");
    private String key = "";
    private int network;

    @BeforeEach
    void openTheForm() throws Exception {
        MockHttpServletResponse form = open("/find-my-clinic");
        csrf = hidden(form, "_csrf");
        csrfCookie = Objects.requireNonNull(form.getCookie("__Host-anteroom-platform-csrf"));
        key = hidden(form, "key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/find-my-clinic", "/find-my-clinic/sent"})
    void anybodyMayOpenThem(String path) throws Exception {
        MockHttpServletResponse response = open(path);
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString())
                .contains("<h1>")
                .doesNotContain(" style=")
                .doesNotContain("onclick");
        assertThat(searches()).as("looking leaves nothing").isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://north.example.org", "https://app.example.org", "https://ops.example.org"})
    void otherHostsDoNotHaveThem(String host) throws Exception {
        assertThat(mvc.perform(get(host + "/find-my-clinic").accept("text/html"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isNotEqualTo(200);
    }

    @Test
    void theFrontPageLeadsThere() throws Exception {
        assertThat(open("/").getContentAsString()).contains("href=\"/find-my-clinic\"");
    }

    @Test
    void whatCannotBeAnAddressIsSaidBesideTheFieldAndKept() throws Exception {
        MockHttpServletResponse again = send("<anna>", key);
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(again.getContentAsString())
                .contains("error-summary", "href=\"#f-address\"", TypedAddress.NEITHER, "<title>Error: ")
                .contains("value=\"&lt;anna>\"");
        assertThat(send("a".repeat(10_000), key).getStatus()).isEqualTo(422);
        assertThat(searches()).isZero();
    }

    @Test
    void aSearchIsLeftForTheWorkerSealedAndTheSameFormTwiceIsOne() throws Exception {
        assertThat(send("anna@example.net", key).getRedirectedUrl()).isEqualTo("/find-my-clinic/sent");
        assertThat(send("anna@example.net", key).getRedirectedUrl()).isEqualTo("/find-my-clinic/sent");

        assertThat(searches()).isEqualTo(1);
        assertThat(texts("select encode(sealed, 'escape') from control.portal_search"))
                .singleElement()
                .asString()
                .doesNotContain("anna");
        assertThat(texts("select task_instance from control.scheduled_tasks where task_name = 'platform-work'"))
                .singleElement()
                .asString()
                .startsWith("portal-search:");
    }

    @Test
    void aFormWithoutItsKeyOrFromAnotherSiteDoesNoHarm() throws Exception {
        assertThat(send("anna@example.net", "rubbish").getRedirectedUrl()).isEqualTo("/find-my-clinic/sent");
        assertThat(mvc.perform(post(HOST + "/find-my-clinic").param("address", "anna@example.net"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void aNetworkThatSearchesAgainAndAgainIsToldToWait() throws Exception {
        int refused = 0;
        for (int i = 0; i < 25; i++) {
            MockHttpServletResponse answer = send("a" + i + "@example.net", keyOf(i), "203.0.113.7");
            refused += answer.getStatus() == 429 ? 1 : 0;
        }
        assertThat(refused).isEqualTo(5);
        assertThat(send("b@example.net", keyOf(30), "203.0.113.8").getStatus()).isEqualTo(303);

        clock.advance(SearchCaps.WINDOW);
        assertThat(send("b@example.net", keyOf(31), "203.0.113.7").getStatus()).isEqualTo(303);
    }

    @Test
    void whoAsksFromManyNetworksKeepsNobodyElseFromAsking() throws Exception {
        for (int i = 0; i < 45; i++) {
            assertThat(send("a" + i + "@example.net", keyOf(i), "203.0.113." + i)
                            .getStatus())
                    .as("the test sets 40 messages of all together")
                    .isEqualTo(303);
        }
    }

    @Test
    void hundredsOfKnownAndUnknownAddressesInTurnsLookAlike() throws Exception {
        known.replace(
                Tenants.north().id(),
                () -> IntStream.range(0, PAIRS)
                        .mapToObj(i -> new KnownAddress("email", "p" + i + "known@example.org"))
                        .toList());
        List<Long> ofKnown = new ArrayList<>();
        List<Long> ofUnknown = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            boolean knownFirst = i % 2 == 0;
            Seen one = see("p" + i + (knownFirst ? "known" : "other"), knownFirst ? ofKnown : ofUnknown);
            Seen other = see("p" + i + (knownFirst ? "other" : "known"), knownFirst ? ofUnknown : ofKnown);
            assertThat(other).isEqualTo(one);
            if (i % 15 == 14) {
                clock.advance(Duration.ofMinutes(10));
            }
        }
        assertThat(searches()).isEqualTo(2L * PAIRS);
        System.out.printf(
                "Searches of %d known and %d unknown addresses: median %d and %d µs%n",
                ofKnown.size(), ofUnknown.size(), median(ofKnown), median(ofUnknown));
    }

    private Seen see(String name, List<Long> times) throws Exception {
        String fresh = hidden(open("/find-my-clinic"), "key");
        statements.reset();
        long begun = System.nanoTime();
        MockHttpServletResponse answer = send(name + "@example.org", fresh, "198.51.100." + network++ % 200);
        times.add(System.nanoTime() - begun);
        assertThat(answer.getStatus()).isEqualTo(303);
        List<String> asked = statements.ofPages();
        assertThat(asked).isNotEmpty().noneMatch(sql -> sql.contains("known_address"));
        return new Seen(
                headers(answer),
                asked,
                open("/find-my-clinic/sent").getContentAsString().replaceAll("[A-Za-z0-9_-]{43,}", ""));
    }

    /** All that a stranger sees, without what is drawn anew for everybody, and what the database was asked. */
    private record Seen(Map<String, List<String>> headers, List<String> statements, String next) {}

    private static Map<String, List<String>> headers(MockHttpServletResponse answer) {
        var headers = new TreeMap<String, List<String>>();
        answer.getHeaderNames().stream()
                .filter(name -> !name.equals("X-Request-Id"))
                .forEach(name -> headers.put(name, List.copyOf(answer.getHeaders(name))));
        return headers;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow() / 1_000;
    }

    private MockHttpServletResponse send(String address, String key) throws Exception {
        return send(address, key, "198.51.100.1");
    }

    private MockHttpServletResponse send(String address, String key, String from) throws Exception {
        return mvc.perform(post(HOST + "/find-my-clinic")
                        .cookie(csrfCookie)
                        .param("_csrf", csrf)
                        .param("key", key)
                        .param("address", address)
                        .with(request -> {
                            request.setRemoteAddr(from);
                            return request;
                        }))
                .andReturn()
                .getResponse();
    }

    private static String keyOf(int number) {
        return "k".repeat(41) + (10 + number);
    }

    private MockHttpServletResponse open(String path) throws Exception {
        return mvc.perform(get(HOST + path)).andReturn().getResponse();
    }

    private static String hidden(MockHttpServletResponse html, String name) throws Exception {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(html.getContentAsString());
        assertThat(field.find()).as("hidden field %s", name).isTrue();
        return field.group(1);
    }

    private static long searches() {
        return Long.parseLong(
                texts("select count(*)::text from control.portal_search").getFirst());
    }

    private static List<String> texts(String sql) {
        return Tenants.superuser().sql(sql).query(String.class).list();
    }
}
