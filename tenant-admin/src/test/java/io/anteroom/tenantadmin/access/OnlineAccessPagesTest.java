package io.anteroom.tenantadmin.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.door.StaffPagesFixture;
import io.anteroom.testing.Tenants;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class OnlineAccessPagesTest extends StaffPagesFixture {

    private static final String BORN = "1980-03-27";

    OnlineAccessPagesTest() {
        super(StaffRole.RECEPTIONIST);
    }

    @BeforeEach
    void patients() {
        addLee(Tenants.north(), "Anna", BORN);
        addLee(Tenants.north(), "Bob", BORN);
        addLee(Tenants.south(), "Sora", BORN);
    }

    @Test
    void aPatientWithoutCredentialsIsSaidToHaveNoAccess() {
        assertThat(get("north", 1, ""))
                .hasStatusOk()
                .bodyText()
                .contains("Anna can’t sign in to the portal", "Configure credentials", "Not signed in anywhere");
    }

    @Test
    void credentialsAreConfiguredAndShownUnverified() {
        assertThat(configure("north", 1, "Anna@Example.org", "07400 123456", "true"))
                .hasStatus(303)
                .hasHeader("Location", "/o/north/patients/1/online-access");
        assertThat(get("north", 1, ""))
                .bodyText()
                .contains("anna@example.org", "07400 123456", "Unverified", "Remove email", "Remove mobile");
        assertThat(get("north", 1, "/credentials")).bodyText().contains("value=\"anna@example.org\"");
    }

    @Test
    void withoutTheTickNothingIsSavedAndWhatWasTypedIsKept() {
        assertThat(configure("north", 1, "anna@example.org", "", ""))
                .hasStatus(422)
                .bodyText()
                .contains("Check these details with the patient", "value=\"anna@example.org\"");
        assertThat(get("north", 1, "")).bodyText().contains("can’t sign in");
    }

    @Test
    void anAddressOfAnotherPatientIsRefusedWithTheHoldersName() {
        configure("north", 1, "lee@example.org", "", "true");

        assertThat(configure("north", 2, "LEE@example.org", "", "true"))
                .hasStatus(422)
                .bodyText()
                .contains("Anna Lee already signs in with this email");
        assertThat(configure("south", 1, "lee@example.org", "", "true")).hasStatus(303);
    }

    @Test
    void anAddressOfAnAccountThatOpensNoRecordIsRefusedWithWhatToDo() {
        configure("north", 1, "lee@example.org", "", "true");
        CurrentTenant.run(
                Tenants.north(),
                () -> transaction.executeWithoutResult(
                        status -> jdbc.sql("update __tenant__.access_grant set ended_at = now()")
                                .update()));

        assertThat(configure("north", 2, "lee@example.org", "", "true"))
                .hasStatus(422)
                .bodyText()
                .contains("An account that opens no record signs in with this email", "Requests to match");
    }

    @Test
    void whoElseSeesTheRecordIsListed() {
        configure("north", 2, "bob@example.org", "", "true");
        CurrentTenant.run(
                Tenants.north(),
                () -> transaction.executeWithoutResult(status -> {
                    jdbc.sql("update __tenant__.authentication_settings set one_patient_per_account = false")
                            .update();
                    jdbc.sql("""
                        insert into __tenant__.access_grant (account_id, patient_id, relationship, level, scope, granted_at,
                               granted_by, one_patient_per_account)
                        values (1, 1, 'carer', 'full', array['money'], now(), 'Rosa <Reception>', false)""").update();
                }));

        assertThat(get("north", 1, ""))
                .bodyText()
                .contains("; Bob Lee (carer) has full access.", "bob@example.org", "Rosa &lt;Reception&gt;");
        assertThat(get("north", 2, "")).bodyText().contains("Nobody else sees this record");
    }

    @Test
    void badInputIsSaidBesideItsField() {
        assertThat(configure("north", 1, "<script>", "x".repeat(10_000), "true"))
                .hasStatus(422)
                .bodyText()
                .contains("Enter an email address, like", "Enter a mobile number", "&lt;script>");
    }

    @Test
    void oddAddressesAndNumbersAreSaidBesideTheirFieldsAndNeverAFault() {
        for (var email : List.of(
                "a@" + "b.".repeat(5_000) + "org", "ß".repeat(33) + "@example.org", "anna@", "an\u0007na@e.org")) {
            assertThat(configure("north", 1, email, "", "true"))
                    .hasStatus(422)
                    .bodyText()
                    .contains("Enter an email");
        }
        for (var mobile : List.of("090-1234-5678", "020 7946 0000", "07400 FLOWER", "1".repeat(10_000))) {
            assertThat(configure("north", 1, "", mobile, "true"))
                    .hasStatus(422)
                    .bodyText()
                    .contains("Enter a mobile");
        }
        assertThat(configure("north", 1, "\u0430nna@example.org", "", "true"))
                .hasStatus(422)
                .bodyText()
                .contains("mixes letters of alphabets that look alike");
        assertThat(configure("north", 1, "Anna+clinic@example.org", "+81 90 1234 5678", "true"))
                .hasStatus(303);
        assertThat(get("north", 1, "")).bodyText().contains("anna+clinic@example.org", "+81 90-1234-5678");
    }

    @Test
    void removingTheLastCredentialWarnsThatAllAccessIsLostAndTakesEffectWithSave() {
        configure("north", 1, "anna@example.org", "", "true");

        assertThat(get("north", 1, "/credentials/email/removal"))
                .hasStatusOk()
                .bodyText()
                .contains("Remove this email?", "loses all access to the portal", "Cancel", "before you choose Save");
        assertThat(post("north", 1, "/credentials/draft", "seen", seen(1), "remove", "email"))
                .hasStatusOk()
                .bodyText()
                .contains("anna@example.org will be removed when you save", "Keep this email", "name=\"removeEmail\"");
        assertThat(get("north", 1, "")).bodyText().contains("Anna can sign in with anna@example.org");
        assertThat(post("north", 1, "/credentials", "seen", seen(1), "removeEmail", "true"))
                .hasStatus(303);
        assertThat(get("north", 1, "")).bodyText().contains("can’t sign in");
        assertThat(get("north", 1, "/credentials/email/removal")).hasStatus(404);
        assertThat(get("north", 1, "/credentials/pigeon/removal")).hasStatus(404);
    }

    @Test
    void theTrashCanOfTheWindowKeepsWhatElseWasTypedThere() {
        configure("north", 1, "anna@example.org", "", "true");

        assertThat(post(
                        "north",
                        1,
                        "/credentials/email/removal",
                        "seen",
                        seen(1),
                        "email",
                        "anna@example.org",
                        "mobile",
                        "07400 <1>",
                        "inviteOther",
                        "true",
                        "inviteName",
                        "Cora"))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"mobile\" value=\"07400 &lt;1>\"", "name=\"inviteName\" value=\"Cora\"");
        assertThat(post("north", 1, "/credentials/draft", "removeEmail", "true", "mobile", "1", "keep", "email"))
                .bodyText()
                .contains("value=\"anna@example.org\"", "name=\"mobile\" value=\"1\"")
                .doesNotContain("will be removed when you save");
    }

    @Test
    void theSecondOfTwoStaffIsToldWithWhatIsThereNow() {
        var seen = seen(1);
        configure("north", 1, "anna@example.org", "", "true");

        assertThat(post("north", 1, "/credentials", "seen", seen, "email", "other@example.org", "verified", "true"))
                .hasStatus(409)
                .bodyText()
                .contains(
                        "Robin Desk changed this while you edited it",
                        "email anna@example.org",
                        "value=\"other@example.org\"");
    }

    @Test
    void anInvitationIsSentWithSaveShownSentAnewAndRevoked() {
        portalOn();
        assertThat(post(
                        "north",
                        1,
                        "/credentials",
                        "seen",
                        seen(1),
                        "inviteByEmail",
                        "true",
                        "inviteOther",
                        "true",
                        "inviteName",
                        "Cora <Carer>",
                        "inviteRelationship",
                        "carer",
                        "inviteEmail",
                        "cora@example.org",
                        "inviteLevel",
                        "full",
                        "inviteMoney",
                        "true"))
                .hasStatus(303);

        assertThat(get("north", 1, ""))
                .bodyText()
                .contains("Cora &lt;Carer&gt;, carer, full access", "cora@example.org", "Sent", "Send again", "Revoke");
        assertThat(post("north", 1, "/invitations/1/resend")).hasStatus(303);
        assertThat(get("north", 1, "")).bodyText().contains("Replaced", "by a newer one");
        assertThat(post("north", 1, "/invitations/2/revocation")).hasStatus(303);
        assertThat(get("north", 1, "")).bodyText().contains("Revoked").doesNotContain("Send again");
        assertThat(post("north", 1, "/invitations/2/revocation")).hasStatus(303);
        assertThat(post("north", 2, "/invitations/2/revocation")).hasStatus(404);
        assertThat(post("south", 1, "/invitations/2/resend")).hasStatus(404);
    }

    @Test
    void whatStandsAgainstAnInvitationIsSaidBesideItsField() {
        assertThat(post(
                        "north",
                        1,
                        "/credentials",
                        "seen",
                        seen(1),
                        "inviteByEmail",
                        "true",
                        "inviteBySms",
                        "true",
                        "inviteOther",
                        "true",
                        "inviteEmail",
                        "cora",
                        "inviteUntil",
                        "yesterday"))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Enter an email address, like",
                        "Enter the mobile number to send it to",
                        "Enter the person’s name",
                        "Choose what the person is",
                        "Choose at least one part",
                        "Enter a day to come");
        assertThat(post("north", 1, "/credentials", "seen", seen(1)))
                .hasStatus(422)
                .bodyText()
                .contains("Nothing was changed");
    }

    @Test
    void aRecordThatIsNotAtThisClinicIsNotThere() {
        for (var path : new String[] {"", "/credentials", "/credentials/email/removal"}) {
            assertThat(get("south", 2, path)).hasStatus(404);
        }
        for (var path : new String[] {"/credentials", "/credentials/draft", "/invitations/1/resend"}) {
            assertThat(post("south", 2, path)).hasStatus(404);
        }
        assertThat(post("south", 2, "/sessions/1/end")).hasStatus(404);
    }

    @Test
    void whoMayNotManageAccessSeesAndChangesNothing() {
        role = StaffRole.BILLING;

        for (var path : new String[] {"", "/credentials", "/credentials/email/removal"}) {
            assertThat(get("north", 1, path)).hasStatus(403);
        }
        assertThat(post("north", 1, "/credentials", "email", "anna@example.org", "verified", "true"))
                .hasStatus(403);
        for (var path : new String[] {
            "/credentials/email/removal", "/credentials/draft", "/invitations/1/resend", "/invitations/1/revocation"
        }) {
            assertThat(post("north", 1, path)).hasStatus(403);
        }
        assertThat(post("north", 1, "/sessions/1/end")).hasStatus(403);
    }

    private MvcTestResult get(String organisation, long patient, String path) {
        return opens(path(organisation, patient, path));
    }

    /** Sends a form; names and values by turns. */
    private MvcTestResult post(String organisation, long patient, String path, String... fields) {
        return sends(path(organisation, patient, path), fields);
    }

    /** What the window says of what was there when it was opened. */
    private String seen(long patient) {
        return seen("north", patient);
    }

    private String seen(String organisation, long patient) {
        return hidden(get(organisation, patient, "/credentials"), "seen");
    }

    private void portalOn() {
        CurrentTenant.run(
                Tenants.north(),
                () -> transaction.executeWithoutResult(
                        status -> jdbc.sql("insert into __tenant__.portal_settings (switched_on) values (true)")
                                .update()));
    }

    private MvcTestResult configure(String organisation, long patient, String email, String mobile, String tick) {
        return post(
                organisation,
                patient,
                "/credentials",
                "seen",
                seen(organisation, patient),
                "email",
                email,
                "mobile",
                mobile,
                "verified",
                tick);
    }

    private static String path(String organisation, long patient, String path) {
        return "/o/" + organisation + "/patients/" + patient + "/online-access" + path;
    }
}
