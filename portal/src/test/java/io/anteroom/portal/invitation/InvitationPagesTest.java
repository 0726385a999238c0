package io.anteroom.portal.invitation;

import static io.anteroom.portal.Clinics.CODE;
import static io.anteroom.portal.Clinics.NORTH;
import static io.anteroom.portal.Clinics.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.invitation.InvitationList;
import io.anteroom.clinic.access.invitation.InvitationState;
import io.anteroom.clinic.access.invitation.Invitations;
import io.anteroom.clinic.access.invitation.Sending;
import io.anteroom.clinic.access.invitation.SentInvitation;
import io.anteroom.clinic.access.invitation.WantedInvitation;
import io.anteroom.clinic.access.invitation.WantedInvitation.Other;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.portal.Clinics;
import io.anteroom.portal.PortalTest;
import io.anteroom.portal.Visitor;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.Tenants;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
@Import(Clinics.class)
class InvitationPagesTest {

    private static final Actor.Staff ROSA = new Actor.Staff("rosa", "Rosa Reception");
    private static final String LINK = "/sign-in/invitation/the-token";

    @Autowired
    Clinics clinics;

    @Autowired
    Invitations invitations;

    @Autowired
    InvitationList list;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    PatientId anna;

    Visitor cora;

    @BeforeEach
    void coraIsInvitedToLookAfterAnna() {
        anna = clinics.patient(Tenants.north(), "Anna", "anna@example.org");
        clinics.patient(Tenants.south(), "Anna", "anna@example.org");
        cora = clinics.visitor(NORTH);
        CurrentTenant.run(Tenants.north(), () -> {
            var wanted = new WantedInvitation(
                    true, false, "cora@example.org", "", new Other("Cora Carer", "carer", "full", Set.of("money"), ""));
            assertThat(invitations.send(anna, wanted, ROSA)).isInstanceOf(Sending.Sent.class);
            transaction.executeWithoutResult(
                    status -> jdbc.sql("update __tenant__.invitation set token_hash = sha256('the-token'::bytea)")
                            .update());
        });
    }

    @Test
    void theLinkLeadsToAButtonTheButtonToACodeAndTheCodeIn() {
        var page = text(cora.open(LINK));
        assertThat(page)
                .contains("You’re invited to the portal of North Clinic", "c•••@example.org", "look after somebody")
                .doesNotContain("Anna", "Cora");
        assertThat(cora.submit(LINK).getRedirectedUrl()).isEqualTo("/sign-in/code");
        assertThat(text(cora.open("/sign-in/code"))).contains("c•••@example.org");
        clinics.sendCodes();

        assertThat(cora.submit("/sign-in/code", "code", CODE).getRedirectedUrl())
                .isEqualTo("/");
        assertThat(text(cora.open("/sessions"))).contains("This browser");
        assertThat(states()).containsExactly(InvitationState.USED);
    }

    @Test
    void aMailScannerThatFollowsTheLinkUsesNothingUp() {
        for (int i = 0; i < 3; i++) {
            assertThat(clinics.visitor(NORTH).open(LINK).getStatus()).isEqualTo(200);
        }

        assertThat(states()).containsExactly(InvitationState.SENT);
    }

    @Test
    void aForgedLinkOneOfAnotherClinicAndOneThatHasEndedGetTheSameBytes() {
        var forged = clinics.visitor(NORTH).open("/sign-in/invitation/forged");
        assertThat(forged.getStatus()).isEqualTo(410);
        assertThat(text(forged)).contains("This link can’t be used any more");
        assertThat(clinics.visitor(SOUTH).open(LINK).getStatus()).isEqualTo(410);
        cora.open(LINK);
        CurrentTenant.run(
                Tenants.north(),
                () -> invitations.revoke(anna, list.of(anna).getFirst().id(), ROSA));

        assertThat(cora.submit(LINK).getStatus()).isEqualTo(410);
        assertThat(bare(clinics.visitor(NORTH).open(LINK))).isEqualTo(bare(forged));
        assertThat(text(clinics.visitor(NORTH).open("/sign-in/invitation/" + "x".repeat(5_000))))
                .contains("This link can’t be used any more");
    }

    @Test
    void oneThatIsRevokedWhileTheCodeIsTypedEndsOnTheSamePage() {
        cora.open(LINK);
        cora.submit(LINK);
        cora.open("/sign-in/code");
        clinics.sendCodes();
        CurrentTenant.run(
                Tenants.north(),
                () -> invitations.revoke(anna, list.of(anna).getFirst().id(), ROSA));

        assertThat(cora.submit("/sign-in/code", "code", CODE).getRedirectedUrl())
                .isEqualTo("/sign-in/link-ended");
        assertThat(text(cora.open("/sign-in/link-ended"))).contains("This link can’t be used any more");
    }

    @Test
    void aFormWithoutItsTokenLeadsBackToTheLink() {
        assertThat(cora.submit(LINK).getRedirectedUrl()).isEqualTo(LINK);
        assertThat(cora.submit("/sign-in/invitation/a.b").getRedirectedUrl()).isEqualTo("/sign-in");
    }

    @Test
    void tooManyCodesAreAnsweredOnThePage() {
        for (int i = 0; i < 3; i++) {
            var browser = clinics.visitor(NORTH);
            browser.open(LINK);
            assertThat(browser.submit(LINK).getStatus()).isEqualTo(303);
        }
        cora.open(LINK);
        var answer = cora.submit(LINK);

        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(text(answer)).contains("You can ask for another in");
    }

    private List<InvitationState> states() {
        return CurrentTenant.call(
                Tenants.north(),
                () -> list.of(anna).stream().map(SentInvitation::state).toList());
    }

    /** Without what is the browser's own: its token, and where choosing a language leads back to, which is where it is. */
    private static String bare(MockHttpServletResponse response) {
        return response.getStatus()
                + text(response)
                        .replaceAll("hx-headers=\"[^\"]+\"", "")
                        .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "")
                        .replaceAll("name=\"to\" value=\"[^\"]+\"", "");
    }

    private static String text(MockHttpServletResponse response) {
        try {
            return response.getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
