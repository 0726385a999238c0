package io.anteroom.portal.registration;

import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.registration.RegistrationRequests;
import io.anteroom.portal.Clinics;
import io.anteroom.portal.PortalTest;
import io.anteroom.portal.Visitor;
import io.anteroom.tenancy.CurrentTenant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
@Import(Clinics.class)
class RegistrationPagesTest {

    @Autowired
    Clinics clinics;

    @Autowired
    RegistrationRequests requests;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Visitor visitor;

    @BeforeEach
    void registrationIsOpen() {
        clinics.patient(north(), "Anna", "anna@example.org");
        visitor = clinics.visitor(Clinics.NORTH);
        open(true);
    }

    @Test
    void aStrangerOpensAnAccountWithACode() throws Exception {
        assertThat(visitor.open("/sign-in").getContentAsString()).contains("New here?", "href=\"/register\"");
        visitor.open("/register");
        assertThat(register("nora@example.org").getRedirectedUrl()).isEqualTo("/sign-in/code");
        assertThat(visitor.open("/sign-in/code").getContentAsString()).contains("n•••@example.org");
        clinics.sendCodes();

        assertThat(visitor.submit("/sign-in/code", "code", Clinics.CODE).getRedirectedUrl())
                .isEqualTo("/");
        assertThat(visitor.open("/sessions").getStatus()).isEqualTo(200);
        assertThat(CurrentTenant.call(
                        north(), () -> requests.open(Optional.empty()).rows()))
                .singleElement()
                .satisfies(request -> assertThat(request.applicant().fullName()).isEqualTo("Nora Nguyen"));
    }

    @Test
    void thePagesAreTheSameForAnAddressThatIsKnown() throws Exception {
        visitor.open("/register");
        assertThat(register("anna@example.org").getRedirectedUrl()).isEqualTo("/sign-in/code");
        var known = visitor.open("/sign-in/code").getContentAsString();
        var other = clinics.visitor(Clinics.NORTH);
        visitor = other;
        visitor.open("/register");
        assertThat(register("abby@example.org").getRedirectedUrl()).isEqualTo("/sign-in/code");

        assertThat(known).contains("We have sent a six-digit code to <strong>a•••@example.org");
        assertThat(bare(visitor.open("/sign-in/code").getContentAsString())).isEqualTo(bare(known));
    }

    @Test
    void whatCannotBeReadIsSaidBesideItsFieldAndKept() throws Exception {
        visitor.open("/register");

        assertThat(visitor.submit(
                                "/register",
                                "givenName",
                                "x".repeat(10_000),
                                "familyName",
                                " ",
                                "born.day",
                                "31",
                                "born.month",
                                "2",
                                "born.year",
                                "1980",
                                "address",
                                "<script>")
                        .getContentAsString())
                .contains(
                        "Enter your family name",
                        "Enter your date of birth with day, month and year",
                        "Enter an email address or a mobile number",
                        "Shorten this to",
                        "value=\"31\"",
                        "&lt;script>");
        assertThat(visitor.submit(
                                "/register",
                                "familyName",
                                "Nguyen",
                                "born.day",
                                "1",
                                "born.month",
                                "1",
                                "born.year",
                                "2999",
                                "address",
                                "n@example.org")
                        .getContentAsString())
                .contains("Enter a date of birth in the past");
    }

    @Test
    void whereTheClinicHasNotOpenedItThereIsNoSuchPage() throws Exception {
        visitor.open("/register");
        open(false);

        assertThat(visitor.open("/register").getStatus()).isEqualTo(404);
        assertThat(register("nora@example.org").getStatus()).isEqualTo(404);
        assertThat(visitor.open("/sign-in").getContentAsString()).doesNotContain("New here?");
    }

    @Test
    void aFormThatIsTooOldLeadsBackToThePage() {
        assertThat(register("nora@example.org").getRedirectedUrl()).isEqualTo("/register");
    }

    /** Without what is drawn anew for each page. */
    private static String bare(String page) {
        return page.replaceAll("(hx-headers|value)=\"[^\"]*\"", "");
    }

    private MockHttpServletResponse register(String address) {
        return visitor.submit(
                "/register",
                "givenName",
                "Nora",
                "familyName",
                "Nguyen",
                "born.day",
                "3",
                "born.month",
                "7",
                "born.year",
                "1990",
                "address",
                address);
    }

    private void open(boolean on) {
        CurrentTenant.run(
                north(),
                () -> transaction.executeWithoutResult(
                        _ -> jdbc.sql("update __tenant__.authentication_settings set self_registration = ?")
                                .param(on)
                                .update()));
    }
}
