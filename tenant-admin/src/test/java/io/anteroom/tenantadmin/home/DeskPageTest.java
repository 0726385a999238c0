package io.anteroom.tenantadmin.home;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenantadmin.door.StaffPagesFixture;
import io.anteroom.testing.StatementCount;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DeskPageTest extends StaffPagesFixture {

    @Autowired
    StatementCount statements;

    DeskPageTest() {
        super(StaffRole.OWNER);
    }

    @Test
    void aQuietMorningSaysSo() {
        assertThat(opens("/o/north"))
                .hasStatusOk()
                .bodyText()
                .contains("Nothing waits for you", "Nobody was stuck at signing in")
                .doesNotContain("Payments by week");
    }

    @Test
    void whatWaitsIsCountedAndLeadsThere() {
        addAnnaWithAnAccount(north());
        wants(north(), 1);
        wants(north(), 2);

        assertThat(opens("/o/north"))
                .bodyText()
                .contains("<span class=\"num\">2</span> changes of contact details", "/o/north/patients/changes");
        assertThat(opens("/o/south")).bodyText().contains("Nothing waits for you");
        run(
                north(),
                "update __tenant__.profile_change set state = 'taken-back', answered_at = " + NOW + " where id = 1");
        assertThat(opens("/o/north")).bodyText().contains("<span class=\"num\">1</span> change of contact details");
    }

    @Test
    void documentsAnswersAndResultsThatWaitAreCountedForWhoReviewsThem() {
        for (var clinic : List.of(north(), south())) {
            addAnnaWithAnAccount(clinic);
        }
        run(north(), """
                insert into __tenant__.document (attempt, patient_id, account_id, sent_by, sent_at, name, size, note, state)
                values (gen_random_uuid(), 1, 1, 'Anna Lee', NOW, 'letter.pdf', 9, '', 'waiting'),
                       (gen_random_uuid(), 1, 1, 'Anna Lee', NOW, '', 9, '', 'taken-back')""".replace("NOW", NOW));
        run(north(), """
                insert into __tenant__.record_entry (attempt, patient_id, kind, category, title, dated_on, body, state, written_at,
                    written_by_id, written_by, shared_at, rule, released_at)
                select gen_random_uuid(), 1, 'result', 'laboratory', 'Ferritin', '2026-11-20', '{"values": []}', 'shared', NOW,
                       'robin', 'Robin', NOW, 'after_review', released
                  from unnest(array[null, null, NOW]) released""".replace("NOW", NOW));
        run(
                north(),
                "insert into __tenant__.questionnaire (title, state, created_at, created_by) values ('Knee', 'active', "
                        + NOW + ", 'Robin')");
        run(north(), """
                insert into __tenant__.questionnaire_version (questionnaire_id, number, title, fhir, published_at, published_by)
                values (1, 1, 'Knee', '{"resourceType": "Questionnaire", "status": "active", "title": "Knee",
                        "item": [{"linkId": "a", "text": "A", "type": "string"}]}', NOW, 'Robin')""".replace("NOW", NOW));
        run(north(), """
                insert into __tenant__.questionnaire_assignment (reference, version_id, patient_id, why, state, assigned_at, assigned_by,
                    started_at, completed_at, completed_by, reviewed_at, reviewed_by)
                values (repeat('a', 16), VERSION, 1, 'by_hand', 'completed', NOW, 'Robin', NOW, NOW, 1, null, null),
                       (repeat('b', 16), VERSION, 1, 'by_hand', 'completed', NOW, 'Robin', NOW, NOW, 1, NOW, 'Robin')""".replace("VERSION", "(select id from __tenant__.questionnaire_version)")
                .replace("NOW", NOW));

        assertThat(opens("/o/north"))
                .bodyText()
                .contains(
                        "<span class=\"num\">2</span> results and other entries to release",
                        "/o/north/releases",
                        "<span class=\"num\">1</span> form with answers to review",
                        "/o/north/questionnaires/to-review",
                        "<span class=\"num\">1</span> document from a patient",
                        "/o/north/documents");
        assertThat(opens("/o/south")).bodyText().contains("Nothing waits for you");
        role = StaffRole.RECEPTIONIST;
        assertThat(opens("/o/north"))
                .bodyText()
                .contains("document from a patient", "answers to review")
                .doesNotContain("entries to release");
        for (var page : List.of("/o/north/releases", "/o/north/questionnaires/to-review", "/o/north/documents")) {
            role = StaffRole.OWNER;
            assertThat(opens(page)).as(page).hasStatusOk();
        }
    }

    @Test
    void whoAskedForACodeAndDidNotGetInIsThereUntilTheyDo() {
        addAnnaWithAnAccount(north());
        addAnnaWithAnAccount(south());
        tries("interval '20 minutes'");

        assertThat(opens("/o/north"))
                .bodyText()
                .contains("Anna Lee", "and did not get in", "/o/north/patients/1/online-access");
        assertThat(opens("/o/south")).bodyText().contains("Nobody was stuck");

        run(north(), """
                insert into __tenant__.portal_session
                    (token_hash, account_id, credential_id, device, created_at, expires_at, last_seen_at)
                values (decode(repeat('0', 64), 'hex'), 1, 1, 'a phone', NOW, NOW + interval '1 hour', NOW)""".replace("NOW", NOW));
        assertThat(opens("/o/north")).bodyText().contains("Nobody was stuck");
    }

    @Test
    void aTryOfThisMinuteIsNoneYetAndALockIsThereAtOnce() {
        addAnnaWithAnAccount(north());
        tries("interval '1 minute'");
        assertThat(opens("/o/north")).bodyText().contains("Nobody was stuck");

        run(
                north(),
                "insert into __tenant__.sign_in_limit (channel, typed, wrong_in_row, times_locked, locked_until)"
                        + " values ('email', 'anna@example.org', 10, 1, " + NOW + " + interval '5 minutes')");
        assertThat(opens("/o/north")).bodyText().contains("Anna Lee", "after wrong tries");
    }

    @Test
    void whatCameInIsDrawnByWeekWithoutWhatWasGivenBackAndEachSeesNoMoreThanTheyMay() {
        addAnnaWithAnAccount(north());
        run(north(), """
                insert into __tenant__.invoice (patient_id, number, state, currency, issued_on, due_on, note, net_minor, tax_minor,
                    total_minor, paid_minor, created_at, created_by, sent_at, sent_by, version)
                values (1, 1, 'part_paid', 'GBP', '2026-11-01', '2026-11-10', '', 10000, 0, 10000, 4000, NOW, 'Robin', NOW, 'Robin', 0)""".replace("NOW", NOW));
        assertThat(opens("/o/north"))
                .bodyText()
                .contains("Nothing was paid by card")
                .doesNotContain("The amounts");
        run(north(), """
                insert into __tenant__.invoice_payment (payment_id, invoice_id, amount_minor, received_at, refunded_minor)
                values (gen_random_uuid(), 1, 4000, NOW, 1500)""".replace("NOW", NOW));

        assertThat(opens("/o/north"))
                .bodyText()
                .contains("Payments by week", "£25.00", "£60.00", "1 invoice<", "(this week)")
                .doesNotContain("Nothing was paid by card");
        role = StaffRole.BILLING;
        assertThat(opens("/o/north"))
                .as("to whom nothing else is shown than money")
                .hasStatusOk()
                .bodyText()
                .contains("Payments by week")
                .doesNotContain("To review", "Did not get in");
    }

    @Test
    void itTakesFewStatementsHoweverMuchWaits() {
        addAnnaWithAnAccount(north());
        opens("/o/north");
        statements.reset();
        opens("/o/north");
        int quiet = statements.count();
        for (int i = 1; i <= 20; i++) {
            wants(north(), i);
        }
        tries("interval '20 minutes'");
        statements.reset();
        opens("/o/north");

        assertThat(statements.count()).isEqualTo(quiet).isLessThanOrEqualTo(16);
    }

    private void wants(Tenant clinic, int change) {
        run(clinic, """
                insert into __tenant__.profile_change (attempt, patient_id, account_id, asked_by, relationship, asked_at, state)
                values (gen_random_uuid(), 1, 1, 'Anna Lee', 'self', NOW, 'waiting')""".replace("NOW", NOW));
        run(
                clinic,
                "insert into __tenant__.profile_change_field (change_id, field, before, wanted) values (" + change
                        + ", 'email', '', 'new@example.org')");
    }

    private void tries(String ago) {
        run(north(), """
                insert into __tenant__.sign_in (id, browser_hash, channel, typed, host, asked_at)
                values (gen_random_uuid(), decode(repeat('0', 64), 'hex'), 'email', 'anna@example.org', 'north', NOW - AGO)""".replace("NOW", NOW).replace("AGO", ago));
    }
}
