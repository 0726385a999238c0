package io.anteroom.portal.session;

import static io.anteroom.portal.Clinics.NORTH;
import static io.anteroom.portal.Clinics.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.portal.Clinics;
import io.anteroom.portal.PortalTest;
import io.anteroom.testing.Tenants;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@PortalTest
@Import(Clinics.class)
class SessionPagesTest {

    private static final String ANNA = "anna@example.org";

    @Autowired
    Clinics clinics;

    @Autowired
    MockMvc web;

    @Autowired
    TestClock clock;

    @BeforeEach
    void patients() {
        clinics.patient(Tenants.north(), "Anna", ANNA);
        clinics.patient(Tenants.north(), "Bob", "bob@example.org");
        clinics.patient(Tenants.south(), "Sora", ANNA);
    }

    @Test
    void pagesOfASessionAreKeptByNoBrowserAndGoneAfterSigningOut() throws Exception {
        var anna = clinics.signedIn(NORTH, ANNA);
        assertThat(anna.open("/sessions").getHeader(HttpHeaders.CACHE_CONTROL)).contains("no-store");

        assertThat(anna.submit("/sign-out").getRedirectedUrl()).isEqualTo("/sign-in");
        assertThat(anna.cookie("session").getValue()).isEmpty();
        assertThat(anna.open("/sessions").getRedirectedUrl()).isEqualTo("/sign-in");
        assertThat(anna.open("/sign-in").getContentAsString()).contains("You’re signed out");
    }

    @Test
    void anOpenPageKnowsWhenItsSessionEndsAndHowToGoOn() throws Exception {
        var anna = clinics.signedIn(NORTH, ANNA);

        assertThat(anna.open("/sessions").getContentAsString())
                .contains("data-until=\"2026-11-22T08:58:00Z\"", "signed out at 09:00", "/sign-in?renew=yes");
        assertThat(anna.open("/sign-in?renew=yes").getContentAsString()).doesNotContain("session-ending");
    }

    @Test
    void aStolenCookieIsWorthNothingAfterSigningOut() {
        var anna = clinics.signedIn(NORTH, ANNA);
        var thief = clinics.visitor(NORTH);
        thief.take(anna.cookie("session"));
        anna.open("/sessions");
        anna.submit("/sign-out");

        assertThat(thief.open("/sessions").getRedirectedUrl()).isEqualTo("/sign-in?ended=yes");
        assertThat(thief.cookie("session").getValue()).isEmpty();
    }

    @Test
    void anotherBrowserIsSignedOutFromThisOne() throws Exception {
        var phone = clinics.signedIn(NORTH, ANNA);
        clock.advance(Duration.ofMinutes(11));
        var laptop = clinics.signedIn(NORTH, ANNA);
        assertThat(laptop.open("/sessions").getContentAsString()).contains("/sessions/1/end");

        assertThat(laptop.submit("/sessions/1/end").getRedirectedUrl()).isEqualTo("/sessions");

        assertThat(laptop.submit("/sessions/1/end").getRedirectedUrl())
                .as("a second click finds it ended")
                .isEqualTo("/sessions");
        assertThat(phone.open("/sessions").getRedirectedUrl()).isEqualTo("/sign-in?ended=yes");
        assertThat(laptop.open("/sessions").getStatus()).isEqualTo(200);
    }

    @Test
    void aSessionOfSomebodyElseOrOfTheOtherClinicIsNotThere() {
        var anna = clinics.signedIn(NORTH, ANNA);
        var bob = clinics.signedIn(NORTH, "bob@example.org");
        var sora = clinics.signedIn(SOUTH, ANNA);
        bob.open("/sessions");
        sora.open("/sessions");

        assertThat(bob.submit("/sessions/1/end").getStatus()).isEqualTo(404);
        assertThat(bob.submit("/sessions/99/end").getStatus()).isEqualTo(404);
        assertThat(sora.submit("/sessions/1/end").getStatus()).isEqualTo(303);
        assertThat(anna.open("/sessions").getStatus()).isEqualTo(200);
    }

    @Test
    void nothingIsOpenThatWasNotOpened() {
        var stranger = clinics.visitor(NORTH);

        assertThat(stranger.open("/").getRedirectedUrl()).isEqualTo("/sign-in");
        assertThat(stranger.open("/nothing/here").getRedirectedUrl()).isEqualTo("/sign-in");
        assertThat(stranger.open("/actuator/health").getRedirectedUrl()).isEqualTo("/sign-in");
        assertThat(stranger.submit("/sign-out").getStatus()).isEqualTo(403);
        assertThat(stranger.submit("/sessions/1/end").getStatus()).isEqualTo(403);
    }

    @Test
    void aFragmentOfAnEndedSessionLoadsThePageAnew() throws Exception {
        var answer = web.perform(MockMvcRequestBuilders.get("https://" + NORTH + "/sessions")
                        .header("HX-Request", "true"))
                .andReturn()
                .getResponse();

        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getHeader("HX-Refresh")).isEqualTo("true");
    }

    @Test
    void noServletSessionIsEverMade() {
        var anna = clinics.signedIn(NORTH, ANNA);
        anna.open("/sessions");

        assertThat(anna.cookie("JSESSIONID").getValue()).isEmpty();
    }
}
