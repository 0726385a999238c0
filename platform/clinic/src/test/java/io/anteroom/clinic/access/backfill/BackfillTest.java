package io.anteroom.clinic.access.backfill;

import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.credential.OnlineAccess;
import io.anteroom.clinic.access.credential.WantedCredentials;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of what stands on the records. */
@AccessTest
class BackfillTest {

    @Autowired
    Clinic clinic;

    @Autowired
    Backfills backfills;

    @Autowired
    Backfill backfill;

    @Autowired
    OnlineAccess access;

    @Test
    void whatStandsOnOneRecordBecomesItsPatientsUnverifiedCredential() {
        inNorth(() -> {
            backfills.patient("Anna", "1980-03-27", "anna@example.org", "+447400123456");
            backfills.patient("Bob", "1980-03-27", null, "+447400123457");
            backfills.patient("Cat", "1980-03-27", null, null);

            var planned = backfills.plan();
            assertThat(planned.of(BackfillOutcome.READY, CredentialChannel.EMAIL))
                    .isEqualTo(1);
            assertThat(planned.of(BackfillOutcome.READY, CredentialChannel.MOBILE))
                    .isEqualTo(2);
            assertThat(planned.patients()).isEqualTo(2);
            assertThat(backfills.credentials()).as("looking changes nothing").isEmpty();

            backfills.run();
            assertThat(backfills.credentials())
                    .containsExactly(
                            "Anna email anna@example.org", "Anna mobile +447400123456", "Bob mobile +447400123457");
            assertThat(clinic.texts(
                            "select distinct coalesce(verified_at::text, 'unverified') from __tenant__.credential"))
                    .containsExactly("unverified");
            assertThat(clinic.texts(
                            "select distinct origin || ' ' || listed_as from __tenant__.portal_account order by 1"))
                    .containsExactly("backfill lee anna", "backfill lee bob");
        });
    }

    @Test
    void itGivesWhatStaffGiveByHandInEitherModel() {
        for (var families : List.of(false, true)) {
            inNorth(() -> {
                clinic.run("update __tenant__.authentication_settings set one_patient_per_account = " + !families);
                var suffix = families ? "2" : "1";
                var byHand = backfills.patient("Hand", "1980-03-27", null, null);
                access.configure(
                        byHand, new WantedCredentials("hand" + suffix + "@example.org", "", true), Clinic.ROSA);
                backfills.patient("Fill", "1980-03-27", "fill" + suffix + "@example.org", null);
                backfills.plan();
                backfills.run();
                assertThat(clinic.texts("""
                                select distinct concat_ws('|', relationship, level, scope, granted_at, granted_by, expires_at,
                                       ended_at, one_patient_per_account, one_account_per_record, limited_from, ends_by_age)
                                  from __tenant__.access_grant""")).hasSize(1);
            });
        }
    }

    @Test
    void whatStandsOnSeveralRecordsIsNobodys() {
        inNorth(() -> {
            for (var child : List.of("Tom", "Lea", "Kim")) {
                backfills.patient(child, "2018-05-01", "absent.parent@example.org", null);
            }
            backfills.patient("Maria", "1985-05-01", "maria@example.org", "+447400123456");
            backfills.patient("Max", "2016-05-01", "maria@example.org", "+447400123457");

            var planned = backfills.plan();
            assertThat(planned.of(BackfillOutcome.SHARED)).isEqualTo(5);
            backfills.run();
            assertThat(backfills.credentials())
                    .containsExactly("Maria mobile +447400123456", "Max mobile +447400123457");
        });
    }

    @Test
    void whatIsTakenOrThereOrUnreadableIsListedAndLeft() {
        inNorth(() -> {
            var anna = backfills.patient("Anna", "1980-03-27", "anna@example.org", "+447400123456");
            access.configure(anna, new WantedCredentials("bob@example.org", "", true), Clinic.ROSA);
            backfills.patient("Bob", "1980-03-27", "bob@example.org", "+442079460000");
            backfills.patient("Cat", "1980-03-27", "no address", null);

            var planned = backfills.plan();
            assertThat(backfills.lines(BackfillOutcome.HAS_ONE)).containsExactly("Lee, Anna anna@example.org");
            assertThat(backfills.lines(BackfillOutcome.TAKEN)).containsExactly("Lee, Bob bob@example.org");
            assertThat(backfills.lines(BackfillOutcome.UNREADABLE))
                    .containsExactly("Lee, Bob +442079460000", "Lee, Cat no address");
            assertThat(planned.of(BackfillOutcome.READY)).isEqualTo(1);
            backfills.run();
            assertThat(backfills.credentials())
                    .as("the mobile goes to the account that is there")
                    .containsExactly("Anna email bob@example.org", "Anna mobile +447400123456");
            assertThat(clinic.sql("select count(*) from __tenant__.portal_account"))
                    .isEqualTo(1);
        });
    }

    @Test
    void whatAClosedAccountHadIsNotTaken() {
        inNorth(() -> {
            var old = backfills.patient("Olga", "1980-03-27", null, null);
            access.configure(old, new WantedCredentials("bob@example.org", "", true), Clinic.ROSA);
            clinic.run("update __tenant__.portal_account set closed_at = now()");
            backfills.patient("Bob", "1980-03-27", "bob@example.org", null);
            backfills.patient("Cat", "1980-03-27", "cat@example.org", null);

            assertThat(backfills.plan().of(BackfillOutcome.READY)).isEqualTo(2);
            backfills.run();
            assertThat(backfills.credentials())
                    .containsExactly("Bob email bob@example.org", "Cat email cat@example.org");
            assertThat(clinic.sql("select count(*) from __tenant__.credential")).isEqualTo(2);
        });
    }

    @Test
    void aSecondRunHasNothingToDo() {
        inNorth(() -> {
            backfills.patient("Anna", "1980-03-27", "anna@example.org", "+447400123456");
            backfills.plan();
            backfills.run();
            var again = backfills.plan();
            assertThat(again.of(BackfillOutcome.READY)).isZero();
            assertThat(again.of(BackfillOutcome.HAS_ONE)).isEqualTo(2);
            backfills.run();
            assertThat(backfills.credentials()).hasSize(2);
        });
    }

    @Test
    void whatStaffTookAwayIsNotGivenBack() {
        inNorth(() -> {
            var anna = backfills.patient("Anna", "1980-03-27", "anna@example.org", null);
            access.configure(anna, new WantedCredentials("anna@example.org", "", true), Clinic.ROSA);
            access.remove(anna, CredentialChannel.EMAIL, Clinic.ROSA);

            assertThat(backfills.plan().of(BackfillOutcome.REMOVED)).isEqualTo(1);
            backfills.run();
            assertThat(backfills.credentials()).isEmpty();
        });
    }

    @Test
    void aRecordThatIsOpenToAnotherAccountIsLeftWhereAClinicLetsOneOnly() {
        inNorth(() -> {
            clinic.run("update __tenant__.authentication_settings set one_account_per_record = true");
            var anna = backfills.patient("Anna", "1980-03-27", "anna@example.org", null);
            clinic.run("insert into __tenant__.portal_account (created_at, holder_name) values (now(), 'Cora Carer')");
            clinic.run("""
                    insert into __tenant__.access_grant (account_id, patient_id, relationship, level, scope, granted_at, granted_by,
                           one_account_per_record)
                    values (1, %d, 'carer', 'full', array['money'], now(), 'test', true)""".formatted(anna.value()));
            backfills.patient("Bob", "1980-03-27", "bob@example.org", null);

            assertThat(backfills.plan().of(BackfillOutcome.OPEN_TO_ANOTHER)).isEqualTo(1);
            backfills.run();
            assertThat(backfills.credentials()).containsExactly("Bob email bob@example.org");
        });
    }

    @Test
    void whatHappenedSinceItWasLookedAtCounts() {
        inNorth(() -> {
            var anna = backfills.patient("Anna", "1980-03-27", "anna@example.org", null);
            backfills.patient("Bob", "1980-03-27", "bob@example.org", null);
            backfills.patient("Cat", "1980-03-27", "cat@example.org", null);
            var dan = backfills.patient("Dan", "1980-03-27", "dan@example.org", null);
            backfills.patient("Eve", "1980-03-27", "eve@example.org", null);
            backfills.plan();
            clinic.run("update __tenant__.patient set email = 'other@example.org' where id = " + anna);
            backfills.patient("Ben", "1980-03-27", "bob@example.org", null);
            var other = backfills.patient("Carl", "1980-03-27", null, null);
            access.configure(other, new WantedCredentials("cat@example.org", "", true), Clinic.ROSA);
            access.configure(dan, new WantedCredentials("dan2@example.org", "", true), Clinic.ROSA);
            backfills.run();

            assertThat(backfills.credentials())
                    .containsExactly(
                            "Carl email cat@example.org", "Dan email dan2@example.org", "Eve email eve@example.org");
            assertThat(backfills.lines(BackfillOutcome.CHANGED)).containsExactly("Lee, Anna anna@example.org");
            assertThat(backfills.lines(BackfillOutcome.SHARED)).containsExactly("Lee, Bob bob@example.org");
            assertThat(backfills.lines(BackfillOutcome.TAKEN)).containsExactly("Lee, Cat cat@example.org");
            assertThat(backfills.lines(BackfillOutcome.HAS_ONE)).containsExactly("Lee, Dan dan@example.org");
        });
    }

    @Test
    void whoMayBelongTogetherIsProposedWhereOneAccountMayOpenSeveralRecords() {
        inNorth(() -> {
            backfills.patient("Maria", "1985-05-01", "maria@example.org", "+447400123456");
            backfills.patient("Max", "2016-05-01", "maria@example.org", "+447400123456");
            backfills.patient("Paul", "1985-05-01", "both@example.org", null);
            backfills.patient("Pia", "1986-05-01", "both@example.org", null);
            backfills.patient("Pit", "2016-05-01", "both@example.org", null);
            backfills.patient("Tom", "2018-05-01", "kids@example.org", null);
            backfills.patient("Tim", "2019-05-01", "kids@example.org", null);
            backfills.plan();
            assertThat(backfill.families(backfills.latest())).isEmpty();

            clinic.run("update __tenant__.authentication_settings set one_patient_per_account = false");
            assertThat(backfill.families(backfills.latest()))
                    .extracting(FamilyProposal::adultName, FamilyProposal::childName)
                    .containsExactly(tuple("Maria Lee", "Max Lee"));
            assertThat(backfills.credentials()).as("nothing is done about it").isEmpty();
        });
    }

    @Test
    void theOtherClinicIsAnother() {
        inSouth(() -> backfills.patient("Sora", "1980-03-27", "anna@example.org", null));
        inNorth(() -> {
            backfills.patient("Anna", "1980-03-27", "anna@example.org", null);
            assertThat(backfills.plan().of(BackfillOutcome.READY)).isEqualTo(1);
            backfills.run();
        });
        inSouth(() -> {
            assertThat(backfills.credentials()).isEmpty();
            assertThat(backfill.newest()).isEmpty();
            backfills.plan();
            backfills.run();
            assertThat(backfills.credentials()).containsExactly("Sora email anna@example.org");
        });
    }
}
