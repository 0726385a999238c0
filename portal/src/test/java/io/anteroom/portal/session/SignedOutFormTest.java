package io.anteroom.portal.session;

import static io.anteroom.portal.Clinics.NORTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.portal.Clinics;
import io.anteroom.portal.PortalTest;
import io.anteroom.testing.Tenants;
import jakarta.servlet.http.Cookie;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PortalTest
@Import(Clinics.class)
class SignedOutFormTest {

    @Autowired
    Clinics clinics;

    @Test
    void whatWasTypedIntoAFormAfterSignInRanOutIsKeptOnThePage() throws Exception {
        var nobody = clinics.visitor(NORTH);
        nobody.open("/sign-in");

        var answer = nobody.submit("/questionnaires/aaaaaaaaaaaaaaaa/1", "q-1", "It \"hurts\" <here>");

        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getContentAsString())
                .contains(
                        "You have been signed out",
                        "action=\"/questionnaires/aaaaaaaaaaaaaaaa/1\"",
                        "name=\"q-1\" value=\"It &#34;hurts&#34; ",
                        "Send what I entered",
                        "href=\"/sign-in\" target=\"_blank\"");
        assertThat(nobody.open("/questionnaires/aaaaaaaaaaaaaaaa/1").getRedirectedUrl())
                .isEqualTo("/sign-in");
    }

    @Test
    void aFormWithFilesOfNobodyIsNotReadAndLeadsToSignIn() throws Exception {
        var nobody = clinics.visitor(NORTH);
        nobody.take(new Cookie("__Host-anteroom-portal-session", "made-up"));

        var answer = nobody.sendFile("/documents/new/7", "A rash");

        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(answer.getRedirectedUrl()).isEqualTo("/sign-in?ended=yes");
        assertThat(answer.getCookies())
                .as("the page to come back to")
                .anySatisfy(
                        cookie -> assertThat(Wanted.decode(cookie.getValue())).contains("/documents/new"));
    }

    @Test
    void aFormWithFilesOfSomebodySignedInIsReadAsAnyOther() throws Exception {
        clinics.patient(Tenants.north(), "Anna", "anna@example.org");
        var anna = clinics.signedIn(NORTH, "anna@example.org");
        anna.open("/sessions");

        assertThat(anna.sendFile("/sign-out", "A rash").getRedirectedUrl()).isEqualTo("/sign-in");
        assertThat(anna.open("/sessions").getRedirectedUrl()).isEqualTo("/sign-in");
    }

    @Test
    void aFormWithFilesSentAfterSignInRanOutLeadsBackToItsPage() throws Exception {
        var nobody = clinics.visitor(NORTH);
        nobody.open("/sign-in");

        for (String page : List.of("/documents/new", "/questionnaires/aaaaaaaaaaaaaaaa/1/files/q-0123456789ab")) {
            var answer = nobody.submit(page.startsWith("/documents") ? page + "/7" : page, "note", "A rash");
            if (answer.getStatus() == 303) {
                assertThat(answer.getRedirectedUrl()).isEqualTo("/sign-in");
                assertThat(answer.getCookies())
                        .anySatisfy(cookie ->
                                assertThat(Wanted.decode(cookie.getValue())).contains(page));
                assertThat(answer.getHeaders("Set-Cookie")).noneMatch(cookie -> cookie.contains("rash"));
            } else {
                assertThat(answer.getContentAsString()).contains("You have been signed out");
            }
        }
    }
}
