package io.anteroom.clinic.record;

import static io.anteroom.clinic.record.Charting.letter;
import static io.anteroom.clinic.record.Charting.patient;
import static io.anteroom.clinic.record.Charting.result;
import static io.anteroom.testing.Tenants.inNorth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.scheduling.appointment.Practice;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.clinic.settings.Section;
import io.anteroom.messaging.StillHolds;
import io.anteroom.testing.Tenants;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AccessTest
class RecordNewsTest {

    @Autowired
    Clinic clinic;

    @Autowired
    Practice practice;

    @Autowired
    Charting charting;

    @Autowired
    RecordWriting writing;

    @Autowired
    RecordSharing sharing;

    @Autowired
    RecordDesk desk;

    @Autowired
    PortalSetup portal;

    @Autowired
    List<StillHolds> stillHolds;

    @Autowired
    TestClock clock;

    @BeforeEach
    void anOpenPortal() {
        inNorth(() -> portal.switchTo(Clinic.ROSA, true));
    }

    @Test
    void whoeverMayReadIsToldOnceAndNotWhatItIs() {
        inNorth(() -> {
            var anna = reachable("Anna", "full", "clinical");
            charting.shared(anna, RecordKind.LETTER, letter("Your scan"));
            assertThat(due()).as("there is time to take it back").isEmpty();

            clock.advance(Duration.ofMinutes(3));
            var work = due();
            work.forEach(this::worker);
            work.forEach(this::worker);

            assertThat(told()).containsExactly("anna@example.org");
            assertThat(clinic.texts("select content::text from __tenant__.message"))
                    .singleElement()
                    .asString()
                    .contains("something new", "/records/1")
                    .doesNotContainIgnoringCase("letter", "scan", "anna lee", "result");
        });
    }

    @Test
    void nobodyIsToldOfWhatTheyMayNotRead() {
        inNorth(() -> {
            var anna = reachable("Anna", "full", "clinical");
            add(anna, "limited", "clinical", "limited@example.org");
            add(anna, "full", "bookings,money", "carer@example.org");
            var ended = add(anna, "full", "clinical", "ended@example.org");
            var parent = add(anna, "full", "clinical", "parent@example.org");
            clinic.run(
                    "update __tenant__.access_grant set ended_at = now(), ended_because = 'ended-by-staff', ended_by = 'Rosa' where account_id = "
                            + ended);
            assertThat(parent).isNotEqualTo(ended);
            charting.shared(anna, RecordKind.LETTER, letter("Letter"));
            work(Duration.ofMinutes(3));
            assertThat(told()).containsExactlyInAnyOrder("anna@example.org", "parent@example.org");
        });
    }

    @Test
    void whatIsReleasedLaterIsToldThenAndWhatIsReleasedByHandAtOnce() {
        inNorth(() -> {
            var anna = reachable("Anna", "full", "clinical");
            charting.rule(RecordCategory.LETTERS, ReleaseRule.AFTER_DAYS, false);
            charting.shared(anna, RecordKind.LETTER, letter("Later"));
            var blood = charting.shared(anna, RecordKind.RESULT, result("Blood"));
            work(Duration.ofMinutes(3));
            assertThat(told()).isEmpty();

            sharing.release(patient(anna), blood, 1, Clinic.ROSA);
            work(Duration.ofMinutes(3));
            assertThat(told()).hasSize(1);
            charting.seen(anna);
            work(Duration.ofDays(3));
            assertThat(told()).hasSize(2);
        });
    }

    @Test
    void whatWasTakenBackInTimeOrIsOfASectionThatIsOffIsToldToNobody() {
        inNorth(() -> {
            var anna = reachable("Anna", "full", "clinical");
            var slip = charting.shared(anna, RecordKind.LETTER, letter("Slip"));
            sharing.withdraw(patient(anna), slip, "A slip", Clinic.ROSA);
            work(Duration.ofMinutes(3));
            assertThat(told()).isEmpty();

            publish(EnumSet.of(Section.APPOINTMENTS));
            charting.shared(anna, RecordKind.LETTER, letter("Unheard"));
            work(Duration.ofMinutes(3));
            assertThat(told()).isEmpty();
        });
    }

    @Test
    void newsThatWaitedForItsCarrierIsDroppedWhenItNoLongerHolds() {
        inNorth(() -> {
            var anna = reachable("Anna", "full", "clinical");
            var letter = charting.shared(anna, RecordKind.LETTER, letter("Letter"));
            work(Duration.ofMinutes(3));
            assertThat(holds()).isTrue();
            publish(EnumSet.of(Section.APPOINTMENTS));
            assertThat(holds()).isFalse();
            publish(EnumSet.allOf(Section.class));
            assertThat(holds()).isTrue();
            sharing.withdraw(patient(anna), letter, "Mistaken", Clinic.ROSA);
            assertThat(holds()).isFalse();
        });
    }

    @Test
    void whoHasNotLookedIsNotToldAgainTheSameDay() {
        inNorth(() -> {
            var anna = reachable("Anna", "full", "clinical");
            charting.shared(anna, RecordKind.LETTER, letter("One"));
            work(Duration.ofMinutes(3));
            charting.shared(anna, RecordKind.LETTER, letter("Two"));
            work(Duration.ofMinutes(3));
            assertThat(told()).hasSize(1);

            charting.seen(anna);
            charting.shared(anna, RecordKind.LETTER, letter("Three"));
            work(Duration.ofMinutes(3));
            assertThat(told()).hasSize(2);
        });
    }

    @Test
    void whoWaitsForAClinicianIsToldWhenOneHasReleasedIt() {
        inNorth(() -> {
            var anna = reachable("Anna", "full", "clinical");
            charting.rule(RecordCategory.LETTERS, ReleaseRule.AT_ONCE, true);
            charting.reads(anna).waitForClinician(true);
            var letter = charting.shared(anna, RecordKind.LETTER, letter("Letter"));
            work(Duration.ofMinutes(3));
            assertThat(told()).isEmpty();
            sharing.release(patient(anna), letter, 1, Clinic.ROSA);
            work(Duration.ofMinutes(3));
            assertThat(told()).hasSize(1);
        });
    }

    @Test
    void aCorrectionIsTold() {
        inNorth(() -> {
            var anna = reachable("Anna", "full", "clinical");
            var letter = charting.shared(anna, RecordKind.LETTER, letter("Letter"));
            work(Duration.ofMinutes(3));
            charting.seen(anna);
            clock.advance(Duration.ofMinutes(1));
            writing.change(patient(anna), letter, 1, letter("Another"), "It was wrong", Clinic.ROSA);
            work(Duration.ofMinutes(3));
            assertThat(told()).hasSize(2);
        });
    }

    @Test
    void aCorrectionWhileTheMessageWaitsForItsCarrierIsToldByThatMessage() {
        inNorth(() -> {
            var anna = reachable("Anna", "full", "clinical");
            var letter = charting.shared(anna, RecordKind.LETTER, letter("Letter"));
            work(Duration.ofMinutes(3));
            writing.change(patient(anna), letter, 1, letter("Another"), "It was wrong", Clinic.ROSA);
            work(Duration.ofMinutes(3));
            assertThat(told()).as("one message for both").hasSize(1);
            assertThat(holds()).isTrue();
        });
    }

    @Test
    void whatAMessageWasToSpeakForAsWellIsToldOnItsOwnOnceThatMessageIsDropped() {
        inNorth(() -> {
            var anna = reachable("Anna", "full", "clinical");
            var mistaken = charting.shared(anna, RecordKind.LETTER, letter("Mistaken"));
            work(Duration.ofMinutes(3));
            charting.shared(anna, RecordKind.LETTER, letter("Right"));
            work(Duration.ofMinutes(3));
            assertThat(told()).as("the first speaks for both").hasSize(1);

            sharing.withdraw(patient(anna), mistaken, "Mistaken", Clinic.ROSA);
            assertThat(holds()).isFalse();
            work(Duration.ofMinutes(3));

            var account = anna.viewer().account();
            assertThat(clinic.texts("select about_ref from __tenant__.message where about_kind = 'record-news'"))
                    .containsExactlyInAnyOrder("1-1-" + account, "2-1-" + account);
        });
    }

    @Test
    void whatWasWithdrawnSilencesNothingThatIsSharedLater() {
        inNorth(() -> {
            var anna = reachable("Anna", "full", "clinical");
            var mistaken = charting.shared(anna, RecordKind.LETTER, letter("Mistaken"));
            work(Duration.ofMinutes(3));
            sharing.withdraw(patient(anna), mistaken, "Mistaken", Clinic.ROSA);
            charting.shared(anna, RecordKind.LETTER, letter("Right"));
            work(Duration.ofMinutes(3));
            assertThat(told()).hasSize(2);
        });
    }

    @Test
    void whoHasLookedMeanwhileIsNotToldAnewOfWhatTheySaw() {
        inNorth(() -> {
            var anna = reachable("Anna", "full", "clinical");
            var mistaken = charting.shared(anna, RecordKind.LETTER, letter("Mistaken"));
            work(Duration.ofMinutes(3));
            charting.shared(anna, RecordKind.LETTER, letter("Right"));
            work(Duration.ofMinutes(3));
            charting.seen(anna);
            sharing.withdraw(patient(anna), mistaken, "Mistaken", Clinic.ROSA);
            work(Duration.ofMinutes(3));
            assertThat(told()).hasSize(1);
        });
    }

    private VisibleChart reachable(String name, String level, String scopes) {
        var chart = practice.patient(name, level, scopes);
        address(chart.viewer().account(), name.toLowerCase(Locale.ROOT) + "@example.org");
        return chart;
    }

    private AccountId add(VisibleChart to, String level, String scopes, String email) {
        var account = practice.account(patient(to), level, scopes);
        address(account, email);
        return account;
    }

    private void address(AccountId account, String email) {
        clinic.run("""
                insert into __tenant__.credential (account_id, channel, value, added_at, added_by, verified_at)
                values (%s, 'email', '%s', now(), 'test', now())""".formatted(account, email));
    }

    private void publish(Set<Section> sections) {
        var plain = PortalDesign.plain("North Clinic");
        portal.publish(
                Clinic.ROSA,
                new PortalDesign(
                        "North Clinic", plain.main(), plain.accent(), "", "", "", "", "", null, Set.copyOf(sections)));
    }

    private void work(Duration after) {
        clock.advance(after);
        due().forEach(this::worker);
    }

    private void worker(String ref) {
        clinic.work(RecordNews.KIND, ref);
    }

    private List<String> due() {
        return Tenants.superuser()
                .sql("""
                        delete from control.scheduled_tasks where task_instance like '%:record-news:%' and execution_time <= :now
                        returning split_part(task_instance, ':record-news:', 2)""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
    }

    private List<String> told() {
        return clinic.texts("select recipient from __tenant__.message where about_kind = 'record-news' order by id");
    }

    private boolean holds() {
        var ref = clinic.texts("select about_ref from __tenant__.message where about_kind = 'record-news'")
                .getFirst();
        return clinic.inTransaction(() -> stillHolds.stream()
                .filter(one -> one.kind().equals("record-news"))
                .allMatch(one -> one.holds(ref)));
    }
}
