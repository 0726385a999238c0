package io.anteroom.tenantadmin.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.access.AuthenticationSettings;
import io.anteroom.clinic.access.AuthenticationSettings.AgeRule;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.authentication.SettingsWords;
import io.anteroom.clinic.access.credential.OnlineAccess;
import io.anteroom.clinic.access.credential.WantedCredentials;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.door.StaffPagesFixture;
import io.anteroom.testing.Tenants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class AuthenticationPagesTest extends StaffPagesFixture {

    private static final String PAGE = "/o/north/settings/authentication";
    private static final Actor.Staff ROBIN = new Actor.Staff("staff-1", "Robin Desk");

    @Autowired
    Authentication authentication;

    @Autowired
    OnlineAccess access;

    AuthenticationPagesTest() {
        super(StaffRole.ADMIN);
    }

    @Test
    void theSettingsAreShownAndSaved() {
        assertThat(get(PAGE))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "id=\"f-session\" name=\"session\" value=\"24\"",
                        "Not saved yet",
                        "href=\"" + PAGE + "/model\"")
                .containsPattern("name=\"codesTo\" value=\"MOBILE\" checked");

        assertThat(post(PAGE, form("8", "", "", "EMAIL", "MOBILE"))).hasStatus(303);
        assertThat(north().session()).isEqualTo(Duration.ofHours(8));
        assertThat(north().elevation()).isEqualTo(Duration.ofMinutes(45));
        assertThat(CurrentTenant.call(Tenants.south(), authentication::settings).session())
                .isEqualTo(Duration.ofHours(24));
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndWhatWasTypedIsKept() {
        var answer = post(PAGE, form("25", "<b>", "26"));

        assertThat(answer).hasStatus(422);
        assertThat(answer)
                .bodyText()
                .contains(
                        "href=\"#f-codesTo\"",
                        "Leave at least one ticked",
                        "Enter a whole number of hours from 1 to 24",
                        "Enter an age from 1 to 25 years",
                        "value=\"25\"",
                        "value=\"&lt;b>\"",
                        "value=\"26\"")
                .containsPattern("id=\"unsaved\" class=\"unsaved\">");
        assertThat(post(PAGE, form("8", "16", "16", "EMAIL", "MOBILE")))
                .hasStatus(422)
                .bodyText()
                .contains("Enter an age above 16");
        assertThat(post(PAGE, form("9".repeat(10_000), "", "", "EMAIL", "PIGEON")))
                .hasStatus(422);
        assertThat(north().session()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void shorterPasswordsAreAllowedBesidePasswordsOnly() {
        var alone = form("24", "", "", "EMAIL", "MOBILE");
        alone.addAll(List.of("shortPasswords", "true"));
        assertThat(post(PAGE, alone)).hasStatus(422).bodyText().contains("Tick Passwords as well, or untick this");
        alone.addAll(List.of("passwords", "true"));
        assertThat(post(PAGE, alone)).hasStatus(303);
        assertThat(north().shortPasswords()).isTrue();
        assertThat(CurrentTenant.call(Tenants.south(), authentication::settings).shortPasswords())
                .isFalse();
        assertThat(get(PAGE)).bodyText().containsPattern("name=\"shortPasswords\" value=\"true\" checked");
    }

    @Test
    void staffAreToldWhoLosesAWayInBeforeItIsSaved() {
        var anna = patient("Anna");
        CurrentTenant.run(
                Tenants.north(),
                () -> access.configure(anna, new WantedCredentials("anna@example.org", "", true), ROBIN));

        var asked = post(PAGE, form("24", "", "", "MOBILE"));
        assertThat(asked)
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Save these settings?",
                        "1 account has no mobile number to sign in with",
                        "stays signed in until the session ends by itself",
                        "email and text message → text message");
        assertThat(north().codesTo()).hasSize(2);

        var agreed = form("24", "", "", "MOBILE");
        agreed.addAll(List.of("told", hidden(asked, "told")));
        assertThat(post(PAGE + "/changes", agreed))
                .hasStatusOk()
                .bodyText()
                .containsPattern("name=\"codesTo\" value=\"EMAIL\">")
                .containsPattern("id=\"unsaved\" class=\"unsaved\">");
        assertThat(post(PAGE, agreed)).hasStatus(303);
        assertThat(north().codesTo()).isEqualTo(Set.of(CredentialChannel.MOBILE));
    }

    @Test
    void aRuleOfAgesIsAskedBackWithHowManyAndWhen() {
        var parent = patient("Petra");
        var child = patient("Cleo");
        sql("update __tenant__.patient set birth_date = '2016-06-15' where id = " + child.value());
        CurrentTenant.run(
                Tenants.north(),
                () -> access.configure(parent, new WantedCredentials("petra@example.org", "", true), ROBIN));
        sql("update __tenant__.authentication_settings set one_patient_per_account = false");
        grant(1, child, "parent");

        var asked = post(PAGE, form("24", "12", "", "EMAIL", "MOBILE"));
        assertThat(asked)
                .hasStatusOk()
                .bodyText()
                .contains(
                        "One parent’s access to a child becomes limited on the child’s birthday.",
                        "The first of these birthdays is on 15 June 2028.");
        var agreed = form("24", "12", "", "EMAIL", "MOBILE");
        agreed.addAll(List.of("told", hidden(asked, "told")));
        assertThat(post(PAGE, agreed)).hasStatus(303);
        assertThat(north().parents()).isEqualTo(new AgeRule(12, null));
    }

    @Test
    void whoSavesAfterSomebodyElseIsToldAndKeepsWhatTheyTyped() {
        var mine = form("9", "", "", "EMAIL", "MOBILE");
        post(PAGE, form("8", "", "", "EMAIL", "MOBILE"));

        assertThat(post(PAGE, mine))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody saved other settings", "8 h → 9 h", "value=\"9\"")
                .contains("name=\"seen\" value=\"" + SettingsWords.fingerprint(north()));
        assertThat(north().session()).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void theAccountModelIsSwitchedOnceItWasSeenWhomItAffects() {
        assertThat(get(PAGE + "/model")).bodyText().contains("Now: <strong>One patient per account</strong>");
        var preview = PAGE + "/model/preview?model=FAMILY_ACCOUNTS";
        assertThat(get(preview)).bodyText().contains("Switch the account model?", "0 accounts open 0 records today");

        var change = List.of("model", "FAMILY_ACCOUNTS", "seenModel", "ONE_PATIENT_PER_ACCOUNT");
        assertThat(post(PAGE + "/model", change)).hasStatus(303);
        assertThat(get(preview))
                .bodyText()
                .contains("Nothing would change for anybody")
                .doesNotContain("Switch<");
        assertThat(post(PAGE + "/model", change)).hasStatus(303).hasHeader("Location", PAGE + "/model");
        assertThat(get(PAGE + "/model")).bodyText().contains("Now: <strong>Family accounts</strong>");
        assertThat(get("/o/south/settings/authentication/model"))
                .bodyText()
                .contains("Now: <strong>One patient per account</strong>");
    }

    @Test
    void aSwitchThatDataContradictsIsRefusedWithLinksToEachRecord() {
        var anna = patient("Anna");
        var ben = patient("Ben <b>");
        CurrentTenant.run(
                Tenants.north(),
                () -> access.configure(anna, new WantedCredentials("anna@example.org", "", true), ROBIN));
        sql("update __tenant__.authentication_settings set one_patient_per_account = false");
        grant(1, ben, "carer");

        assertThat(get(PAGE + "/model/preview?model=ONE_PATIENT_PER_ACCOUNT&oneAccountPerRecord=true"))
                .bodyText()
                .contains(
                        "You can’t switch yet",
                        "1 account opens more than one record",
                        "<a href=\"/o/north/patients/1/online-access\">Anna Lee</a>, "
                                + "<a href=\"/o/north/patients/2/online-access\">Ben &lt;b&gt; Lee</a>")
                .doesNotContain("<form method=\"post\" action=\"" + PAGE);
        assertThat(post(PAGE + "/model", List.of("model", "ONE_PATIENT_PER_ACCOUNT", "seenModel", "FAMILY_ACCOUNTS")))
                .hasStatus(303)
                .hasHeader("Location", PAGE + "/model/preview?model=ONE_PATIENT_PER_ACCOUNT&oneAccountPerRecord=false");
    }

    @Test
    void aReceptionistSeesAndChangesNothing() {
        role = StaffRole.RECEPTIONIST;

        for (var path : List.of(PAGE, PAGE + "/model", PAGE + "/model/preview")) {
            assertThat(get(path)).hasStatus(403);
        }
        assertThat(post(PAGE, form("8", "", "", "EMAIL"))).hasStatus(403);
        assertThat(post(PAGE + "/changes", form("8", "", "", "EMAIL"))).hasStatus(403);
        assertThat(post(PAGE + "/model", List.of("model", "FAMILY_ACCOUNTS"))).hasStatus(403);
        assertThat(north().session()).isEqualTo(Duration.ofHours(24));
    }

    private AuthenticationSettings north() {
        return CurrentTenant.call(Tenants.north(), authentication::settings);
    }

    private PatientId patient(String givenName) {
        return CurrentTenant.call(
                Tenants.north(),
                () -> transaction.execute(status -> jdbc.sql("""
                        insert into __tenant__.patient (version, given_name, family_name, birth_date, family_key, given_key,
                            search, created_at, changed_at, changed_by)
                        values (0, ?, 'Lee', '1980-03-27', 'lee', 'x', '', now(), now(), 'test') returning id""")
                        .param(givenName)
                        .query((row, number) -> new PatientId(row.getLong("id")))
                        .single()));
    }

    private void grant(long account, PatientId patient, String relationship) {
        sql("""
                insert into __tenant__.access_grant (account_id, patient_id, relationship, level, scope, granted_at,
                       granted_by, one_patient_per_account)
                values (%d, %d, '%s', 'full', array['money'], now(), 'test', false)""".formatted(account, patient.value(), relationship));
    }

    private void sql(String statement) {
        run(Tenants.north(), statement);
    }

    /** Names and values in turn. */
    private List<String> form(String session, String limitedFrom, String endsAt, String... codesTo) {
        var form = new ArrayList<>(List.of(
                "seen",
                SettingsWords.fingerprint(north()),
                "session",
                session,
                "limitedFrom",
                limitedFrom,
                "endsAt",
                endsAt,
                "elevation",
                "45",
                "patientsMayRevoke",
                "true"));
        for (var channel : codesTo) {
            form.addAll(List.of("codesTo", channel));
        }
        return form;
    }

    private MvcTestResult get(String path) {
        return opens(path);
    }

    private MvcTestResult post(String path, List<String> form) {
        return sends(path, form.toArray(String[]::new));
    }
}
