package io.anteroom.portal.passkey;

import static io.anteroom.portal.Clinics.CODE;
import static io.anteroom.portal.Clinics.NORTH;
import static io.anteroom.portal.Clinics.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.portal.Clinics;
import io.anteroom.portal.PortalTest;
import io.anteroom.portal.Visitor;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.Tenants;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
@Import(Clinics.class)
class PasskeyPagesTest {

    private static final String ANNA = "anna@example.org";

    @Autowired
    Clinics clinics;

    @Autowired
    JdbcClient jdbc;

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
    void theSignInPageOffersThemAndAsksTheBrowserForThoseOfThisClinicsHost() {
        var visitor = clinics.visitor(NORTH);
        assertThat(text(visitor.open("/sign-in")))
                .contains("Sign in with a passkey", "data-options=\"/sign-in/passkey/options\"");
        var options = visitor.submit("/sign-in/passkey/options");

        assertThat(options.getContentType()).startsWith("application/json");
        assertThat(text(options))
                .contains("\"rpId\":\"" + NORTH + "\"", "\"userVerification\":\"required\"", "\"allowCredentials\":[]");
        assertThat(visitor.cookie("passkey").getValue()).hasSize(43);
        assertThat(visitor.submit("/sign-in/passkey", "response", "{}").getRedirectedUrl())
                .isEqualTo("/sign-in");
        assertThat(text(visitor.open("/sign-in"))).contains("That passkey doesn’t sign you in here");
    }

    @Test
    void aClinicThatSwitchedThemOffOffersNone() {
        set("passkeys = false");
        var visitor = clinics.visitor(NORTH);

        assertThat(text(visitor.open("/sign-in"))).doesNotContain("passkey");
        assertThat(visitor.submit("/sign-in/passkey/options").getStatus()).isEqualTo(409);
        assertThat(text(anna.open("/security")))
                .contains("With a code that we send you")
                .doesNotContain("passkey");
        var elsewhere = clinics.visitor(SOUTH);
        assertThat(text(elsewhere.open("/sign-in"))).contains("Sign in with a passkey");
    }

    @Test
    void addingOneIsBehindTheFreshCheck() {
        assertThat(text(anna.open("/security"))).contains("You have no passkeys yet", "Add a passkey");
        assertThat(anna.open("/passkeys/new").getRedirectedUrl()).isEqualTo("/unlock?to=/passkeys/new");
        for (var next : new String[] {"/passkeys/new", "/recovery-codes/new", "/password/new"}) {
            assertThat(text(anna.open("/unlock?to=" + next))).contains("What comes next changes how you sign in");
        }
        assertThat(anna.submit("/passkeys/options").getRedirectedUrl()).isEqualTo("/unlock");
        anna.submit("/unlock/codes");
        anna.open("/unlock");
        anna.submit("/unlock", "code", CODE, "to", "/passkeys/new");

        assertThat(text(anna.open("/passkeys/new"))).contains("What do you call it?");
        assertThat(text(anna.submit("/passkeys/options")))
                .contains(
                        "\"rp\":{\"id\":\"" + NORTH + "\",\"name\":\"North Clinic\"}",
                        "\"residentKey\":\"required\"",
                        "\"name\":\"Anna Lee\"");
        assertThat(text(anna.submit("/passkeys", "response", "{}", "name", ""))).contains("Enter a name");
        var refused = anna.submit("/passkeys", "response", "{}", "name", "My <phone>");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused)).contains("no passkey was added", "value=\"My &lt;phone>\"");
    }

    @Test
    void whatIsNotTheirsIsNotThere() {
        assertThat(anna.open("/passkeys/1/removal").getRedirectedUrl()).isEqualTo("/security");
        assertThat(text(anna.open("/security"))).contains("That passkey isn’t there any more");
        assertThat(anna.submit("/passkeys/1/removal").getRedirectedUrl()).isEqualTo("/security");
        assertThat(text(anna.open("/security"))).contains("That passkey isn’t there any more");
        assertThat(text(anna.open("/unlock"))).doesNotContain("Use a passkey");
        assertThat(anna.submit("/unlock/passkey/options").getStatus()).isEqualTo(409);
        assertThat(anna.submit("/unlock/passkey", "response", "{}", "to", "/sessions")
                        .getRedirectedUrl())
                .isEqualTo("/unlock?to=/sessions");
        assertThat(clinics.visitor(NORTH).open("/security").getRedirectedUrl()).isEqualTo("/sign-in");
    }

    private void set(String setting) {
        CurrentTenant.run(
                Tenants.north(),
                () -> transaction.executeWithoutResult(
                        status -> jdbc.sql("update __tenant__.authentication_settings set " + setting)
                                .update()));
    }

    private static String text(MockHttpServletResponse response) {
        try {
            return response.getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
