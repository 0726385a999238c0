package io.anteroom.controlplane.welcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.anteroom.controlplane.Clinics;
import io.anteroom.controlplane.ControlPlaneTest;
import io.anteroom.controlplane.RememberedTokens;
import io.anteroom.controlplane.identity.FakeIdentityProvider;
import io.anteroom.controlplane.identity.IdentityProviderException;
import io.anteroom.controlplane.organisation.SignUpId;
import io.anteroom.controlplane.signup.Organisations;
import io.anteroom.tenancy.work.PlatformWorkHandler;
import io.anteroom.testing.TestClock;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@ControlPlaneTest
class WelcomesTest {

    private static final String HOST = "https://example.org";

    @Autowired
    MockMvc mvc;

    @Autowired
    Organisations organisations;

    @Autowired
    List<PlatformWorkHandler> work;

    @Autowired
    FakeIdentityProvider identities;

    @Autowired
    RememberedTokens tokens;

    @Autowired
    TestClock clock;

    @Autowired
    @Qualifier("control")
    JdbcClient control;

    private String link = "";

    @BeforeEach
    void aClinicIsLive() throws Exception {
        SignUpId id = new SignUpId(UUID.randomUUID());
        assertThat(organisations.signUpConfirmed(id, Clinics.called("oak-lane")))
                .isTrue();
        for (PlatformWorkHandler handler : work) {
            if (handler.kind().equals("provisioning")) {
                handler.handle(id.toString());
            }
        }
        link = latestLink();
    }

    @Test
    void openingTheLinkAsksTheIdentityProviderForNothing() throws Exception {
        identities.failWith(new IllegalStateException("asked"));
        MockHttpServletResponse page = open(link);
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString()).contains("Clinic oak-lane", "anna@example.net");
    }

    @Test
    void theButtonLeadsToThePageForAFirstPassword() throws Exception {
        assertThat(submit(link).getRedirectedUrl()).startsWith("https://keycloak.example.org/first-password");
        assertThat(submit(link).getRedirectedUrl())
                .as("whoever turned back may go on later")
                .startsWith("https://keycloak.example.org/first-password");
    }

    @Test
    void anOwnerWhoHasAPasswordGoesStraightToTheClinic() throws Exception {
        identities.setPassword("user-anna@example.net");
        assertThat(submit(link).getRedirectedUrl()).isEqualTo("https://app.example.org/o/oak-lane/");
    }

    @Test
    void whenTheIdentityProviderIsAwayThePageSaysSo() throws Exception {
        identities.failWith(new IdentityProviderException("away", null));
        MockHttpServletResponse page = submit(link);
        assertThat(page.getStatus()).isEqualTo(503);
        assertThat(page.getContentAsString()).contains("does not answer", "Try again in a minute");
    }

    @Test
    void aLinkLeadsOnForAWeekAndANewOneCanBeAskedForWithoutLearningAnything() throws Exception {
        String old = link;
        clock.advance(Duration.ofDays(7));
        assertThat(open(old).getStatus()).isEqualTo(410);
        assertThat(submit(old).getStatus()).isEqualTo(410);
        assertThat(open("/welcome/" + "x".repeat(43)).getStatus()).isEqualTo(410);

        String answer = submit(old + "/renewal").getRedirectedUrl();
        String renewed = latestLink();
        assertThat(submit("/welcome/" + "x".repeat(43) + "/renewal").getRedirectedUrl())
                .isEqualTo(answer);
        assertThat(submit("/welcome/rubbish/renewal").getRedirectedUrl()).isEqualTo(answer);

        assertThat(mails()).isEqualTo(2);
        assertThat(open(renewed).getStatus()).isEqualTo(200);
        assertThat(open(old).getStatus()).as("the old one stays dead").isEqualTo(410);
    }

    @Test
    void theLinkItselfIsNotStored() {
        assertThat(control.sql(
                                "select row_to_json(owner_welcome)::text || (select content::text from control.platform_message)"
                                        + " from control.owner_welcome")
                        .query(String.class)
                        .single())
                .doesNotContain(tokens.last().value());
    }

    private String latestLink() {
        return "/welcome/" + tokens.last().value();
    }

    private long mails() {
        return control.sql("select count(*) from control.platform_message where about_kind = 'owner-welcome'")
                .query(Long.class)
                .single();
    }

    private MockHttpServletResponse open(String path) throws Exception {
        return mvc.perform(get(HOST + path)).andReturn().getResponse();
    }

    private MockHttpServletResponse submit(String path) throws Exception {
        MockHttpServletResponse form = open("/signup");
        Cookie cookie = Objects.requireNonNull(form.getCookie("__Host-anteroom-platform-csrf"));
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"").matcher(form.getContentAsString());
        assertThat(token.find()).isTrue();
        return mvc.perform(post(HOST + path).cookie(cookie).param("_csrf", token.group(1)))
                .andReturn()
                .getResponse();
    }
}
