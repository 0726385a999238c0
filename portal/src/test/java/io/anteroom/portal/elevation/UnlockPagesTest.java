package io.anteroom.portal.elevation;

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
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
@Import(Clinics.class)
class UnlockPagesTest {

    private static final String ANNA = "anna@example.org";
    private static final String LOG = "/access/log";

    @Autowired
    Clinics clinics;

    @Autowired
    MockMvc web;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient data;

    @Autowired
    TransactionTemplate transaction;

    Visitor anna;

    @BeforeEach
    void aPatientAtEachClinic() {
        clinics.patient(Tenants.north(), "Anna", ANNA);
        clinics.patient(Tenants.south(), "Sora", ANNA);
        anna = clinics.signedIn(NORTH, ANNA);
    }

    @Test
    void whoWantsClinicalRecordsIsAskedWhoTheyAreAndComesBackToThePage() {
        assertThat(anna.open(LOG).getRedirectedUrl()).isEqualTo("/unlock?to=/access/log");
        assertThat(text(anna.open("/unlock?to=/access/log")))
                .contains("Check it’s you", "stays open for 30 minutes", "by email", "a•••@example.org");
        assertThat(anna.submit("/unlock/codes", "to", LOG).getRedirectedUrl()).isEqualTo("/unlock?to=/access/log");
        assertThat(text(anna.open("/unlock?to=/access/log")))
                .contains("Enter your code", "autocomplete=\"one-time-code\"", "value=\"/access/log\"");

        assertThat(anna.submit("/unlock", "code", CODE, "to", LOG).getRedirectedUrl())
                .isEqualTo(LOG);
        assertThat(text(anna.open(LOG)))
                .contains("Who used your record", "Rosa Reception</bdi></strong> set a sign-in address")
                .doesNotContain(ANNA);
    }

    @Test
    void anOpenPageCountsDownWarnsAndLeavesWhenRecordsLock() {
        unlock();

        assertThat(text(anna.open(LOG)))
                .contains(
                        "data-until=\"2026-11-21T09:30:00Z\"",
                        "data-until=\"2026-11-21T09:29:40Z\"",
                        "data-then-go=\"/unlock?to=/access/log\"",
                        "Lock records now");
        assertThat(text(anna.open("/sessions")))
                .contains("Lock records now", "/unlock?to=/sessions")
                .doesNotContain("data-then-go");
    }

    @Test
    void recordsLockByTheButtonAndByThemselves() {
        unlock();
        anna.open(LOG);
        assertThat(anna.submit("/unlock/end").getRedirectedUrl()).isEqualTo("/");
        assertThat(anna.open(LOG).getRedirectedUrl()).isEqualTo("/unlock?to=/access/log");

        clock.advance(Duration.ofMinutes(11));
        unlock();
        clock.advance(Duration.ofMinutes(30));
        assertThat(anna.open(LOG).getRedirectedUrl()).isEqualTo("/unlock?to=/access/log");
        assertThat(text(anna.open("/sessions"))).doesNotContain("Lock records now");
    }

    @Test
    void openRecordsAreKeptOpenByAFreshCheckOnly() {
        unlock();
        clock.advance(Duration.ofMinutes(20));

        assertThat(text(anna.open("/unlock"))).contains("They lock by themselves at 09:30", "Send me a code");
        assertThat(text(anna.open(LOG))).contains("09:30:00Z");
        unlock();
        assertThat(text(anna.open(LOG))).contains("09:50:00Z");
    }

    @Test
    void anotherBrowserOfTheSamePersonIsNotOpened() {
        unlock();
        clock.advance(Duration.ofMinutes(1));
        var other = clinics.signedIn(NORTH, ANNA);

        assertThat(other.open(LOG).getRedirectedUrl()).isEqualTo("/unlock?to=/access/log");
        assertThat(clinics.signedIn(SOUTH, ANNA).open(LOG).getRedirectedUrl()).isEqualTo("/unlock?to=/access/log");
    }

    @Test
    void aWrongCodeIsSaidBesideTheFieldAndATooEagerRequestWhenToTryAgain() {
        anna.open("/unlock");
        assertThat(anna.submit("/unlock", "code", CODE).getRedirectedUrl()).isEqualTo("/unlock");
        for (int i = 0; i < 2; i++) {
            anna.open("/unlock");
            assertThat(anna.submit("/unlock/codes").getStatus()).isEqualTo(303);
            clock.advance(Duration.ofMinutes(1));
        }
        anna.open("/unlock");
        assertThat(text(anna.submit("/unlock", "code", "000000"))).contains("You can try 2 more times");
        assertThat(anna.submit("/unlock", "code", "x".repeat(10_000)).getStatus())
                .isEqualTo(422);
        var third = anna.submit("/unlock/codes");
        assertThat(third.getStatus()).isEqualTo(429);
        assertThat(text(third)).contains("You can ask for another in");
    }

    @Test
    void aForgedWayBackIsIgnored() {
        for (var forged :
                new String[] {"//evil.example", "https://evil.example", "/\\evil", "/unlock", "x".repeat(9_000)}) {
            assertThat(text(anna.open("/unlock?to=" + forged))).contains("name=\"to\" value=\"\"");
        }
    }

    @Test
    void whoSeesSeveralRecordsSaysFirstWhoseIsWanted() {
        var bob = clinics.patient(Tenants.north(), "Bob", "bob@example.org");
        CurrentTenant.run(
                Tenants.north(),
                () -> transaction.executeWithoutResult(_ -> {
                    data.sql("update __tenant__.authentication_settings set one_patient_per_account = false")
                            .update();
                    data.sql("""
                                    insert into __tenant__.access_grant (account_id, patient_id, relationship, level, scope,
                                        granted_at, granted_by, one_patient_per_account)
                                    values (1, :bob, 'parent', 'full', array['clinical'], now(), 'Robin', false)""").param("bob", bob.value()).update();
                }));

        assertThat(anna.open(LOG).getRedirectedUrl()).isEqualTo("/for?to=%2Faccess%2Flog");
    }

    @Test
    void strangersAndFragmentsAreNotLetAroundTheGate() throws Exception {
        assertThat(clinics.visitor(NORTH).open(LOG).getRedirectedUrl()).isEqualTo("/sign-in");
        assertThat(clinics.visitor(NORTH).open("/unlock").getRedirectedUrl()).isEqualTo("/sign-in");
        var fragment = web.perform(MockMvcRequestBuilders.get("https://" + NORTH + LOG)
                        .cookie(anna.cookie("session"))
                        .header("HX-Request", "true"))
                .andReturn()
                .getResponse();
        assertThat(fragment.getHeader("HX-Refresh")).isEqualTo("true");
        assertThat(fragment.getContentAsString()).isEmpty();
    }

    private void unlock() {
        anna.open("/unlock");
        anna.submit("/unlock/codes");
        anna.open("/unlock");
        assertThat(anna.submit("/unlock", "code", CODE).getRedirectedUrl()).isEqualTo("/");
    }

    private static String text(MockHttpServletResponse response) {
        try {
            return response.getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
