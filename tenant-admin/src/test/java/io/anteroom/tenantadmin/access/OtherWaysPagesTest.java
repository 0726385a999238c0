package io.anteroom.tenantadmin.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenantadmin.door.StaffPagesFixture;
import io.anteroom.testing.Tenants;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The tab's section of passwords, passkeys and printed codes. */
class OtherWaysPagesTest extends StaffPagesFixture {

    private static final String PAGE = "/o/north/patients/1/online-access";

    OtherWaysPagesTest() {
        super(StaffRole.RECEPTIONIST);
    }

    @BeforeEach
    void aPatientOfEachClinic() {
        Tenants.both().forEach(this::addAnnaWithAnAccount);
    }

    @Test
    void aPatientWithCodesAloneHasNone() {
        assertThat(get(""))
                .hasStatusOk()
                .bodyText()
                .contains("Other ways in", "None. The patient signs in with a code");
        for (var path : List.of("/passkeys/1/removal", "/recovery-codes/removal", "/password/removal")) {
            assertThat(get(path))
                    .as("somebody goes back to a question that was answered")
                    .hasStatus(303)
                    .hasHeader("Location", "/o/north/patients/1/online-access");
        }
    }

    @Test
    void whatThereIsIsShownWithoutSecretsAndTakenAwayAfterAWarning() {
        has(Tenants.north());
        has(Tenants.south());
        assertThat(get(""))
                .bodyText()
                .contains("Password: set on 21 Nov 2026, 09:00", "Printed codes: 1 of 10 unused, made on 21 Nov 2026")
                .contains("Anna’s &lt;phone&gt;", "/o/north/patients/1/online-access/passkeys/1/removal", "Never")
                .doesNotContain("pbkdf2", "None. The patient");

        assertThat(get("/passkeys/1/removal"))
                .bodyText()
                .contains("Remove the passkey ‘Anna’s &lt;phone&gt;’?", "signed out at once", "and is told");
        assertThat(post("/passkeys/1/removal"))
                .hasStatus(303)
                .hasHeader("Location", "/o/north/patients/1/online-access");
        assertThat(post("/passkeys/1/removal")).as("twice is once").hasStatus(303);
        assertThat(get("/recovery-codes/removal")).bodyText().contains("End the printed codes?");
        assertThat(post("/recovery-codes/removal")).hasStatus(303);
        assertThat(post("/recovery-codes/removal")).hasStatus(303);

        assertThat(get("")).bodyText().contains("Password: set on").doesNotContain("phone&gt;", "Printed codes:");
        assertThat(get("/password/removal"))
                .bodyText()
                .contains("Remove the password?", "It signs nobody in any more", "with a code as before, and is told");
        assertThat(post("/password/removal")).hasStatus(303);
        assertThat(post("/password/removal")).as("twice is once").hasStatus(303);
        assertThat(get("")).bodyText().doesNotContain("Password: set on");
        assertThat(count(Tenants.south(), "account_password")).isEqualTo(1);
        assertThat(count(Tenants.north(), "passkey")).isZero();
        assertThat(count(Tenants.north(), "recovery_set")).isZero();
        assertThat(count(Tenants.south(), "passkey")).isEqualTo(1);
        assertThat(count(Tenants.south(), "recovery_set")).isEqualTo(1);
    }

    @Test
    void locksOfPasswordsAndPrintedCodesAreLiftedByAButton() {
        run(Tenants.north(), """
                insert into __tenant__.portal_settings (sole, switched_on) values (true, true)
                on conflict (sole) do update set switched_on = true""");
        run(Tenants.north(), """
                insert into __tenant__.password_limit (channel, typed, wrong, last_wrong, locked_until)
                values ('email', 'anna@example.org', 10, '2026-11-21T09:00:00Z', now() + interval '100 years')""");
        assertThat(get(""))
                .bodyText()
                .contains("Ten wrong passwords in a row were entered for anna@example.org", ">Unlock<")
                .contains("Entered a wrong password, 10 times since the last right one; passwords were locked");

        assertThat(post("/accounts/1/unlocking")).hasStatus(303);
        assertThat(get(""))
                .bodyText()
                .contains("lifted the lock after ten wrong tries")
                .doesNotContain(">Unlock<");
    }

    @Test
    void aPasswordOfTwoStepsIsSaidToBeOneAndRemovedAfterAWarning() {
        has(Tenants.north());
        run(Tenants.north(), "update __tenant__.account_password set two_step = true");
        run(Tenants.north(), """
                insert into __tenant__.portal_settings (sole, switched_on) values (true, true)
                on conflict (sole) do update set switched_on = true""");
        run(Tenants.north(), """
                update __tenant__.account_password
                   set wrong = 10, last_wrong = '2026-11-21T09:00:00Z', locked_until = now() + interval '100 years'""");
        assertThat(get(""))
                .bodyText()
                .contains(
                        "in two steps: a code and the password are asked for together", "if it is forgotten, remove it")
                .contains("Ten wrong passwords in a row were entered after a right code", ">Unlock<")
                .contains("Entered a wrong password after a right code, 10 times");
        assertThat(get("/passkeys/1/removal"))
                .bodyText()
                .contains("can sign in with a code and the password as before");
        assertThat(get("/password/removal"))
                .bodyText()
                .contains("be sure that it is Anna who asks", "signs in with a code alone");
        assertThat(post("/accounts/1/unlocking")).hasStatus(303);
        assertThat(get("")).bodyText().doesNotContain(">Unlock<");
        assertThat(post("/password/removal")).hasStatus(303);
        assertThat(count(Tenants.north(), "account_password")).isZero();
    }

    @Test
    void whoMayNotManageAccessTakesNothingAway() {
        has(Tenants.north());
        role = StaffRole.BILLING;
        for (var path : List.of("/passkeys/1/removal", "/recovery-codes/removal", "/password/removal")) {
            assertThat(get(path)).hasStatus(403);
            assertThat(post(path)).hasStatus(403);
        }
        assertThat(count(Tenants.north(), "passkey")).isEqualTo(1);
    }

    private void has(Tenant clinic) {
        run(clinic, "insert into __tenant__.passkey_holder values (1, sha256('holder'))");
        run(clinic, """
                insert into __tenant__.passkey (account_id, host, name, credential_id, attested, sign_count, backup_eligible,
                       backed_up, added_at)
                values (1, 'north', 'Anna’s <phone>', sha256('key'), sha256('key'), 0, false, false, now())""");
        run(clinic, "insert into __tenant__.recovery_set (account_id, made_at) values (1, '2026-11-21T09:00:00Z')");
        run(clinic, "insert into __tenant__.recovery_code (set_id, code_hash) values (1, sha256('code'))");
        run(clinic, """
                insert into __tenant__.account_password
                values (1, 1, '{pbkdf2-sha256-600000}' || repeat('x', 60), '2026-11-21T09:00:00Z')""");
    }

    private long count(Tenant clinic, String table) {
        return in(
                clinic,
                () -> jdbc.sql("select count(*) from __tenant__." + table)
                        .query(Long.class)
                        .single());
    }

    private MvcTestResult get(String path) {
        return opens(PAGE + path);
    }

    private MvcTestResult post(String path) {
        return sends(PAGE + path);
    }
}
