package io.anteroom.clinic.access.credential;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.Holder;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.credential.Configured.Reason;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.GrantId;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.clinic.access.support.Timeline;
import io.anteroom.clinic.access.support.TimelineEntry;
import io.anteroom.clinic.access.support.TimelineEntry.What;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AccessTest
class OnlineAccessTest {

    private static final String ANNA = "anna@example.org";
    private static final String ANNAS_MOBILE = "+447400123456";

    @Autowired
    Clinic clinic;

    @Autowired
    OnlineAccess access;

    @Autowired
    AccessOverview overview;

    @Autowired
    Timeline timeline;

    @Autowired
    TestClock clock;

    @Test
    void credentialsAreKeptInTheirNormalFormAndUnverified() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", " Anna@EXAMPLE.org ", "07400 123456");

            assertThat(overview.of(anna).credentials())
                    .containsExactly(
                            new Credential(
                                    new SignInAddress(CredentialChannel.EMAIL, ANNA), TestClock.START, null, null),
                            new Credential(
                                    new SignInAddress(CredentialChannel.MOBILE, ANNAS_MOBILE),
                                    TestClock.START,
                                    null,
                                    null));
        });
    }

    @Test
    void theFirstCredentialOpensOneAccountWithFullAccessToThePatientsOwnRecord() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", ANNA, "");
            clinic.configure(anna, ANNA, ANNAS_MOBILE);

            assertThat(clinic.texts("""
                    select account_id || ' ' || patient_id || ' ' || relationship || ' ' || level || ' ' || granted_by
                      from __tenant__.access_grant""")).containsExactly("1 1 self full Rosa Reception");
        });
    }

    @Test
    void aCredentialOfAnotherPatientIsRefusedWithItsHolderAndNothingIsChanged() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", ANNA, "");
            var bob = clinic.patient("Bob");

            assertThat(clinic.configure(bob, "ANNA@example.org", "07400 123457"))
                    .isEqualTo(new Configured.Refused(
                            List.of(new Reason.Taken(CredentialChannel.EMAIL, new Holder(anna, "Anna Lee")))));
            assertThat(overview.of(bob)).isEqualTo(PatientAccess.NONE);
            assertThat(clinic.sql("select count(*) from __tenant__.portal_account"))
                    .isEqualTo(1);
        });
    }

    @Test
    void theSameAddressAtTheOtherClinicIsFree() {
        inNorth(() -> clinic.patient("Anna", ANNA, ANNAS_MOBILE));
        inSouth(() -> clinic.patient("Anna", ANNA, ANNAS_MOBILE));
    }

    @Test
    void whatCannotBeReadIsSaidOfEachFieldAtOnce() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            assertThat(access.configure(anna, new WantedCredentials("anna@", "020 7946 0000", false), ROSA))
                    .isEqualTo(new Configured.Refused(List.of(
                            new Reason.NotVerifiedWithPatient(),
                            new Reason.Unreadable(CredentialChannel.EMAIL),
                            new Reason.Unreadable(CredentialChannel.MOBILE))));
            assertThat(clinic.configure(anna, "", " "))
                    .isEqualTo(new Configured.Refused(List.of(new Reason.Nothing())));
        });
    }

    @Test
    void anEmptiedFieldIsNotARemoval() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", ANNA, ANNAS_MOBILE);
            assertThat(clinic.configure(anna, "", ANNAS_MOBILE))
                    .isEqualTo(new Configured.Refused(List.of(new Reason.Emptied(CredentialChannel.EMAIL))));
        });
    }

    @Test
    void aPatientWhoIsNotThereHasNoCredentials() {
        inNorth(() -> {
            var nobody = new PatientId(77);
            assertThat(clinic.configure(nobody, ANNA, "")).isEqualTo(new Configured.NoSuchPatient());
            assertThat(access.remove(nobody, CredentialChannel.EMAIL, ROSA)).isFalse();
            assertThat(overview.of(nobody)).isEqualTo(PatientAccess.NONE);
        });
    }

    @Test
    void aPatientOfTheOtherClinicIsNotThereEither() {
        inSouth(() -> clinic.patient("Sora"));
        inSouth(() -> clinic.patient("Ken"));
        inNorth(() -> {
            clinic.patient("Anna");
            assertThat(clinic.configure(new PatientId(2), ANNA, "")).isEqualTo(new Configured.NoSuchPatient());
        });
    }

    @Test
    void aChangedCredentialIsUnverifiedAndTheSameOneKeepsItsDate() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", ANNA, "");
            clinic.signIn(ANNA);

            clinic.configure(anna, ANNA, "");
            assertThat(email(anna).verifiedAt()).contains(TestClock.START);

            clinic.configure(anna, "new@example.org", "");
            assertThat(email(anna).address().value()).isEqualTo("new@example.org");
            assertThat(email(anna).verifiedAt()).isEmpty();
            assertThat(overview.of(anna).sessions()).isEmpty();
        });
    }

    @Test
    void aRemovedCredentialSignsNobodyInAndMayBeGivenToAnother() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", ANNA, "");
            assertThat(access.remove(anna, CredentialChannel.EMAIL, ROSA)).isTrue();
            assertThat(access.remove(anna, CredentialChannel.EMAIL, ROSA)).isFalse();

            assertThat(clinic.enter(clinic.askAndSend(ANNA, 1), 1)).isEqualTo(new Entered.Wrong(2));
            assertThat(clinic.patient("Bob", ANNA, "")).isNotNull();
        });
    }

    @Test
    void everyActIsInTheAuditLogWithBeforeAndAfter() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", ANNA, "");
            clinic.configure(anna, "new@example.org", "");
            access.remove(anna, CredentialChannel.EMAIL, ROSA);

            assertThat(clinic.texts("""
                    select actor_name || ' ' || action || ' ' || patient_id || ' ' || coalesce(jsonb_path_query_first(detail, '$[*].Before') #>> '{}', '-')
                           || ' ' || coalesce(jsonb_path_query_first(detail, '$[*].After') #>> '{}', '-')
                      from __tenant__.audit_entry where action not like 'portal%' order by id"""))
                    .containsExactly(
                            "Rosa Reception access-granted 1 - -",
                            "Rosa Reception credential-set 1 - " + ANNA,
                            "Rosa Reception credential-set 1 " + ANNA + " new@example.org",
                            "Rosa Reception credential-removed 1 new@example.org -");
        });
    }

    @Test
    void whoElseMaySeeARecordIsListedWhileItHolds() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", ANNA, "");
            var maria = clinic.patient("Maria", "maria@example.org", ANNAS_MOBILE);
            grant(2, anna, "parent", "full", "null", "null");
            clinic.run("insert into __tenant__.portal_account (created_at) values (now())");
            grant(3, anna, "carer", "limited", "'2026-12-01T00:00:00Z'", "null");
            grant(1, maria, "nominated", "full", "'2026-11-21T08:59:59Z'", "null");

            assertThat(overview.of(anna).people())
                    .containsExactly(
                            new PersonWithAccess(
                                    new GrantId(3),
                                    "Maria Lee",
                                    List.of("maria@example.org", ANNAS_MOBILE),
                                    Relationship.PARENT,
                                    AccessLevel.FULL,
                                    EnumSet.of(AccessScope.MONEY),
                                    TestClock.START,
                                    "Rosa Reception",
                                    null,
                                    null,
                                    null),
                            new PersonWithAccess(
                                    new GrantId(4),
                                    null,
                                    List.of(),
                                    Relationship.CARER,
                                    AccessLevel.LIMITED,
                                    EnumSet.of(AccessScope.MONEY),
                                    TestClock.START,
                                    "Rosa Reception",
                                    Instant.parse("2026-12-01T00:00:00Z"),
                                    null,
                                    null));
            assertThat(overview.of(maria).people()).isEmpty();

            clinic.run("update __tenant__.access_grant set ended_at = now() where account_id = 2 and patient_id = 1");
            clinic.run("update __tenant__.portal_account set closed_at = now() where id = 3");
            assertThat(overview.of(anna).people()).isEmpty();
        });
    }

    @Test
    void whoElseMaySeeARecordShowsWhereThePatientHasNoAccount() {
        inNorth(() -> {
            clinic.patient("Maria", "maria@example.org", "");
            var anna = clinic.patient("Anna");
            grant(1, anna, "parent", "full", "null", "null");

            assertThat(overview.of(anna).credentials()).isEmpty();
            assertThat(overview.of(anna).people()).hasSize(1);
        });
    }

    @Test
    void theTimelineTellsWhatHappenedAtSignIn() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            clinic.askAndSend(ANNA, 1);
            clock.advance(Duration.ofMinutes(1));
            clinic.configure(anna, ANNA, "");
            var browser = clinic.askAndSend(ANNA, 2);
            clinic.enter(browser, Clinic.WRONG);
            clock.advance(Duration.ofMinutes(1));
            clinic.enter(browser, 2);
            clock.advance(Duration.ofMinutes(1));
            access.endSession(anna, overview.of(anna).sessions().getFirst().id(), ROSA);

            var entries = timeline.of(anna);
            assertThat(entries)
                    .extracting(TimelineEntry::what)
                    .containsExactly(What.ENDED_BY_STAFF, What.SIGNED_IN, What.CODE_SENT, What.CODE_UNKNOWN);
            assertThat(entries.get(2).wrongEntries()).isEqualTo(1);
        });
    }

    @Test
    void aLockShowsUntilItEnds() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", ANNA, "");
            clinic.run("""
                    insert into __tenant__.sign_in_limit (channel, typed, times_locked, last_wrong, locked_until)
                    values ('email', 'anna@example.org', 1, '2026-11-21T09:00:00Z', '2026-11-21T09:01:00Z')""");

            assertThat(email(anna).lockedUntil()).contains(TestClock.START.plusSeconds(60));
            assertThat(timeline.of(anna).getFirst().what()).isEqualTo(What.LOCKED);
            clock.advance(Duration.ofMinutes(1));
            assertThat(email(anna).lockedUntil()).isEmpty();
        });
    }

    private void grant(
            long account, PatientId patient, String relationship, String level, String expires, String ended) {
        clinic.run("update __tenant__.authentication_settings set one_patient_per_account = false");
        clinic.run("""
                insert into __tenant__.access_grant
                       (account_id, patient_id, relationship, level, scope, granted_at, granted_by, expires_at, ended_at, one_patient_per_account)
                values (%d, %d, '%s', '%s', array['money'], '2026-11-21T09:00:00Z', 'Rosa Reception', %s, %s, false)""".formatted(account, patient.value(), relationship, level, expires, ended));
    }

    private Credential email(PatientId patient) {
        return overview.of(patient).credential(CredentialChannel.EMAIL).orElseThrow();
    }
}
