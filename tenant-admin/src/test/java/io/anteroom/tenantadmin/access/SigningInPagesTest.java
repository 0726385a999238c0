package io.anteroom.tenantadmin.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenantadmin.door.StaffPagesFixture;
import io.anteroom.testing.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the tab says of somebody who can't get in, and its two buttons. */
class SigningInPagesTest extends StaffPagesFixture {

    SigningInPagesTest() {
        super(StaffRole.RECEPTIONIST);
    }

    @BeforeEach
    void aPatientOfEachClinicWhoHasSignedIn() {
        for (var clinic : Tenants.both()) {
            addAnnaWithAnAccount(clinic);
            at(clinic, """
                    insert into __tenant__.portal_settings (sole, switched_on) values (true, true)
                    on conflict (sole) do update set switched_on = true""");
        }
    }

    @Test
    void whoeverNeverTriedHasNoProblem() {
        assertThat(tab("north"))
                .hasStatusOk()
                .bodyText()
                .contains("No problem", "Anna has not tried to sign in lately", "Nobody has tried to sign in yet")
                .doesNotContain("Send the code again", "Unlock");
    }

    @Test
    void aBrowserThatWaitsGetsANewCodeByAButtonThatShowsNone() {
        waits(Tenants.north(), "sent", "null");

        assertThat(tab("north"))
                .bodyText()
                .contains(
                        "A browser still waits. If it is Anna’s", "Send the code again", "delivered to the mail server")
                .doesNotContain("{secret}");
        assertThat(post("north", 1, "codes")).hasStatus(303).hasHeader("Location", "/o/north/patients/1/online-access");
        assertThat(codes(Tenants.north())).isEqualTo(2);
        assertThat(tab("north"))
                .bodyText()
                .contains("A code is on its way to anna@example.org", "had the code sent again")
                .doesNotContain("Send the code again");
        assertThat(post("north", 1, "codes")).hasStatus(303);
        assertThat(codes(Tenants.north())).isEqualTo(2);
    }

    @Test
    void aBounceIsSaidWithTheWayToTheAddress() {
        waits(Tenants.north(), "failed", "'The mail server refused the message (550)'");

        assertThat(tab("north"))
                .bodyText()
                .contains(
                        "could not be delivered to anna@example.org: The mail server refused the message (550)",
                        "Check the address with Anna",
                        "/o/north/patients/1/online-access/credentials\">Configure credentials</a></p>")
                .doesNotContain("Send the code again");
    }

    @Test
    void aLockIsLiftedByAButton() {
        at(Tenants.north(), """
                insert into __tenant__.sign_in_limit (channel, typed, times_locked, last_wrong, locked_until)
                values ('email', 'anna@example.org', 1, now(), now() + interval '50 seconds')""");

        assertThat(tab("north")).bodyText().contains("Ten wrong codes in a row", "Unlock");
        assertThat(post("south", 1, "unlocking")).hasStatus(303);
        assertThat(tab("north")).bodyText().contains("Ten wrong codes in a row");
        assertThat(post("north", 1, "unlocking")).hasStatus(303);
        assertThat(tab("north"))
                .bodyText()
                .contains("lifted the lock after ten wrong tries")
                .doesNotContain(">Unlock<");
    }

    @Test
    void whoeverWasInvitedAndIsNotInYetGetsANewInvitation() {
        takeAccessAway();
        assertThat(tab("north")).bodyText().contains("Nobody can sign in to this record yet", "Configure credentials");

        invited("now() + interval '5 days'");
        assertThat(tab("north"))
                .bodyText()
                .contains("The invitation sent to Anna on", "has not been used yet", "Send a new invitation")
                .contains("action=\"/o/north/patients/1/online-access/invitations/1/resend\"")
                .doesNotContain("Nobody can sign in to this record yet");

        at(Tenants.north(), "update __tenant__.invitation set expires_at = now() - interval '1 hour'");
        assertThat(tab("north")).bodyText().contains("has expired. Send a new one", "Send a new invitation");
        assertThat(invitationAct("1/resend")).hasStatus(303);
        assertThat(tab("north"))
                .bodyText()
                .contains("has not been used yet", "invitations/2/resend")
                .doesNotContain("invitations/1/resend");
    }

    @Test
    void anInvitationThatCouldNotBeDeliveredLeadsToTheAddress() {
        takeAccessAway();
        invited("now() + interval '5 days'");
        at(Tenants.north(), """
                insert into __tenant__.message (id, channel, recipient, about_kind, about_ref, content, state, attempts,
                       reason, created_at, state_at)
                values (gen_random_uuid(), 'email', 'anna@example.org', 'invitation', '1', '{"subject": "s", "heading": "h",
                        "paragraphs": [], "details": []}', 'failed', 1, 'No such mailbox', now(), now())""");
        assertThat(tab("north"))
                .bodyText()
                .contains("could not be delivered: No such mailbox. Check the address with Anna")
                .doesNotContain(">Send a new invitation<");
    }

    @Test
    void anInvitationOfSomebodyWhoIsInIsNoProblem() {
        invited("now() - interval '1 hour'");
        assertThat(tab("north")).bodyText().contains("No problem").doesNotContain("Send a new invitation");
    }

    @Test
    void anAccountThatDoesNotSeeTheRecordIsNotThere() {
        assertThat(post("north", 7, "codes")).hasStatus(404);
        assertThat(post("north", 7, "unlocking")).hasStatus(404);
    }

    @Test
    void whoMayNotManageAccessHelpsNobody() {
        waits(Tenants.north(), "sent", "null");
        role = StaffRole.BILLING;

        assertThat(post("north", 1, "codes")).hasStatus(403);
        assertThat(post("north", 1, "unlocking")).hasStatus(403);
        assertThat(codes(Tenants.north())).isEqualTo(1);
    }

    /** A browser asked for a code two minutes ago; what became of the message. */
    private void waits(Tenant clinic, String state, String reason) {
        at(clinic, """
                insert into __tenant__.sign_in (id, browser_hash, channel, typed, host, asked_at)
                values ('018f0000-0000-7000-8000-000000000001', sha256('browser'), 'email', 'anna@example.org', 'h',
                        now() - interval '2 minutes')""");
        at(clinic, """
                insert into __tenant__.one_time_code (sign_in_id, asked_at, expires_at, code_hash, credential_id, outcome)
                values ('018f0000-0000-7000-8000-000000000001', now() - interval '2 minutes', now() + interval '8 minutes',
                        sha256('code'), 1, 'sent')""");
        at(clinic, """
                insert into __tenant__.message (id, channel, recipient, about_kind, about_ref, content, state, attempts,
                       reason, created_at, state_at)
                values (gen_random_uuid(), 'email', 'anna@example.org', 'sign-in-code', '1', '{}', '%s', 1, %s,
                        now() - interval '2 minutes', now())""".formatted(state, reason));
    }

    private void takeAccessAway() {
        at(Tenants.north(), "update __tenant__.access_grant set ended_at = now(), ended_because = 'ended-by-staff'");
        at(Tenants.north(), "delete from __tenant__.credential");
    }

    private void invited(String until) {
        at(Tenants.north(), """
                insert into __tenant__.invitation (patient_id, token_hash, relationship, level, scope, email, by_email,
                       by_sms, proved_by, sent_at, sent_by, sent_by_id, expires_at)
                values (1, sha256('token'), 'self', 'full', array['money'], 'anna@example.org', true, false, 'email',
                        now() - interval '2 days', 'Rosa', 'rosa', %s)""".formatted(until));
    }

    private MvcTestResult invitationAct(String act) {
        return sends(path("north") + "/invitations/" + act);
    }

    private long codes(Tenant clinic) {
        return in(
                clinic,
                () -> jdbc.sql("select count(*) from __tenant__.one_time_code")
                        .query(Long.class)
                        .single());
    }

    private void at(Tenant clinic, String sql) {
        run(clinic, sql.replace("now()", NOW));
    }

    private MvcTestResult tab(String organisation) {
        return opens(path(organisation));
    }

    private MvcTestResult post(String organisation, long account, String act) {
        return sends(path(organisation) + "/accounts/" + account + "/" + act);
    }

    private static String path(String organisation) {
        return "/o/" + organisation + "/patients/1/online-access";
    }
}
