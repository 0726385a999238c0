package io.anteroom.portal.link;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.credential.OnlineAccess;
import io.anteroom.clinic.access.link.LinkKind;
import io.anteroom.clinic.access.link.LinkToken;
import io.anteroom.clinic.access.link.PatientLinks;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.portal.Clinics;
import io.anteroom.portal.PortalTest;
import io.anteroom.portal.Visitor;
import io.anteroom.tenancy.CurrentTenant;
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
class LinkPagesTest {

    private static final String ANNA = "anna@example.org";
    private static final Actor.Staff ROSA = new Actor.Staff("rosa", "Rosa Reception");

    @Autowired
    Clinics clinics;

    @Autowired
    PatientLinks links;

    @Autowired
    OnlineAccess access;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private PatientId anna = new PatientId(0);
    private Visitor visitor;

    @BeforeEach
    void annaWithACredential() {
        anna = clinics.patient(north(), "Anna", ANNA);
        visitor = clinics.visitor(Clinics.NORTH);
    }

    @Test
    void aPatientWhoHasACredentialChoosesItEntersTheCodeAndIsIn() throws Exception {
        var path = link(LinkKind.PATIENT);

        assertThat(visitor.open(path).getContentAsString()).contains("Your way into the portal", "Go on");
        assertThat(visitor.submit(path + "/opening").getRedirectedUrl()).isEqualTo(path + "/identity");
        assertThat(visitor.open(path + "/identity").getContentAsString())
                .contains("By email to a•••@example.org")
                .doesNotContain(ANNA);
        assertThat(visitor.submit(path + "/identity", "address", "email").getRedirectedUrl())
                .isEqualTo("/sign-in/code");
        assertThat(visitor.open("/sign-in/code").getContentAsString())
                .contains("We have sent a six-digit code to <strong>a•••@example.org")
                .doesNotContain("Use another way");
        clinics.sendCodes();
        assertThat(visitor.submit("/sign-in/code", "code", Clinics.CODE).getRedirectedUrl())
                .isEqualTo("/");
        assertThat(visitor.open("/sessions").getStatus()).isEqualTo(200);
    }

    @Test
    void aLinkThatSetsTheFirstCredentialTakesTheBirthDateToo() throws Exception {
        withoutCredential();
        var path = link(LinkKind.PATIENT);
        assertThat(visitor.open(path + "/identity").getContentAsString()).contains("Date of birth");

        assertThat(visitor.submit(path + "/identity", "address", "<b>").getContentAsString())
                .contains(
                        "Enter an email address or a mobile number",
                        "&lt;b>",
                        "Enter the date of birth with day, month and year");
        assertThat(identify(path, ANNA, "28").getContentAsString()).contains("You can try 2 more times", ANNA);
        assertThat(identify(path, ANNA, "27").getRedirectedUrl()).isEqualTo("/sign-in/code");
        visitor.open("/sign-in/code");
        clinics.sendCodes();
        assertThat(visitor.submit("/sign-in/code", "code", Clinics.CODE).getRedirectedUrl())
                .isEqualTo("/");

        assertThat(visitor.open(path).getStatus()).as("used").isEqualTo(410);
    }

    @Test
    void anAddressThatSignsSomebodyElseInIsRefusedOnlyAfterItsCode() throws Exception {
        withoutCredential();
        clinics.patient(north(), "Ben", "ben@example.org");
        var path = link(LinkKind.PATIENT);
        visitor.open(path + "/identity");

        assertThat(identify(path, "ben@example.org", "27").getRedirectedUrl()).isEqualTo("/sign-in/code");
        visitor.open("/sign-in/code");
        clinics.sendCodes();
        assertThat(visitor.submit("/sign-in/code", "code", Clinics.CODE).getRedirectedUrl())
                .isEqualTo("/sign-in/address-taken");
        assertThat(visitor.open("/sign-in/address-taken").getContentAsString()).contains("Use another address");
        assertThat(visitor.open(path).getStatus()).as("works still").isEqualTo(200);
    }

    @Test
    void anAddressOfAKindTheClinicSendsNothingToIsSaidSo() throws Exception {
        withoutCredential();
        var path = link(LinkKind.PATIENT);
        visitor.open(path + "/identity");
        CurrentTenant.run(
                north(),
                () -> transaction.executeWithoutResult(
                        _ -> jdbc.sql("update __tenant__.authentication_settings set mobile_codes = false")
                                .update()));

        var refused = identify(path, "07400 123456", "27");

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("No codes are sent by text message here");
    }

    @Test
    void everyLinkThatLetsNobodyInAnswersAlikeWhateverTheReason() throws Exception {
        withoutCredential();
        var used = link(LinkKind.ACCESS);
        var revoked = link(LinkKind.ACCESS);
        CurrentTenant.run(north(), () -> links.revoke(anna, ROSA));

        var forged = text(visitor.open("/link/forged"), "forged");
        assertThat(text(visitor.open(used), used)).isEqualTo(forged);
        assertThat(text(visitor.open(revoked), revoked)).isEqualTo(forged);
        assertThat(text(visitor.open(revoked + "/identity"), revoked)).isEqualTo(forged);
        assertThat(visitor.open(revoked).getStatus()).isEqualTo(410);
        assertThat(visitor.submit("/link/" + "x".repeat(3_000) + "/identity", "address", ANNA)
                        .getStatus())
                .isIn(303, 410);
    }

    @Test
    void theThirdWrongDateEndsTheLink() throws Exception {
        withoutCredential();
        var path = link(LinkKind.PATIENT);
        visitor.open(path + "/identity");

        assertThat(identify(path, ANNA, "1").getStatus()).isEqualTo(422);
        assertThat(identify(path, ANNA, "2").getContentAsString()).contains("then the link stops working");
        assertThat(identify(path, ANNA, "3").getStatus()).isEqualTo(410);
        assertThat(visitor.open(path).getStatus()).isEqualTo(410);
    }

    @Test
    void aFormThatIsTooOldLeadsBackToTheLink() {
        var path = link(LinkKind.PATIENT);

        var stale = visitor.submit(path + "/identity", "address", "email");

        assertThat(stale.getStatus()).isEqualTo(303);
        assertThat(stale.getRedirectedUrl()).isEqualTo(path);
    }

    @Test
    void anotherClinicsLinkIsNone() throws Exception {
        var path = link(LinkKind.PATIENT);
        clinics.patient(south(), "Sora", "sora@example.org");

        assertThat(clinics.visitor(Clinics.SOUTH).open(path).getStatus()).isEqualTo(410);
    }

    private MockHttpServletResponse identify(String path, String address, String day) {
        return visitor.submit(
                path + "/identity", "address", address, "born.day", day, "born.month", "3", "born.year", "1980");
    }

    private String link(LinkKind kind) {
        return CurrentTenant.call(
                north(), () -> links.make(anna, kind, ROSA).map(LinkToken::path).orElseThrow());
    }

    private void withoutCredential() {
        CurrentTenant.run(north(), () -> access.remove(anna, CredentialChannel.EMAIL, ROSA));
    }

    private static String text(MockHttpServletResponse response, String token) throws UnsupportedEncodingException {
        return response.getContentAsString().replace(token, "").replaceAll("(hx-headers|value)=\"[^\"]*\"", "");
    }
}
