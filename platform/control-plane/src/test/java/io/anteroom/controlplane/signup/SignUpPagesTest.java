package io.anteroom.controlplane.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.anteroom.controlplane.ControlPlaneTest;
import io.anteroom.controlplane.RememberedTokens;
import io.anteroom.testing.TestClock;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ControlPlaneTest
class SignUpPagesTest {

    private static final String HOST = "https://example.org";

    @Autowired
    MockMvc mvc;

    @Autowired
    RememberedTokens tokens;

    @Autowired
    TestClock clock;

    @Autowired
    @Qualifier("control")
    JdbcClient control;

    private String csrf = "";
    private Cookie csrfCookie = new Cookie("none", "");
    private String page = "";
    private String opened = "";

    @BeforeEach
    void openTheForm() throws Exception {
        MockHttpServletResponse form = open("/signup");
        csrf = hidden(form, "_csrf");
        csrfCookie = Objects.requireNonNull(form.getCookie("__Host-anteroom-platform-csrf"));
        page = hidden(form, "page");
        opened = hidden(form, "opened");
        clock.advance(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/terms", "/privacy", "/signup", "/signup/sent", "/welcome/sent"})
    void anybodyMayReadTheFrontPages(String path) throws Exception {
        MockHttpServletResponse response = open(path);
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString())
                .contains("<h1>")
                .doesNotContain(" style=")
                .doesNotContain("onclick");
    }

    @Test
    void noParagraphHoldsAFormAsABrowserWouldEndItThere() throws Exception {
        send(filledIn());
        String link = "/signup/confirm/" + tokens.last().value();
        for (String path : List.of("/signup/" + page + "/sent", link, "/signup/confirm/none", "/welcome/none")) {
            assertThat(open(path).getContentAsString())
                    .as(path)
                    .contains("<form")
                    .doesNotContainPattern("<p[^>]*>\\s*<form");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://north.example.org/signup", "https://app.example.org/signup"})
    void otherHostsHaveNoSignUp(String url) throws Exception {
        assertThat(mvc.perform(get(url)).andReturn().getResponse().getStatus()).isEqualTo(404);
    }

    @Test
    void aCompleteFormLeadsToThePageThatSaysWhereToLook() throws Exception {
        MockHttpServletResponse sent = send(filledIn());
        assertThat(sent.getStatus()).isEqualTo(303);
        assertThat(sent.getRedirectedUrl()).isEqualTo("/signup/" + page + "/sent");
        assertThat(open("/signup/" + page + "/sent").getContentAsString()).contains("anna@example.net");
    }

    @Test
    void whatIsWrongIsSaidOnTopAndBesideItsFieldAndWhatWasTypedIsKept() throws Exception {
        MockHttpServletResponse again =
                send(filledIn().param("x", "").param("website", "").with(request -> {
                    request.setParameter("slug", "App");
                    request.setParameter("email", "anna at example");
                    return request;
                }));
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(again.getContentAsString())
                .contains("error-summary", "href=\"#f-slug\"", "href=\"#f-email\"")
                .contains("We use this address ourselves", "Enter an email address like")
                .contains("value=\"App\"", "value=\"anna at example\"", "value=\"Oak Lane Dental\"")
                .contains("<title>Error: ");
        assertThat(rows("sign_up")).isZero();
    }

    @Test
    void whatIsTypedIsNeverMarkup() throws Exception {
        MockHttpServletResponse again = send(filledIn().with(request -> {
            request.setParameter("organisationName", "<script>alert(1)</script>");
            request.setParameter("slug", "\"><b>");
            return request;
        }));
        assertThat(again.getContentAsString()).doesNotContain("<script>alert").doesNotContain("\"><b>");
    }

    @Test
    void aTakenSlugIsSaidBesideItsField() throws Exception {
        MockHttpServletResponse again = send(filledIn().with(request -> {
            request.setParameter("slug", "north");
            return request;
        }));
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(again.getContentAsString()).contains(SlugWords.TAKEN);
    }

    @Test
    void aProgramThatFillsInTheHiddenFieldIsAnsweredAsIfAllWereWell() throws Exception {
        MockHttpServletResponse sent = send(filledIn().param("website", "https://spam.example"));
        assertThat(sent.getRedirectedUrl()).isEqualTo("/signup/sent");
        assertThat(rows("sign_up")).isZero();
        assertThat(rows("platform_message")).isZero();
    }

    @Test
    void aFormFilledInAtOnceIsAskedForAgainAndThenTaken() throws Exception {
        clock.advance(Duration.ofSeconds(-29));
        MockHttpServletResponse again = send(filledIn());
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(again.getContentAsString()).contains("very fast", "value=\"Oak Lane Dental\"");
        clock.advance(Duration.ofSeconds(10));
        assertThat(send(filledIn()).getStatus()).isEqualTo(303);
    }

    @Test
    void aFormLeftOpenForADayIsShownAnewWithWhatWasTypedAndThenTaken() throws Exception {
        clock.advance(Duration.ofDays(2));
        MockHttpServletResponse again = send(filledIn());
        assertThat(again.getContentAsString()).contains("open for a long time", "value=\"Oak Lane Dental\"");
        opened = hidden(again, "opened");
        clock.advance(Duration.ofSeconds(5));
        assertThat(send(filledIn()).getStatus()).isEqualTo(303);
    }

    @Test
    void aFormFromAnotherSiteIsRefused() throws Exception {
        MockHttpServletResponse refused = mvc.perform(post(HOST + "/signup").param("organisationName", "Oak"))
                .andReturn()
                .getResponse();
        assertThat(refused.getStatus()).isEqualTo(403);
    }

    @Test
    void aNetworkThatSendsFormAfterFormIsToldToWait() throws Exception {
        int refused = 0;
        for (int i = 0; i < 40; i++) {
            refused += send(filledIn().with(request -> {
                                        request.setRemoteAddr("203.0.113.7");
                                        return request;
                                    }))
                                    .getStatus()
                            == 429
                    ? 1
                    : 0;
        }
        assertThat(refused).isEqualTo(10);
    }

    @Test
    void theAnswerIsTheSameForAnAddressThatIsKnown() throws Exception {
        MockHttpServletResponse first = send(filledIn());
        confirm();
        String known = pageAfter(filledInAs("elm-lane", "anna@example.net"));
        String unknown = pageAfter(filledInAs("ash-lane", "berta@example.net"));
        assertThat(first.getStatus()).isEqualTo(303);
        assertThat(known.replace("anna@example.net", "ADDRESS"))
                .isEqualTo(unknown.replace("berta@example.net", "ADDRESS"));
    }

    private String pageAfter(MockHttpServletRequestBuilder form) throws Exception {
        MockHttpServletResponse sent = send(form);
        String html = open(Objects.requireNonNull(sent.getRedirectedUrl())).getContentAsString();
        return html.replaceAll("[A-Za-z0-9_-]{43,}", "KEY");
    }

    @Test
    void openingTheLinkChangesNothingAndTheButtonConfirms() throws Exception {
        send(filledIn());
        String link = "/signup/confirm/" + tokens.last().value();
        for (int scan = 0; scan < 3; scan++) {
            assertThat(open(link).getContentAsString()).contains("Oak Lane Dental", "oak-lane.example.org");
        }
        assertThat(rows("provisioning")).isZero();

        assertThat(confirm().getRedirectedUrl())
                .isEqualTo("/signup/" + tokens.last().value() + "/progress");
        assertThat(rows("provisioning")).isEqualTo(1);
        assertThat(open(link).getRedirectedUrl()).endsWith("/progress");
        assertThat(open("/signup/" + page + "/sent").getRedirectedUrl()).endsWith("/progress");
    }

    @Test
    void aLinkThatIsExpiredAndOneThatNeverWasLookTheSame() throws Exception {
        send(filledIn());
        String expired = tokens.last().value();
        clock.advance(Duration.ofDays(3));
        String neverWas = "x".repeat(43);
        assertThat(open("/signup/confirm/" + expired).getStatus()).isEqualTo(410);
        assertThat(open("/signup/confirm/" + neverWas).getStatus()).isEqualTo(410);
        assertThat(open("/signup/confirm/rubbish").getStatus()).isEqualTo(410);
        assertThat(masked(open("/signup/confirm/" + expired))).isEqualTo(masked(open("/signup/confirm/" + neverWas)));
        assertThat(submit("/signup/confirm/" + expired + "/renewal").getRedirectedUrl())
                .isEqualTo(submit("/signup/confirm/" + neverWas + "/renewal").getRedirectedUrl());
    }

    @Test
    void theProgressPageShowsEachStepAndItsStreamSaysWhenToLookAgain() throws Exception {
        send(filledIn());
        confirm();
        MockHttpServletResponse progress = open("/signup/" + page + "/progress");
        assertThat(progress.getStatus()).isEqualTo(200);
        assertThat(progress.getContentAsString())
                .contains("Setting up Oak Lane Dental", "data-events=\"/signup/" + page + "/events\"")
                .contains("Your own database schema and role", "0 of 6 steps done")
                .as("only in its head may a page ask for its reload")
                .containsPattern("(?s)<noscript><meta http-equiv=\"refresh\" content=\"3\"></noscript>.*</head>")
                .containsOnlyOnce("<noscript>");
        assertThat(open("/signup/" + page + "/steps").getContentAsString())
                .contains("0 of 6 steps done")
                .doesNotContain("<html");
    }

    @Test
    void aPageWhoseKeyIsUnknownDoesNotExist() throws Exception {
        for (String path : List.of("progress", "steps", "events")) {
            assertThat(open("/signup/" + "x".repeat(43) + "/" + path).getStatus())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void theAddressIsCheckedWhileItIsTyped() throws Exception {
        assertThat(help("slug-status", "slug", "oak-lane")).contains("oak-lane.example.org is free");
        assertThat(help("slug-status", "slug", "north")).contains(SlugWords.TAKEN);
        assertThat(help("slug-status", "slug", "no")).contains("3 characters or more");
        assertThat(rows("slug_reservation")).isZero();
    }

    @Test
    void anAddressIsSuggestedByTheNameUntilSomebodyTypesOne() throws Exception {
        String first = help("slug-suggestion", "organisationName", "Zahnärzte am Weißensee");
        assertThat(first).contains("value=\"zahnaerzte-am-weissensee\"");
        String typed = mvc.perform(withCsrf(post(HOST + "/signup/slug-suggestion"))
                        .param("organisationName", "Oak Lane Dental Group")
                        .param("suggested", "oak-lane")
                        .param("slug", "my-own"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(typed).contains("value=\"my-own\"").doesNotContain("oak-lane-dental-group");
    }

    @Test
    void theCountrySuggestsItsTimeZoneAndCurrency() throws Exception {
        assertThat(help("place", "country", "JP")).contains("value=\"Asia/Tokyo\" selected", "value=\"JPY\" selected");
    }

    @Test
    void theMailCanBeSentAgainFromThePage() throws Exception {
        send(filledInAs("oak-lane", "again@example.net"));
        clock.advance(Duration.ofMinutes(1));
        assertThat(submit("/signup/" + page + "/mails").getRedirectedUrl()).isEqualTo("/signup/" + page + "/sent");
        assertThat(rows("platform_message")).isEqualTo(2);
    }

    @Test
    void whatWasSentCanBeChangedBeforeItIsConfirmed() throws Exception {
        send(filledIn());
        assertThat(open("/signup?change=" + page).getContentAsString())
                .contains("value=\"oak-lane\"", "value=\"anna@example.net\"", page);
        confirm();
        assertThat(open("/signup?change=" + page).getContentAsString()).doesNotContain("anna@example.net");
    }

    @Test
    void whatIsToBeConfirmedCanBeChangedFromTheMailsLink() throws Exception {
        send(filledIn());
        String link = tokens.last().value();
        MockHttpServletResponse form = open("/signup?change=" + link);
        assertThat(form.getContentAsString()).contains("value=\"oak-lane\"");
        MockHttpServletResponse sent = send(withCsrf(post(HOST + "/signup"))
                .param("page", link)
                .param("opened", opened)
                .param("organisationName", "Oak Lane Orthodontics")
                .param("slug", "oak-lane")
                .param("country", "GB")
                .param("ownerName", "Anna Berg")
                .param("email", "changed@example.net")
                .param("terms", "true"));
        assertThat(sent.getStatus()).isEqualTo(303);
        assertThat(open(Objects.requireNonNull(sent.getRedirectedUrl())).getStatus())
                .isEqualTo(200);
        assertThat(rows("sign_up")).isEqualTo(1);
        confirm();
        assertThat(open("/signup/" + page + "/progress").getContentAsString()).contains("Oak Lane Orthodontics");
    }

    private String masked(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString().replaceAll("[A-Za-z0-9_-]{43,}", "KEY");
    }

    private String help(String what, String field, String typed) throws Exception {
        return mvc.perform(withCsrf(post(HOST + "/signup/" + what))
                        .header("HX-Request", "true")
                        .param(field, typed))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private MockHttpServletResponse confirm() throws Exception {
        return submit("/signup/confirm/" + tokens.last().value());
    }

    private MockHttpServletResponse submit(String path) throws Exception {
        return mvc.perform(withCsrf(post(HOST + path))).andReturn().getResponse();
    }

    private MockHttpServletRequestBuilder filledIn() {
        return filledInAs("oak-lane", "anna@example.net");
    }

    private MockHttpServletRequestBuilder filledInAs(String slug, String email) {
        return withCsrf(post(HOST + "/signup"))
                .param("page", slug.equals("oak-lane") ? page : slug.charAt(0) + page.substring(1))
                .param("opened", opened)
                .param("organisationName", "Oak Lane Dental")
                .param("slug", slug)
                .param("country", "GB")
                .param("ownerName", "Anna Berg")
                .param("email", email)
                .param("terms", "true");
    }

    private MockHttpServletRequestBuilder withCsrf(MockHttpServletRequestBuilder request) {
        return request.cookie(csrfCookie).param("_csrf", csrf);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder form) throws Exception {
        return mvc.perform(form).andReturn().getResponse();
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

    private long rows(String table) {
        return control.sql("select count(*) from control." + table)
                .query(Long.class)
                .single();
    }
}
