package io.anteroom.portal.password;

import static io.anteroom.portal.Clinics.CODE;
import static io.anteroom.portal.Clinics.NORTH;
import static io.anteroom.portal.Clinics.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.portal.Clinics;
import io.anteroom.portal.PortalTest;
import io.anteroom.portal.Visitor;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.testing.StatementCount;
import io.anteroom.testing.Tenants;
import io.anteroom.testing.TestClock;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.ArrayList;
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
class PasswordPagesTest {

    private static final String ANNA = "anna@example.org";
    private static final String OTTERS = "four otters drink tea";
    private static final String GEESE = "six geese read the news";

    @Autowired
    Clinics clinics;

    @Autowired
    StatementCount statements;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Visitor anna;

    @BeforeEach
    void aPatientAtEachClinicThatTakesPasswords() {
        clinics.patient(Tenants.north(), "Anna", ANNA);
        clinics.patient(Tenants.south(), "Sora", ANNA);
        passwords(Tenants.north(), true);
        passwords(Tenants.south(), true);
        anna = clinics.signedIn(NORTH, ANNA);
    }

    @Test
    void aPasswordIsChosenAfterACodeAndSignsInNextTime() {
        assertThat(text(anna.open("/security"))).contains("You have no password", "Choose a password");
        assertThat(text(anna.open("/password/new")))
                .contains("At least 15 characters", "autocomplete=\"new-password\"", "Show password")
                .doesNotContain("maxlength");
        var page = anna.submit("/password", "password", OTTERS);
        assertThat(page.getRedirectedUrl()).isEqualTo("/security");
        assertThat(text(anna.open("/security"))).contains("You chose a password on 21 November 2026", "Choose another");
        assertThat(anna.open("/password").getRedirectedUrl()).isEqualTo("/security");

        var other = clinics.visitor(NORTH);
        assertThat(text(other.open("/sign-in")))
                .contains("href=\"/sign-in/password\"")
                .doesNotContain("need a password");
        assertThat(text(other.open("/sign-in/password")))
                .contains("autocomplete=\"username\"", "autocomplete=\"current-password\"", "Sign in with a code");
        assertThat(other.submit("/sign-in/password", "address", ANNA, "password", OTTERS)
                        .getRedirectedUrl())
                .isEqualTo("/");
        assertThat(text(other.open("/sessions"))).contains("This browser");
    }

    @Test
    void signingInLeadsToThePageThatWasWanted() {
        choose();
        var other = clinics.visitor(NORTH);
        other.open("/sessions");
        other.open("/sign-in/password");
        assertThat(other.submit("/sign-in/password", "address", ANNA, "password", OTTERS)
                        .getRedirectedUrl())
                .isEqualTo("/sessions");
        assertThat(other.open("/sign-in/password").getRedirectedUrl()).isEqualTo("/");
    }

    @Test
    void laterAFreshCheckComesFirst() {
        clock.advance(Duration.ofMinutes(10));
        assertThat(anna.open("/password/new").getRedirectedUrl()).isEqualTo("/unlock?to=/password/new");
        anna.open("/security");
        assertThat(anna.submit("/password", "password", OTTERS).getRedirectedUrl())
                .isEqualTo("/unlock?to=/password/new");

        anna.open("/unlock?to=/password/new");
        anna.submit("/unlock/codes", "to", "/password/new");
        anna.open("/unlock?to=/password/new");
        assertThat(anna.submit("/unlock", "code", CODE, "to", "/password/new").getRedirectedUrl())
                .isEqualTo("/password/new");
        choose();
    }

    @Test
    void whatWontDoIsSaidBesideTheFieldAndNeverGivenBack() {
        anna.open("/password/new");
        var tooShort = anna.submit("/password", "password", "fourteen chars");
        assertThat(tooShort.getStatus()).isEqualTo(422);
        assertThat(text(tooShort)).contains("This has 14").doesNotContain("fourteen chars");
        assertThat(text(anna.submit("/password", "password", "north clinic 2026")))
                .contains("guessed first");
        assertThat(text(anna.submit("/password", "password", "otter".repeat(2_000) + "x")))
                .contains("256 characters or fewer");
        assertThat(anna.submit("/password").getStatus()).isEqualTo(422);
    }

    @Test
    void anotherOneSignsOutTheOtherBrowsersAndTheSameTwiceChangesNothing() {
        choose();
        var other = clinics.visitor(NORTH);
        other.open("/sign-in/password");
        other.submit("/sign-in/password", "address", ANNA, "password", OTTERS);
        anna.open("/password/new");
        assertThat(anna.submit("/password", "password", OTTERS).getStatus()).isEqualTo(303);
        assertThat(other.open("/sessions").getStatus()).isEqualTo(200);

        anna.open("/password/new");
        assertThat(anna.submit("/password", "password", GEESE).getStatus()).isEqualTo(303);
        assertThat(other.open("/sessions").getRedirectedUrl()).isEqualTo("/sign-in?ended=yes");
        assertThat(anna.open("/sessions").getStatus()).isEqualTo(200);
    }

    @Test
    void itIsRemovedAfterAQuestion() {
        assertThat(anna.open("/password/removal").getRedirectedUrl()).isEqualTo("/security");
        choose();
        assertThat(text(anna.open("/password/removal"))).contains("Remove your password?", "Cancel");
        assertThat(anna.submit("/password/removal").getRedirectedUrl()).isEqualTo("/security");
        assertThat(anna.submit("/password/removal").getRedirectedUrl()).isEqualTo("/security");
        assertThat(text(anna.open("/security"))).contains("You have no password");
    }

    @Test
    void itIsOfferedOnceToWhoHasNone() {
        assertThat(text(anna.open("/password/offer"))).contains("Not now", "name=\"first\"");
        assertThat(text(anna.submit("/password", "password", "short", "first", "yes")))
                .contains("Not now");
        assertThat(anna.submit("/password", "password", OTTERS, "first", "yes").getRedirectedUrl())
                .isEqualTo("/");
        assertThat(anna.open("/password/offer").getRedirectedUrl()).isEqualTo("/");
    }

    @Test
    void aClinicThatTakesNoneShowsNoneOfIt() {
        passwords(Tenants.north(), false);
        var other = clinics.visitor(NORTH);
        assertThat(text(other.open("/sign-in"))).contains("need a password").doesNotContain("/sign-in/password");
        assertThat(other.open("/sign-in/password").getRedirectedUrl()).isEqualTo("/sign-in");
        assertThat(other.submit("/sign-in/password", "address", ANNA, "password", OTTERS)
                        .getRedirectedUrl())
                .isEqualTo("/sign-in");
        assertThat(text(anna.open("/security"))).doesNotContain("assword</h2>", "/password/new");
        assertThat(anna.open("/password/new").getRedirectedUrl()).isEqualTo("/security");
        assertThat(anna.open("/password/offer").getRedirectedUrl()).isEqualTo("/");
        assertThat(anna.submit("/password", "password", OTTERS).getRedirectedUrl())
                .isEqualTo("/security");
    }

    @Test
    void whoHasOneWhereNoneIsTakenAnyMoreIsToldAndMayRemoveIt() {
        choose();
        passwords(Tenants.north(), false);
        assertThat(text(anna.open("/security")))
                .contains("doesn’t take passwords", "/password/removal")
                .doesNotContain("/password/new");
        anna.open("/password/removal");
        assertThat(anna.submit("/password/removal").getRedirectedUrl()).isEqualTo("/security");
        assertThat(text(anna.open("/security"))).doesNotContain("/password/removal");
    }

    @Test
    void mistakesAreSaidBesideTheFieldsAndWhatWasTypedIsKept() {
        var other = clinics.visitor(NORTH);
        other.open("/sign-in/password");
        var nothing = other.submit("/sign-in/password");
        assertThat(nothing.getStatus()).isEqualTo(422);
        assertThat(text(nothing)).contains("Enter an email address or a mobile number", "Enter your password");
        var half = text(other.submit("/sign-in/password", "address", "anna@@", "password", "secret of mine"));
        assertThat(half).contains("anna@@").doesNotContain("secret of mine");
        var forged = clinics.visitor(NORTH).submit("/sign-in/password", "address", ANNA, "password", OTTERS);
        assertThat(forged.getRedirectedUrl()).isEqualTo("/sign-in/password");
    }

    @Test
    void thePasswordOfOneClinicOpensNothingAtTheOther() {
        choose();
        var other = clinics.visitor(SOUTH);
        other.open("/sign-in/password");
        assertThat(text(other.submit("/sign-in/password", "address", ANNA, "password", OTTERS)))
                .contains("don’t go together");
    }

    /**
     * Status, headers, body and statements, of an address with a password, one without, one that nobody has and one whose
     * account asks for a code and a password together, which is typed right.
     */
    @Test
    void knownAndUnknownAddressesInTurnsLookAlikeUntilTheyAreLocked() {
        choose();
        clinics.patient(Tenants.north(), "Ben", "ben@example.org");
        clinics.patient(Tenants.north(), "Cora", "cora@example.org");
        inTwoSteps("cora@example.org", GEESE);
        var addresses = List.of(ANNA, "ben@example.org", "nobody@example.org", "cora@example.org");
        var browsers = addresses.stream().map(address -> clinics.visitor(NORTH)).toList();
        browsers.forEach(browser -> browser.open("/sign-in/password"));
        for (int i = 1; i <= 12; i++) {
            if (i == 6) {
                clock.advance(Duration.ofMinutes(10)); // or the network would be the first to be refused
            }
            var seen = new ArrayList<String>();
            for (int j = 0; j < addresses.size(); j++) {
                statements.reset();
                var answer =
                        browsers.get(j).submit("/sign-in/password", "address", addresses.get(j), "password", GEESE);
                seen.add(answer.getStatus()
                        + headers(answer)
                        + bare(answer, addresses.get(j))
                        + statements.statements());
            }
            assertThat(seen).as("try %d", i).containsOnly(seen.getFirst());
            if (i >= 10) {
                assertThat(seen.getFirst()).startsWith("429").contains("Too many wrong passwords");
            }
        }
    }

    private void inTwoSteps(String address, String password) {
        CurrentTenant.run(
                Tenants.north(),
                () -> transaction.executeWithoutResult(
                        status -> jdbc.sql("update __tenant__.authentication_settings set short_passwords = true")
                                .update()));
        var browser = clinics.signedIn(NORTH, address);
        browser.open("/password/new");
        assertThat(browser.submit("/password", "password", password, "withCode", "true")
                        .getRedirectedUrl())
                .isEqualTo("/security");
    }

    private void choose() {
        anna.open("/password/new");
        assertThat(anna.submit("/password", "password", OTTERS).getRedirectedUrl())
                .isEqualTo("/security");
        anna.open("/security");
    }

    private void passwords(Tenant clinic, boolean on) {
        CurrentTenant.run(
                clinic,
                () -> transaction.executeWithoutResult(
                        status -> jdbc.sql("update __tenant__.authentication_settings set passwords = ?")
                                .param(on)
                                .update()));
    }

    private static String headers(MockHttpServletResponse response) {
        return response.getHeaderNames().stream()
                .filter(name -> !name.equals("X-Request-Id") && !name.equals("Content-Length"))
                .sorted()
                .map(name -> name + response.getHeaders(name).toString().replaceAll("=[^;]+;", "=;"))
                .toList()
                .toString();
    }

    private static String bare(MockHttpServletResponse response, String address) {
        return text(response)
                .replace(address, "")
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
