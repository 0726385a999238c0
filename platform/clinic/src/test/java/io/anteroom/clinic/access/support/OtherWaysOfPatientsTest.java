package io.anteroom.clinic.access.support;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.passkey.Passkey;
import io.anteroom.clinic.access.passkey.PasskeyId;
import io.anteroom.clinic.access.passkey.PatientPasskeys;
import io.anteroom.clinic.access.password.PatientPassword;
import io.anteroom.clinic.access.recovery.PatientRecoveryCodes;
import io.anteroom.clinic.access.recovery.RecoverySet;
import io.anteroom.clinic.access.session.SignInMethod;
import io.anteroom.clinic.access.support.TimelineEntry.What;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What staff see of the ways in besides codes, and what they do about them. */
@AccessTest
class OtherWaysOfPatientsTest {

    private static final String ANNA = "anna@example.org";
    private static final AccountId FIRST = new AccountId(1);

    @Autowired
    Clinic clinic;

    @Autowired
    PatientPasskeys passkeys;

    @Autowired
    PatientRecoveryCodes printed;

    @Autowired
    PatientPassword password;

    @Autowired
    SignInSupport support;

    @Autowired
    Timeline timeline;

    @Autowired
    TestClock clock;

    @Test
    void aPasskeyIsRemovedWithItsSessionsAndThePersonIsTold() {
        inSouth(() -> clinic.patient("Sora", ANNA, ""));
        inNorth(() -> {
            var anna = withAll();
            assertThat(passkeys.of(anna)).extracting(Passkey::name).containsExactly("My phone");

            assertThat(passkeys.remove(clinic.patient("Bob", "bob@example.org", ""), new PasskeyId(1), ROSA))
                    .as("it is not Bob's")
                    .isFalse();
            assertThat(passkeys.remove(anna, new PasskeyId(1), ROSA)).isTrue();
            assertThat(passkeys.remove(anna, new PasskeyId(1), ROSA)).isFalse();

            assertThat(passkeys.of(anna)).isEmpty();
            assertThat(clinic.texts("select ended_because from __tenant__.portal_session where method = 'passkey'"))
                    .containsExactly("ended-by-staff");
            assertThat(clinic.sql("select count(*) from __tenant__.portal_session where ended_at is null"))
                    .as("those that it did not begin")
                    .isEqualTo(2);
            assertThat(audited("passkey-removed")).isEqualTo("Rosa Reception 1 [{\"Before\": \"My phone\"}]");
            assertThat(told("passkey")).isEqualTo(1);
        });
        inSouth(() -> assertThat(passkeys.remove(new PatientId(1), new PasskeyId(1), ROSA))
                .isFalse());
    }

    @Test
    void printedCodesEndWithTheirSessionsAndThePersonIsTold() {
        inNorth(() -> {
            var anna = withAll();
            assertThat(printed.of(anna)).map(RecoverySet::left).contains(1);

            assertThat(printed.remove(anna, ROSA)).isTrue();
            assertThat(printed.remove(anna, ROSA)).isFalse();

            assertThat(clinic.sql("select count(*) from __tenant__.recovery_code"))
                    .isZero();
            assertThat(clinic.texts(
                            "select ended_because from __tenant__.portal_session where method = 'recovery-code'"))
                    .containsExactly("ended-by-staff");
            assertThat(audited("recovery-codes-removed"))
                    .isEqualTo("Rosa Reception 1 [{\"Before\": \"1 code left\"}, {\"After\": \"none\"}]");
            assertThat(told("recovery-code")).isEqualTo(1);
        });
    }

    @Test
    void locksOfPasswordsAndPrintedCodesAreSaidAndLifted() {
        inNorth(() -> {
            var anna = withAll();
            assertThat(password.of(anna)).contains(new PatientPassword.Kept(clock.instant(), false));
            var until = clock.instant().plusSeconds(60);
            clinic.run("insert into __tenant__.password_limit values ('email', '" + ANNA + "', 20, '" + clock.instant()
                    + "', '" + until + "')");
            assertThat(finding(anna)).isEqualTo(new Finding.OtherLocked(SignInMethod.PASSWORD, address(), until));
            clinic.run("insert into __tenant__.recovery_limit values ('email', '" + ANNA + "', 0, '" + clock.instant()
                    + "', 1, '" + until + "')");
            assertThat(timeline.of(anna))
                    .extracting(TimelineEntry::what)
                    .contains(What.PASSWORD_LOCKED, What.PRINTED_LOCKED);

            assertThat(support.unlock(anna, FIRST, ROSA)).contains(true);
            assertThat(support.unlock(anna, FIRST, ROSA)).contains(false);

            assertThat(finding(anna)).isInstanceOf(Finding.In.class);
            assertThat(clinic.texts("""
                    select detail::text from __tenant__.audit_entry where action = 'sign-in-unlocked' order by id"""))
                    .satisfiesExactly(
                            first -> assertThat(first).contains(ANNA, "\"passwords\""),
                            second -> assertThat(second).contains(ANNA, "\"printed codes\""));
            assertThat(clinic.sql("select wrong from __tenant__.password_limit"))
                    .as("the next lock lasts as long as it would have")
                    .isEqualTo(20);
        });
    }

    @Test
    void wrongOnesShowInTheTimelineAndHowEachSessionBegan() {
        inNorth(() -> {
            var anna = withAll();
            clinic.run("insert into __tenant__.password_limit values ('email', '" + ANNA + "', 3, '" + clock.instant()
                    + "', null)");
            clinic.run("insert into __tenant__.recovery_limit values ('email', '" + ANNA + "', 1, '" + clock.instant()
                    + "', 0, null)");
            clinic.run("""
                    insert into __tenant__.audit_entry (at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id,
                           patient_id, detail)
                    select now(), 'system', 'x', 'Sign-in', action, 'portal-account', '1', 1, '[{"Passkey": "My phone"}]'
                      from (values ('passkey-refused'), ('passkey-wrong')) as acts (action)""");

            assertThat(timeline.of(anna))
                    .anySatisfy(entry -> {
                        assertThat(entry.what()).isEqualTo(What.PASSWORD_WRONG);
                        assertThat(entry.wrongEntries()).isEqualTo(3);
                    })
                    .anySatisfy(entry -> {
                        assertThat(entry.what()).isEqualTo(What.PRINTED_WRONG);
                        assertThat(entry.wrongEntries()).isEqualTo(1);
                    })
                    .anySatisfy(entry -> {
                        assertThat(entry.what()).isEqualTo(What.PASSKEY_REFUSED);
                        assertThat(entry.detail()).isEqualTo("My phone");
                    })
                    .anySatisfy(entry -> {
                        assertThat(entry.what()).isEqualTo(What.PASSKEY_WRONG);
                        assertThat(entry.detail()).isEqualTo("My phone");
                    });
            assertThat(timeline.of(anna))
                    .filteredOn(entry -> entry.what() == What.SIGNED_IN)
                    .extracting(TimelineEntry::detail)
                    .containsExactlyInAnyOrder("Firefox on Linux", "a passkey in Phone", "a printed code in Desk");
        });
    }

    /** A patient who signed in with a code, and has a password, a passkey and one printed code, each of which was used. */
    private PatientId withAll() {
        var anna = clinic.patient("Anna", ANNA, "");
        clinic.signIn(ANNA);
        clinic.run("insert into __tenant__.passkey_holder values (1, sha256('holder'))");
        clinic.run("""
                insert into __tenant__.passkey (account_id, host, name, credential_id, attested, sign_count, backup_eligible,
                       backed_up, added_at)
                values (1, 'north', 'My phone', sha256('key'), sha256('key'), 0, false, false, now())""");
        clinic.run("insert into __tenant__.recovery_set (account_id, made_at) values (1, now())");
        clinic.run("insert into __tenant__.recovery_code (set_id, code_hash) values (1, sha256('code'))");
        clinic.run("insert into __tenant__.account_password values (1, 1, repeat('x', 60), '" + clock.instant() + "')");
        began("passkey", "passkey_id", "Phone");
        began("recovery-code", "recovery_set_id", "Desk");
        return anna;
    }

    private void began(String method, String by, String device) {
        clinic.run("""
                insert into __tenant__.portal_session (token_hash, account_id, credential_id, method, device, created_at,
                       expires_at, last_seen_at, %2$s)
                select sha256('%1$s'), 1, 1, '%1$s', '%3$s', s.created_at, s.expires_at, s.last_seen_at, 1
                  from __tenant__.portal_session s where s.method = 'code'""".formatted(method, by, device));
    }

    private static SignInAddress address() {
        return SignInAddress.email(ANNA).orElseThrow();
    }

    private Finding finding(PatientId patient) {
        return support.of(patient).stream().map(Situation::finding).findFirst().orElseThrow();
    }

    private String audited(String action) {
        return clinic.texts("select actor_name || ' ' || patient_id || ' ' || detail from __tenant__.audit_entry"
                        + " where action = '" + action + "'")
                .getFirst();
    }

    private long told(String kind) {
        return clinic.sql("select count(*) from __tenant__.message where content::text like '%The clinic did this%'"
                + " and about_kind = '" + kind + "'");
    }
}
