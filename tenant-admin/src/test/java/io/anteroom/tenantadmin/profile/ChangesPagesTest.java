package io.anteroom.tenantadmin.profile;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.tenantadmin.door.StaffPagesFixture;
import io.anteroom.testing.Gate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Anna wants another mobile number, and her email removed. */
class ChangesPagesTest extends StaffPagesFixture {

    private static final String CHANGES = "/o/north/patients/changes";

    ChangesPagesTest() {
        super(StaffRole.RECEPTIONIST);
    }

    @BeforeEach
    void annaAsks() {
        addAnnaWithAnAccount(north());
        run(north(), "update __tenant__.patient set email = 'anna@example.org', mobile = '+447400111111'");
        run(north(), """
                insert into __tenant__.profile_change (attempt, patient_id, account_id, asked_by, relationship, asked_at, state)
                values (gen_random_uuid(), 1, 1, 'Anna Lee', 'self', NOW, 'waiting')""".replace("NOW", NOW));
        run(north(), """
                insert into __tenant__.profile_change_field (change_id, field, before, wanted)
                values (1, 'email', 'anna@example.org', ''), (1, 'mobile', '+447400111111', '+447400222222')""");
    }

    @Test
    void oldAndNewStandSideBySideAndWhatIsAgreedToIsOnTheRecord() {
        assertThat(opens(CHANGES)).hasStatusOk().bodyText().contains("Anna Lee", "Email, Mobile", "The patient");
        assertThat(opens(CHANGES + "/1"))
                .hasStatusOk()
                .bodyText()
                .contains("07400 111111", "07400 222222", "anna@example.org", "Nothing", "Agree");

        assertThat(answer("0", "mobile", "We need an address for your invoices."))
                .hasStatus(303);

        assertThat(texts("select email || ' ' || mobile || ' ' || changed_by from __tenant__.patient"))
                .containsExactly("anna@example.org +447400222222 Robin Desk");
        assertThat(texts("select field || ' ' || approved from __tenant__.profile_change_field order by field"))
                .containsExactly("email false", "mobile true");
        assertThat(texts("select action || ' ' || detail::text from __tenant__.audit_entry order by id"))
                .anySatisfy(line ->
                        assertThat(line).startsWith("patient-changed ").contains("+44 7400 111111 → +44 7400 222222"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("profile-change-answered ")
                        .contains("\"Agreed\": \"Mobile\"", "\"Refused\": \"Email\""));
        assertThat(opens(CHANGES)).bodyText().contains("Nothing to review");
        assertThat(opens(CHANGES + "/1")).bodyText().contains("Robin Desk answered on", "Left as it was");
    }

    @Test
    void whoAskedIsToldAtWhatTheySignInWithAndOfNothingThatWasWritten() {
        run(north(), """
                insert into __tenant__.portal_settings (sole, switched_on) values (true, true)
                on conflict (sole) do update set switched_on = true""");
        answer("0", "mobile", "We need an address for your invoices.");

        assertThat(
                        texts(
                                "select recipient || ' ' || content::text from __tenant__.message where about_kind = 'profile-change'"))
                .singleElement()
                .asString()
                .startsWith("anna@example.org ")
                .contains("has changed some of them", "/profile")
                .doesNotContain("222222", "invoices");
    }

    @Test
    void whatTheRecordSaysAlreadyIsShownAsUnchangedAndAnsweredLikeTheRest() {
        assertThat(opens(CHANGES + "/1")).bodyText().doesNotContain("Unchanged");
        run(north(), "update __tenant__.profile_change set relationship = 'parent'");
        run(north(), "update __tenant__.profile_change_field set wanted = before where field = 'mobile'");

        assertThat(opens(CHANGES + "/1"))
                .bodyText()
                .containsOnlyOnce("Unchanged: the record says so already")
                .contains("Who asked can’t see that");
        assertThat(answer("0", "mobile", "We need an address for your invoices."))
                .hasStatus(303);

        assertThat(texts("select field || ' ' || approved from __tenant__.profile_change_field order by field"))
                .containsExactly("email false", "mobile true");
        assertThat(texts("select mobile from __tenant__.patient")).containsExactly("+447400111111");
    }

    @Test
    void whatStaysAsItIsNeedsAWord() {
        assertThat(answer("0", "mobile", " ")).hasStatus(422).bodyText().contains("Write why something stays as it is");
        assertThat(texts("select state from __tenant__.profile_change")).containsExactly("waiting");
    }

    @Test
    void aRecordThatWasChangedMeanwhileIsComparedAgainFirst() {
        run(north(), "update __tenant__.patient set mobile = '+447400333333', version = 1");

        MvcTestResult conflict = answer("0", "mobile", "Word");

        assertThat(conflict)
                .hasStatus(409)
                .bodyText()
                .contains("Somebody changed this record", "07400 333333", "Changed since: it was 07400 111111", "Word");
        assertThat(texts("select mobile from __tenant__.patient")).containsExactly("+447400333333");
        assertThat(answer(hidden(conflict, "version"), "mobile", "Word")).hasStatus(303);
        assertThat(texts("select mobile from __tenant__.patient")).containsExactly("+447400222222");
    }

    @Test
    void anAnswerThatLackedAWordStillComparesWithWhatWasChangedMeanwhile() {
        run(north(), "update __tenant__.patient set mobile = '+447400333333', version = 1");
        MvcTestResult faulty = answer("0", "mobile", " ");
        assertThat(faulty).hasStatus(422);
        assertThat(answer(hidden(faulty, "version"), "mobile", "Word")).hasStatus(409);
        assertThat(texts("select mobile from __tenant__.patient")).containsExactly("+447400333333");
    }

    @Test
    void whoAnswersWhileTheRecordIsMergedWaitsForItAndThenComparesWithTheOneThatStays() {
        addLee(north(), "Annie", "1980-03-27");
        MvcTestResult conflict;
        try (var gate = new Gate("select id from __tenant__.patient where id = 1 for update")) {
            var answered = gate.start(() -> answer("0", "mobile", "Word"));
            assertThat(texts("select id::text from __tenant__.profile_change for update nowait"))
                    .as("who holds the record can move the wish")
                    .hasSize(1);
            run(north(), "update __tenant__.profile_change set patient_id = 2");
            gate.open();
            conflict = Gate.answer(answered);
        }
        assertThat(conflict).hasStatus(409).bodyText().contains("Somebody changed this record", "Annie Lee");
        assertThat(texts("select state from __tenant__.profile_change")).containsExactly("waiting");
        assertThat(answer(hidden(conflict, "version"), "mobile", "Word")).hasStatus(303);
        assertThat(texts("select mobile from __tenant__.patient where id = 2")).containsExactly("+447400222222");
    }

    @Test
    void whatWasAnsweredOrTakenBackIsNotAnsweredAgain() {
        run(north(), "update __tenant__.profile_change set state = 'taken-back', answered_at = " + NOW);

        assertThat(answer("0", "mobile", "Word")).hasStatus(303).hasHeader("Location", CHANGES + "/1");
        assertThat(texts("select mobile from __tenant__.patient")).containsExactly("+447400111111");
        assertThat(opens(CHANGES + "/1")).bodyText().contains("It was taken back");
    }

    @Test
    void theOtherClinicFindsNothingOfIt() {
        addAnnaWithAnAccount(south());

        assertThat(opens("/o/south/patients/changes"))
                .hasStatusOk()
                .bodyText()
                .contains("Nothing to review")
                .doesNotContain("Anna");
        assertThat(opens("/o/south/patients/changes/1")).hasStatus(404);
        assertThat(sends("/o/south/patients/changes/1", "version", "0", "agreed", "mobile", "message", "x"))
                .hasStatus(404);
    }

    @Test
    void whoMayNotChangePatientsSeesNoneOfIt() {
        role = StaffRole.BILLING;

        assertThat(opens(CHANGES)).hasStatus(403);
        assertThat(answer("0", "mobile", "x")).hasStatus(403);
    }

    @Test
    void theClinicDecidesWhatBecomesOfChangesAndNobodysDecisionIsLost() {
        role = StaffRole.OWNER;
        var settings = "/o/north/settings/portal/profile";
        assertThat(opens(settings)).hasStatusOk().bodyText().contains("Staff agree first");

        assertThat(sends(settings, "changes", "at-once", "version", "0")).hasStatus(303);
        sends(settings, "changes", "off", "version", "0");

        assertThat(texts("select changes from __tenant__.profile_settings")).containsExactly("at-once");
        assertThat(sends(settings, "changes", "maybe", "version", "1")).hasStatus(422);
        assertThat(texts("select detail::text from __tenant__.audit_entry where action = 'profile-settings-changed'"))
                .singleElement()
                .asString()
                .contains("after-approval → at-once");
    }

    private MvcTestResult answer(String version, String agreed, String message) {
        return sends(CHANGES + "/1", "version", version, "agreed", agreed, "message", message);
    }
}
