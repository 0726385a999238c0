package io.anteroom.portal.language;

import static io.anteroom.portal.Clinics.NORTH;
import static io.anteroom.portal.Clinics.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.settings.PortalLanguages;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.language.Language;
import io.anteroom.portal.Clinics;
import io.anteroom.portal.PortalTest;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.Tenants;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/** Who speaks which language. */
@PortalTest
@Import(Clinics.class)
class LanguagePagesTest {

    private static final String ANNA = "anna@example.org";

    @Autowired
    Clinics clinics;

    @Autowired
    MockMvc web;

    @Autowired
    PortalSetup setup;

    @Autowired
    TestClock clock;

    @BeforeEach
    void patients() {
        clinics.patient(Tenants.north(), "Anna", ANNA);
        clinics.patient(Tenants.south(), "Sora", ANNA);
    }

    @Test
    void aStrangerChoosesAtTheFootOfThePageAndTheBrowserRemembers() throws Exception {
        var visitor = clinics.visitor(NORTH);
        assertThat(visitor.open("/sign-in").getContentAsString())
                .contains("<html lang=\"en\" dir=\"ltr\">", "Send me a code", "العربية", "Deutsch");

        assertThat(visitor.submit("/language", "language", "de", "to", "/sign-in")
                        .getRedirectedUrl())
                .isEqualTo("/sign-in");
        assertThat(visitor.open("/sign-in").getContentAsString())
                .contains("<html lang=\"de\" dir=\"ltr\">", "Code an mich senden");
    }

    @Test
    void arabicIsWrittenFromTheRight() throws Exception {
        var visitor = clinics.visitor(NORTH);
        visitor.open("/sign-in");
        visitor.submit("/language", "language", "ar", "to", "/sign-in");

        assertThat(visitor.open("/sign-in").getContentAsString())
                .contains("<html lang=\"ar\" dir=\"rtl\">", "tabler.rtl.css", "أرسل لي رمزًا");
    }

    @Test
    void whoeverIsSignedInIsSpokenToAsTheyChoseInAnyBrowser() throws Exception {
        var laptop = clinics.signedIn(NORTH, ANNA);
        laptop.open("/sessions");
        laptop.submit("/language", "language", "de", "to", "/sessions");
        assertThat(laptop.open("/sessions").getContentAsString()).contains("Wo Sie angemeldet sind");

        clock.advance(Duration.ofMinutes(11));
        var phone = clinics.signedIn(NORTH, ANNA);
        assertThat(phone.open("/sessions").getContentAsString()).contains("Wo Sie angemeldet sind");
        assertThat(clinics.signedIn(SOUTH, ANNA).open("/sessions").getContentAsString())
                .contains("Where you’re signed in");
    }

    @Test
    void whatAStrangerChoseIsKeptWithTheAccountOnceSignedIn() throws Exception {
        var browser = clinics.visitor(NORTH);
        browser.open("/sign-in");
        browser.submit("/language", "language", "de", "to", "/sign-in");

        clinics.signIn(browser, ANNA);
        clock.advance(Duration.ofMinutes(11));
        assertThat(browser.open("/sessions").getContentAsString()).contains("Wo Sie angemeldet sind");
        assertThat(clinics.signedIn(NORTH, ANNA).open("/sessions").getContentAsString())
                .contains("Wo Sie angemeldet sind");
    }

    @Test
    void theBrowsersOwnLanguageCountsAmongWhatTheClinicOffers() throws Exception {
        assertThat(signInPage("ar;q=0.9, fr")).contains("lang=\"ar\"");
        assertThat(signInPage("fr")).contains("lang=\"en\"");

        speak(new PortalLanguages(Language.GERMAN, EnumSet.of(Language.GERMAN, Language.ENGLISH)));
        assertThat(signInPage("ar")).contains("lang=\"de\"").doesNotContain("العربية");
        assertThat(signInPage("en-GB,en;q=0.9")).contains("lang=\"en\"");
    }

    @Test
    void aClinicOfOneLanguageOffersNoChoiceAndTakesNone() throws Exception {
        speak(new PortalLanguages(Language.GERMAN, Set.of()));
        var visitor = clinics.visitor(NORTH);

        assertThat(visitor.open("/sign-in").getContentAsString())
                .contains("lang=\"de\"")
                .doesNotContain("action=\"/language\"");
        visitor.submit("/language", "language", "ar", "to", "/sign-in");
        assertThat(visitor.open("/sign-in").getContentAsString()).contains("lang=\"de\"");
    }

    @Test
    void choosingLeadsToNoOtherHost() {
        var visitor = clinics.visitor(NORTH);
        visitor.open("/sign-in");
        for (String elsewhere : new String[] {"https://evil.example/", "//evil.example", "/\\evil.example", ""}) {
            assertThat(visitor.submit("/language", "language", "de", "to", elsewhere)
                            .getRedirectedUrl())
                    .isEqualTo("/");
        }
    }

    private String signInPage(String acceptLanguage) throws Exception {
        return web.perform(get("https://" + NORTH + "/sign-in")
                        .secure(true)
                        .header("Accept", "text/html")
                        .header("Accept-Language", acceptLanguage))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void speak(PortalLanguages languages) {
        CurrentTenant.run(Tenants.north(), () -> setup.speak(new Actor.System("test"), languages));
    }
}
