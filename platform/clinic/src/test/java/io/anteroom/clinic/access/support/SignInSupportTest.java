package io.anteroom.clinic.access.support;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.clinic.access.Clinic.WRONG;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.credential.OnlineAccess;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.clinic.access.signin.Resending;
import io.anteroom.clinic.access.support.SignInTry.State;
import io.anteroom.clinic.access.support.TimelineEntry.What;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What staff see of somebody who can't get in, and the little they may do about it. */
@AccessTest
class SignInSupportTest {

    private static final String ANNA = "anna@example.org";
    private static final AccountId FIRST = new AccountId(1);
    private static final SignInAddress ADDRESS = new SignInAddress(CredentialChannel.EMAIL, ANNA);

    @Autowired
    Clinic clinic;

    @Autowired
    SignInSupport support;

    @Autowired
    Timeline timeline;

    @Autowired
    OnlineAccess access;

    @Autowired
    PortalSetup portal;

    @Autowired
    TestClock clock;

    @Test
    void nothingIsWrongWithWhoeverNeverTriedOrIsIn() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", ANNA, "");
            assertThat(finding(anna)).isEqualTo(new Finding.NotTried());

            clinic.signIn(ANNA);
            assertThat(finding(anna)).isEqualTo(new Finding.In(TestClock.START));
        });
    }

    @Test
    void aNewCodeGoesToTheVerifiedAddressAndWorksOnlyInTheBrowserThatWaits() {
        inNorth(() -> {
            var anna = verified();
            var browser = clinic.askAndSend(ANNA, 5);
            var another = clinic.askAndSend("bob@example.org", 6);
            delivered();
            clock.advance(Duration.ofMinutes(1));
            assertThat(finding(anna)).isInstanceOfSatisfying(Finding.Waiting.class, waiting -> {
                assertThat(waiting.code()).isEqualTo(State.SENT);
                assertThat(waiting.verified()).isTrue();
            });

            assertThat(support.sendAgain(anna, FIRST, ROSA)).contains(new Resending.OnItsWay(ADDRESS));
            clinic.send(7);

            assertThat(clinic.texts("select distinct recipient from __tenant__.message"))
                    .containsExactly(ANNA);
            assertThat(clinic.enter(another, 7)).isEqualTo(new Entered.Wrong(2));
            assertThat(clinic.enter(browser, 7)).isInstanceOf(Entered.SignedIn.class);
        });
    }

    @Test
    void aCodeIsSentAgainOnceAMinuteAndNotMoreThanThreeTimesInTenMinutes() {
        inNorth(() -> {
            var anna = verified();
            clinic.askAndSend(ANNA, 5);
            delivered();

            assertThat(support.sendAgain(anna, FIRST, ROSA)).contains(notYet(Duration.ofMinutes(1)));
            clock.advance(Duration.ofMinutes(1));
            assertThat(support.sendAgain(anna, FIRST, ROSA)).contains(new Resending.OnItsWay(ADDRESS));
            assertThat(support.sendAgain(anna, FIRST, ROSA)).contains(new Resending.OnItsWay(ADDRESS));
            assertThat(clinic.sql("select count(*) from __tenant__.one_time_code"))
                    .isEqualTo(3);
            clinic.send(6);
            delivered();
            clock.advance(Duration.ofMinutes(1));
            assertThat(support.sendAgain(anna, FIRST, ROSA)).contains(new Resending.OnItsWay(ADDRESS));
            clinic.send(7);
            delivered();
            clock.advance(Duration.ofMinutes(1));
            assertThat(support.sendAgain(anna, FIRST, ROSA)).contains(notYet(Duration.ofMinutes(7)));
            assertThat(audited("sign-in-code-sent-again")).isEqualTo(2);
        });
    }

    @Test
    void nothingIsSentAgainToAnAddressThatWasNeverVerified() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", ANNA, "");
            clinic.askAndSend(ANNA, 5);
            delivered();
            clock.advance(Duration.ofMinutes(1));

            assertThat(finding(anna))
                    .isInstanceOfSatisfying(
                            Finding.Waiting.class,
                            waiting -> assertThat(waiting.verified()).isFalse());
            assertThat(support.sendAgain(anna, FIRST, ROSA)).contains(new Resending.NothingWaits());
            assertThat(clinic.sql("select count(*) from __tenant__.one_time_code"))
                    .isEqualTo(1);
        });
    }

    @Test
    void nothingIsSentAgainWhereNoBrowserWaits() {
        inNorth(() -> {
            var anna = verified();
            assertThat(support.sendAgain(anna, FIRST, ROSA)).contains(new Resending.NothingWaits());

            clinic.askAndSend(ANNA, 5);
            delivered();
            clock.advance(Duration.ofMinutes(30));
            assertThat(finding(anna)).isInstanceOf(Finding.GaveUp.class);
            assertThat(support.sendAgain(anna, FIRST, ROSA)).contains(new Resending.NothingWaits());
        });
    }

    @Test
    void aCodeThatBouncedIsSaidWithItsReason() {
        inNorth(() -> {
            var anna = verified();
            clinic.askAndSend(ANNA, 5);
            assertThat(finding(anna)).isEqualTo(new Finding.OnItsWay(ADDRESS, clock.instant()));
            clinic.run("""
                    update __tenant__.message set state = 'failed', secret = null, state_at = '2026-11-21T09:20:00Z',
                           reason = 'The mail server refused the message (550)' where state = 'queued'""");

            assertThat(finding(anna))
                    .isEqualTo(new Finding.Undelivered(
                            ADDRESS, clock.instant(), "The mail server refused the message (550)"));
            assertThat(timeline.of(anna))
                    .anySatisfy(entry -> {
                        assertThat(entry.what()).isEqualTo(What.MESSAGE_FAILED);
                        assertThat(entry.detail()).isEqualTo("The mail server refused the message (550)");
                    })
                    .anySatisfy(entry -> assertThat(entry.what()).isEqualTo(What.MESSAGE_SENT));
        });
    }

    @Test
    void aLockIsLiftedAndWhatWasAskedForStillCounts() {
        inNorth(() -> {
            var anna = verified();
            lock();
            assertThat(finding(anna))
                    .isEqualTo(new Finding.Locked(ADDRESS, clock.instant().plusSeconds(60)));

            assertThat(support.unlock(anna, FIRST, ROSA)).contains(true);
            assertThat(support.unlock(anna, FIRST, ROSA)).contains(false);
            assertThat(finding(anna)).isInstanceOf(Finding.Waiting.class);
            assertThat(clinic.ask(ANNA))
                    .isInstanceOfSatisfying(
                            Asked.Wait.class, wait -> assertThat(wait.why()).isEqualTo(Asked.Why.CODES));
            assertThat(audited("sign-in-unlocked")).isEqualTo(1);
            assertThat(timeline.of(anna)).anySatisfy(entry -> {
                assertThat(entry.what()).isEqualTo(What.SIGN_IN_UNLOCKED);
                assertThat(entry.detail()).isEqualTo("Rosa Reception");
            });

            clock.advance(Duration.ofMinutes(10));
            lock();
            assertThat(finding(anna))
                    .isEqualTo(new Finding.Locked(ADDRESS, clock.instant().plusSeconds(300)));
        });
    }

    @Test
    void aCodeAskedForBeforeTheAddressWasSetIsExplained() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            clinic.askAndSend(ANNA, 5);
            clinic.configure(anna, ANNA, "");

            assertThat(finding(anna))
                    .isInstanceOfSatisfying(
                            Finding.Waiting.class,
                            waiting -> assertThat(waiting.code()).isEqualTo(State.NOT_SET_THEN));
        });
    }

    @Test
    void aCodeThatWasHeldBackIsExplainedForAnHour() {
        inNorth(() -> {
            var anna = verified();
            clinic.askAndSend(ANNA, 5);
            clinic.run("update __tenant__.one_time_code set outcome = 'capped' where used_at is null");
            clinic.run("delete from __tenant__.message");
            assertThat(finding(anna)).isInstanceOf(Finding.HeldBack.class);

            clock.advance(Duration.ofHours(1));
            assertThat(finding(anna)).isInstanceOf(Finding.GaveUp.class);
        });
    }

    @Test
    void whereTheClinicSendsNoCodesNoneIsSentAgain() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", ANNA, "07400 123456");
            clinic.signIn(ANNA);
            delivered();
            clock.advance(Duration.ofMinutes(15));
            clinic.askAndSend(ANNA, 5);
            delivered();
            clock.advance(Duration.ofMinutes(1));
            clinic.run("update __tenant__.authentication_settings set email_codes = false");

            assertThat(finding(anna)).isEqualTo(new Finding.In(TestClock.START));
            assertThat(support.sendAgain(anna, FIRST, ROSA)).contains(new Resending.NothingWaits());
        });
    }

    @Test
    void whatStandsInEverybodysWayIsSaidFirst() {
        inNorth(() -> {
            var anna = verified();
            clinic.run("update __tenant__.authentication_settings set email_codes = false");
            assertThat(finding(anna)).isEqualTo(new Finding.NoCodesThere());

            access.remove(anna, CredentialChannel.EMAIL, ROSA);
            assertThat(finding(anna)).isEqualTo(new Finding.NothingSet());

            portal.switchTo(ROSA, false);
            assertThat(finding(anna)).isEqualTo(new Finding.PortalOff());
        });
    }

    @Test
    void aParentIsHelpedOnTheChildsRecordWhileTheAccessHolds() {
        inNorth(() -> {
            verified();
            var child = clinic.patient("Kim");
            clinic.run("update __tenant__.authentication_settings set one_patient_per_account = false");
            clinic.run("""
                    insert into __tenant__.access_grant (account_id, patient_id, relationship, level, scope, granted_at,
                           granted_by, one_patient_per_account)
                    values (1, 2, 'parent', 'full', array['money'], '2026-11-21T09:00:00Z', 'Rosa', false)""");
            clinic.askAndSend(ANNA, 5);
            delivered();
            clock.advance(Duration.ofMinutes(1));

            assertThat(support.of(child)).singleElement().satisfies(situation -> {
                assertThat(situation.name()).isEqualTo("Anna Lee");
                assertThat(situation.relationship()).isEqualTo(Relationship.PARENT);
                assertThat(situation.finding()).isInstanceOf(Finding.Waiting.class);
            });
            clinic.run("update __tenant__.access_grant set ended_at = '2026-11-21T09:00:00Z' where patient_id = 2");
            assertThat(support.of(child)).isEmpty();
            assertThat(support.sendAgain(child, FIRST, ROSA)).isEmpty();
            assertThat(support.unlock(child, FIRST, ROSA)).isEmpty();
        });
    }

    @Test
    void theOtherClinicsPatientOfTheSameNumberIsNobodyElsesToHelp() {
        inNorth(() -> {
            verified();
            clinic.askAndSend(ANNA, 5);
            delivered();
        });
        clock.advance(Duration.ofMinutes(1));
        inSouth(() -> {
            var sora = clinic.patient("Sora", ANNA, "");
            assertThat(finding(sora)).isEqualTo(new Finding.NotTried());
            assertThat(support.sendAgain(sora, FIRST, ROSA)).contains(new Resending.NothingWaits());
        });
        inNorth(() -> assertThat(clinic.sql("select count(*) from __tenant__.one_time_code"))
                .isEqualTo(2));
    }

    /** A patient whose address has been used, a quarter of an hour ago. */
    private PatientId verified() {
        var anna = clinic.patient("Anna", ANNA, "");
        clinic.signIn(ANNA);
        delivered();
        clock.advance(Duration.ofMinutes(15));
        return anna;
    }

    /** Ten wrong codes in a row, of three that were asked for. */
    private void lock() {
        for (int asked = 0; asked < 3; asked++) {
            var browser = clinic.askAndSend(ANNA, asked);
            if (asked == 2) {
                clinic.run("update __tenant__.sign_in_limit set wrong_in_row = 9 where typed = 'anna@example.org'");
            }
            clinic.enter(browser, WRONG);
        }
        delivered();
    }

    private void delivered() {
        clinic.run("update __tenant__.message set state = 'sent', secret = null where state = 'queued'");
    }

    private Resending notYet(Duration from) {
        return new Resending.NotYet(clock.instant().plus(from));
    }

    private long audited(String action) {
        return clinic.sql("""
                select count(*) from __tenant__.audit_entry
                 where action = '%s' and actor_name = 'Rosa Reception' and patient_id = 1
                   and detail @> '[{"Address": "anna@example.org"}]'""".formatted(action));
    }

    private Finding finding(PatientId patient) {
        return support.of(patient).stream().map(Situation::finding).findFirst().orElseThrow();
    }
}
