package io.anteroom.portal.signin;

import static io.anteroom.portal.Clinics.CODE;
import static io.anteroom.portal.Clinics.NORTH;
import static io.anteroom.portal.Clinics.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.portal.Clinics;
import io.anteroom.portal.PortalTest;
import io.anteroom.portal.Visitor;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.Tenants;
import io.anteroom.testing.TestClock;
import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
@Import(Clinics.class)
class SignInPagesTest {

    private static final String ANNA = "anna@example.org";

    @Autowired
    Clinics clinics;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Visitor anna;

    @BeforeEach
    void aPatientAtEachClinic() {
        clinics.patient(Tenants.north(), "Anna", ANNA);
        clinics.patient(Tenants.south(), "Anna", ANNA);
        anna = clinics.visitor(NORTH);
    }

    @Test
    void whoIsSignedOutIsAskedWhoTheyAreAndThenGetsThePageTheyWanted() {
        assertThat(anna.open("/sessions").getRedirectedUrl()).isEqualTo("/sign-in");
        assertThat(text(anna.open("/sign-in"))).contains("Email or mobile number", "North Clinic");
        assertThat(anna.submit("/sign-in", "address", ANNA).getRedirectedUrl()).isEqualTo("/sign-in/code");
        assertThat(text(anna.open("/sign-in/code")))
                .contains("a•••@example.org", "autocomplete=\"one-time-code\"", "inputmode=\"numeric\"");
        clinics.sendCodes();

        assertThat(anna.submit("/sign-in/code", "code", "123 456").getRedirectedUrl())
                .isEqualTo("/sessions");
        assertThat(text(anna.open("/sessions"))).contains("This browser", "Anna Lee");
    }

    @Test
    void aKnownAndAnUnknownAddressGetTheSameBytes() {
        var nobody = clinics.visitor(NORTH);
        for (var visitor : List.of(anna, nobody)) {
            visitor.open("/sign-in");
            visitor.submit("/sign-in", "address", visitor == anna ? ANNA : "axxa@example.org");
        }
        clinics.sendCodes();

        assertThat(bare(nobody.open("/sign-in/code"))).isEqualTo(bare(anna.open("/sign-in/code")));
        for (int entry = 0; entry < 4; entry++) {
            assertThat(bare(nobody.submit("/sign-in/code", "code", "000000")))
                    .isEqualTo(bare(anna.submit("/sign-in/code", "code", "000000")));
        }
    }

    @Test
    void whatIsNoAddressIsSaidBesideTheFieldAndKept() {
        anna.open("/sign-in");
        var answer = anna.submit("/sign-in", "address", "<anna>");

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(text(answer)).contains("Enter an email address or a mobile number", "value=\"&lt;anna>\"");
        assertThat(anna.submit("/sign-in", "address", "x".repeat(10_000)).getStatus())
                .isEqualTo(422);
    }

    @Test
    void whereCodesGoByTextAloneThePageSaysSoAndAnEmailAddressIsRefusedWhetherItIsKnownOrNot() {
        noCodesByEmailInTheNorth();
        var nobody = clinics.visitor(NORTH);

        assertThat(text(anna.open("/sign-in")))
                .contains(">Mobile number<", "No codes are sent by email here")
                .doesNotContain("Email or mobile number");
        nobody.open("/sign-in");
        var known = anna.submit("/sign-in", "address", ANNA);
        assertThat(known.getStatus()).isEqualTo(422);
        assertThat(text(known)).contains("Enter a mobile number. No codes are sent by email here", "value=\"" + ANNA);
        assertThat(bare(nobody.submit("/sign-in", "address", "axxa@example.org")))
                .isEqualTo(bare(known).replace(ANNA, "axxa@example.org"));
        assertThat(anna.submit("/sign-in", "address", "07400 123456").getRedirectedUrl())
                .isEqualTo("/sign-in/code");
        assertThat(text(clinics.visitor(SOUTH).open("/sign-in"))).contains("Email or mobile number");
    }

    @Test
    void whoAsksForAnotherCodeByAWayThatWasSwitchedOffMeanwhileIsSentBackToBegin() {
        anna.open("/sign-in");
        anna.submit("/sign-in", "address", ANNA);
        anna.open("/sign-in/code");
        noCodesByEmailInTheNorth();
        clock.advance(Duration.ofSeconds(60));

        assertThat(anna.submit("/sign-in/codes").getRedirectedUrl()).isEqualTo("/sign-in");
        assertThat(text(anna.open("/sign-in"))).contains("The clinic has stopped sending codes this way");
    }

    @Test
    void aWrongCodeIsSaidBesideTheFieldWithHowOftenItMayBeTried() {
        anna.open("/sign-in");
        anna.submit("/sign-in", "address", ANNA);
        clinics.sendCodes();
        anna.open("/sign-in/code");

        assertThat(text(anna.submit("/sign-in/code", "code", "000000"))).contains("You can try 2 more times");
        assertThat(text(anna.submit("/sign-in/code", "code", "12"))).contains("Enter the six digits");
        assertThat(text(anna.submit("/sign-in/code", "code", "000000"))).contains("You can try once more");
        assertThat(text(anna.submit("/sign-in/code", "code", "000000"))).contains("can’t be used any more");
    }

    @Test
    void anotherCodeMayBeAskedForWithoutScripts() {
        anna.open("/sign-in");
        anna.submit("/sign-in", "address", ANNA);
        assertThat(text(anna.open("/sign-in/code"))).contains("You can ask for another in", ">60 seconds</time>.");
        clock.advance(Duration.ofSeconds(18));
        assertThat(anna.submit("/sign-in/codes").getRedirectedUrl()).isEqualTo("/sign-in/code");
        assertThat(text(anna.open("/sign-in/code")))
                .contains("We send one code a minute. You can ask for another in 42 seconds")
                .doesNotContain("on its way");
        clock.advance(Duration.ofSeconds(42));
        assertThat(text(anna.open("/sign-in/code"))).doesNotContain("You can ask for another in");
        assertThat(anna.submit("/sign-in/codes").getRedirectedUrl()).isEqualTo("/sign-in/code");
        assertThat(text(anna.open("/sign-in/code"))).contains("a new code is on its way");
    }

    @Test
    void tooManyCodesAreAnsweredWithWhenToTryAgain() {
        for (int i = 0; i < 3; i++) {
            var visitor = clinics.visitor(NORTH);
            visitor.open("/sign-in");
            visitor.submit("/sign-in", "address", ANNA);
        }
        anna.open("/sign-in");
        var answer = anna.submit("/sign-in", "address", ANNA);

        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(text(answer)).contains("You can ask for another in 10 minutes, at 09:10");
    }

    @Test
    void theCookiesAreBoundToTheHostAndOutOfReachOfScripts() {
        clinics.signedIn(NORTH, ANNA);
        anna.open("/sign-in");
        var answers =
                List.of(anna.submit("/sign-in", "address", ANNA), anna.open("/sign-in/code"), signInWithWhatWasSent());

        assertThat(answers.stream().flatMap(answer -> answer.getHeaders("Set-Cookie").stream()))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-anteroom-portal-")
                        .contains("Path=/;", "Secure", "HttpOnly", "SameSite=Lax")
                        .doesNotContain("Domain"));
    }

    @Test
    void aSecondTabWithTheSameCodeGoesInToo() {
        anna.open("/sign-in");
        anna.submit("/sign-in", "address", ANNA);
        anna.open("/sign-in/code");
        var secondTab = clinics.visitor(NORTH);
        for (var purpose : List.of("sign-in", "csrf")) {
            secondTab.take(anna.cookie(purpose));
        }
        secondTab.open("/sign-in/code");
        clinics.sendCodes();

        anna.submit("/sign-in/code", "code", CODE);
        assertThat(secondTab.submit("/sign-in/code", "code", CODE).getRedirectedUrl())
                .isEqualTo("/");
        assertThat(secondTab.cookie("session").getValue())
                .isEqualTo(anna.cookie("session").getValue());
        assertThat(anna.submit("/sign-in/code", "code", CODE).getStatus()).isEqualTo(303);
        assertThat(anna.open("/sign-in/code").getRedirectedUrl()).isEqualTo("/");
    }

    @Test
    void aCodeIsWorthNothingInAnotherBrowser() {
        anna.open("/sign-in");
        anna.submit("/sign-in", "address", ANNA);
        clinics.sendCodes();
        var other = clinics.visitor(NORTH);
        other.open("/sign-in");

        assertThat(other.submit("/sign-in/code", "code", CODE).getRedirectedUrl())
                .isEqualTo("/sign-in");
        assertThat(text(other.open("/sign-in"))).contains("Please start again");
    }

    @Test
    void theCookiesOfOneClinicAreNobodysAtTheOther() {
        anna.open("/sign-in");
        anna.submit("/sign-in", "address", ANNA);
        clinics.sendCodes();
        var elsewhere = clinics.visitor(SOUTH);
        elsewhere.open("/sign-in");
        elsewhere.take(anna.cookie("sign-in"));
        assertThat(elsewhere.submit("/sign-in/code", "code", CODE).getRedirectedUrl())
                .isEqualTo("/sign-in");

        elsewhere.take(clinics.signedIn(NORTH, ANNA).cookie("session"));
        assertThat(elsewhere.open("/sessions").getRedirectedUrl()).isEqualTo("/sign-in?ended=yes");
    }

    @Test
    void aFormWithoutItsTokenLeadsBackToThePageAndNeverToAnError() {
        assertThat(anna.submit("/sign-in", "address", ANNA).getRedirectedUrl()).isEqualTo("/sign-in");
        assertThat(anna.submit("/sign-in/code", "code", CODE).getRedirectedUrl())
                .isEqualTo("/sign-in/code");
        String result = "/pay/result?payment=7f0d6a2e-6d0c-4f0e-8f43-0c7a4f6d2b33";
        assertThat(anna.submit("/pay/the-key").getRedirectedUrl()).isEqualTo("/pay/the-key");
        assertThat(anna.submit(result).getRedirectedUrl()).isEqualTo(result);
    }

    @Test
    void whoIsSignedInIsNotAskedAgainUnlessTheyWantTo() {
        var signedIn = clinics.signedIn(NORTH, ANNA);

        assertThat(signedIn.open("/sign-in").getRedirectedUrl()).isEqualTo("/");
        assertThat(signedIn.open("/sign-in?renew=yes").getStatus()).isEqualTo(200);
    }

    @Test
    void aForgedPageToReturnToIsIgnored() {
        anna.open("/sign-in");
        anna.submit("/sign-in", "address", ANNA);
        anna.open("/sign-in/code");
        clinics.sendCodes();
        anna.take(new Cookie(
                "__Host-anteroom-portal-wanted",
                Base64.getUrlEncoder().encodeToString("//evil.example".getBytes(StandardCharsets.UTF_8))));

        assertThat(anna.submit("/sign-in/code", "code", CODE).getRedirectedUrl())
                .isEqualTo("/");
    }

    @Test
    void aClosedPortalSaysSo() {
        clinics.switchPortal(Tenants.north(), false);

        assertThat(anna.open("/sign-in").getStatus()).isEqualTo(403);
    }

    private void noCodesByEmailInTheNorth() {
        CurrentTenant.run(
                Tenants.north(),
                () -> transaction.executeWithoutResult(
                        status -> jdbc.sql("update __tenant__.authentication_settings set email_codes = false")
                                .update()));
    }

    private MockHttpServletResponse signInWithWhatWasSent() {
        clinics.sendCodes();
        return anna.submit("/sign-in/code", "code", CODE);
    }

    /** The page without what differs between any two browsers: the token. */
    private static String bare(MockHttpServletResponse response) {
        return response.getStatus()
                + text(response)
                        .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "")
                        .replaceAll("hx-headers=\"[^\"]+\"", "");
    }

    private static String text(MockHttpServletResponse response) {
        try {
            return response.getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
