package io.anteroom.clinic.scheduling.reminder;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.clinic.scheduling.appointment.Practice.at;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.scheduling.appointment.Practice;
import io.anteroom.clinic.scheduling.reminder.AppointmentMessage.Progress;
import io.anteroom.clinic.scheduling.setup.SetupResult;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.messaging.StillHolds;
import io.anteroom.testing.StatementCount;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** It is Saturday, nine o'clock; appointments are on the Monday after, in London. */
@AccessTest
class RemindersTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Autowired
    Clinic clinic;

    @Autowired
    Reminded reminded;

    @Autowired
    Practice practice;

    @Autowired
    QuietTimes quiet;

    @Autowired
    AppointmentMessages messages;

    @Autowired
    List<StillHolds> conditions;

    @Autowired
    PortalSetup portal;

    @Autowired
    StatementCount statements;

    @Autowired
    TestClock clock;

    @Autowired
    @Qualifier("control")
    JdbcClient control;

    @Test
    void eachGoesOutOnceAtItsTimeHoweverOftenTheWorkerComes() {
        inNorth(() -> {
            var setting = reminded.practice();
            var booked = reminded.book(setting, at("14:00"));
            assertThat(pointer()).isEqualTo(at("14:00").minus(DAY));

            reminded.workAt(at("13:59").minus(DAY));
            assertThat(reminded.sent()).isEmpty();
            reminded.workAt(at("14:00").minus(DAY));
            reminded.work();
            reminded.settle(booked);
            reminded.work();
            assertThat(reminded.sent()).hasSize(2);
            assertThat(reminded.sent().getFirst())
                    .startsWith("email anna@example.org")
                    .contains("Reminder: your appointment at", "23 November 2026, 14:00", "Pia", "1 High Street");
            assertThat(reminded.sent().getLast())
                    .startsWith("sms +447700900123")
                    .contains("Mon", "23", "14:00 at High Street", "/confirm/");

            reminded.workAt("12:00");
            reminded.workAt("13:00");
            assertThat(reminded.sent()).hasSize(3);
            assertThat(reminded.stored()).containsExactly("email 1440 sent", "sms 1440 sent", "email 120 sent");
        });
    }

    @Test
    void workThatIsDoneAgainAfterARestartSendsNothingTwice() {
        inNorth(() -> {
            reminded.book(reminded.practice(), at("14:00"));
            clock.set(at("14:00").minus(DAY));
            clinic.work(DueReminders.KIND, DueReminders.REF);
            var due = reminded.due();
            assertThat(due).hasSize(2);
            clinic.work(DueReminders.KIND, DueReminders.REF);
            for (int i = 0; i < 2; i++) {
                due.forEach(key -> clinic.work(ReminderKey.KIND, key));
            }

            assertThat(reminded.sent()).hasSize(2);
        });
    }

    @Test
    void eachMailHasTheCalendarFileAndNoneSaysWhatIsTreated() {
        inNorth(() -> {
            reminded.book(reminded.practice(), at("14:00"));
            reminded.workAt(at("14:00").minus(DAY));

            assertThat(clinic.texts("select content::text from __tenant__.message where channel = 'email'"))
                    .hasSize(2)
                    .allSatisfy(mail -> assertThat(mail)
                            .contains("appointment.ics", "text/calendar", "BEGIN:VEVENT", "DTSTART:20261123T140000Z"));
            assertThat(clinic.texts("select content::text from __tenant__.message"))
                    .noneMatch(message -> message.contains("Physiotherapy"));
        });
    }

    @Test
    void noneGoesOutAfterACancellationEvenBeforeTheWorkerHeardOfIt() {
        inNorth(() -> {
            var booked = reminded.book(reminded.practice(), at("14:00"));
            clock.set(at("14:00").minus(DAY));
            var cancelled = reminded.cancel(booked);
            reminded.work();
            assertThat(reminded.sent()).isEmpty();

            reminded.settle(cancelled);
            assertThat(reminded.stored()).isEmpty();
            reminded.workAt("12:00");
            assertThat(reminded.sent()).isEmpty();
        });
    }

    @Test
    void aCancellationThatIsTakenBackBringsThoseToComeBack() {
        inNorth(() -> {
            var booked = reminded.book(reminded.practice(), at("14:00"));
            reminded.settle(reminded.cancel(booked));
            assertThat(reminded.stored()).isEmpty();
            reminded.settle(reminded.undo(booked));

            reminded.workAt(at("14:00").minus(DAY));
            assertThat(reminded.sent()).hasSize(2);
        });
    }

    @Test
    void afterAMoveTheyGoOutAtTheNewTimeAlone() {
        inNorth(() -> {
            var setting = reminded.practice();
            var booked = reminded.book(setting, at("14:00"));
            clock.set(at("13:59").minus(DAY));
            var moved = reminded.move(setting, booked, at("14:00").plus(DAY));
            reminded.workAt(at("14:00").minus(DAY));
            assertThat(reminded.sent()).as("before the worker heard of it").isEmpty();
            reminded.settle(moved);

            reminded.workAt("13:59");
            assertThat(reminded.sent()).isEmpty();
            reminded.workAt("14:00");
            assertThat(reminded.sent())
                    .hasSize(2)
                    .allSatisfy(message -> assertThat(message).contains("24").contains("14:00"));
        });
    }

    @Test
    void movedAwayAndBackRemindsNobodyTwice() {
        inNorth(() -> {
            var setting = reminded.practice();
            var booked = reminded.book(setting, at("14:00"));
            reminded.workAt(at("14:00").minus(DAY));
            assertThat(reminded.sent()).hasSize(2);

            reminded.settle(reminded.move(setting, booked, at("14:00").plus(DAY)));
            reminded.settle(reminded.move(setting, booked, at("14:00")));
            reminded.work();
            assertThat(reminded.sent()).hasSize(2);
            assertThat(reminded.stored()).containsExactly("email 1440 sent", "sms 1440 sent", "email 120 planned");
        });
    }

    @Test
    void theNightIsQuietAndALateWorkerWaitsForTheMorning() {
        inNorth(() -> {
            var setting = reminded.practice();
            reminded.book(setting, at("09:30"));
            reminded.workAt("07:30");
            assertThat(reminded.sent())
                    .as("those of a day before are late, too")
                    .isEmpty();
            assertThat(reminded.stored())
                    .containsExactly("email 120 planned", "email 1440 planned", "sms 1440 planned");

            reminded.workAt("08:00");
            assertThat(reminded.sent()).hasSize(2);
        });
    }

    @Test
    void quietHoursThatChangeHoldForWhatIsPlannedToo() {
        inNorth(() -> {
            var setting = reminded.practice();
            reminded.book(setting, at("16:00"));
            var siesta = new QuietHours(LocalTime.of(13, 0), LocalTime.of(15, 30));
            assertThat(quiet.change(siesta, quiet.decided().version(), ROSA)).isInstanceOf(SetupResult.Saved.class);
            assertThat(quiet.change(QuietHours.NONE, 0, ROSA))
                    .as("somebody who looked before")
                    .isEqualTo(new SetupResult.Meanwhile(1, Map.of("Quiet hours", "13:00 to 15:30 → none")));

            reminded.workAt("14:00");
            assertThat(reminded.sent()).isEmpty();
            reminded.workAt("15:30");
            assertThat(reminded.sent()).hasSize(2);
            assertThat(
                            clinic.texts(
                                    "select detail::text from __tenant__.audit_entry where action = 'booking-settings-changed'"))
                    .singleElement()
                    .asString()
                    .contains("21:00 to 08:00 → 13:00 to 15:30");
        });
    }

    @Test
    void aWorkerThatWasAwayRemindsOnceAndOfNothingThatHasBegun() {
        inNorth(() -> {
            var setting = reminded.practice();
            reminded.book(setting, at("14:00"));
            reminded.book(setting, at("12:30"));
            reminded.workAt("13:00");

            assertThat(reminded.sent()).hasSize(2);
            assertThat(reminded.stored())
                    .containsExactlyInAnyOrder(
                            "email 1440 left_out too_late",
                            "sms 1440 left_out too_late",
                            "email 120 left_out too_late",
                            "email 1440 left_out later_one",
                            "sms 1440 sent",
                            "email 120 sent");
        });
    }

    @Test
    void whoBooksLaterThanAReminderIsDueIsToldByTheBookingAlone() {
        inNorth(() -> {
            var setting = reminded.practice();
            clock.set(at("11:00"));
            reminded.book(setting, at("14:00"));

            assertThat(reminded.stored()).containsExactly("email 120 planned");
        });
    }

    @Test
    void whoHasNoMobileGetsNoTextAndWhoIsHereNothing() {
        inNorth(() -> {
            var setting = reminded.practice();
            clinic.run("update __tenant__.patient set mobile = null");
            var booked = reminded.book(setting, at("14:00"));
            reminded.workAt(at("14:00").minus(DAY));
            assertThat(reminded.stored())
                    .containsExactly("email 1440 sent", "sms 1440 left_out no_address", "email 120 planned");

            reminded.settle(reminded.arrive(booked));
            reminded.workAt("12:00");
            assertThat(reminded.sent()).hasSize(1);
        });
    }

    @Test
    void whoBookedForSomebodyWithoutAnAddressIsRemindedAsLongAsTheyMaySeeIt() {
        inNorth(() -> {
            var setting = reminded.practice();
            clinic.run("update __tenant__.patient set email = null, mobile = null");
            var account = practice.account(setting.anna(), "full", "bookings");
            clinic.run("""
                    insert into __tenant__.credential (account_id, channel, value, added_at, added_by, verified_at)
                    values (%s, 'email', 'carer@example.org', now(), 'test', now())""".formatted(account));
            reminded.book(setting, at("14:00"));
            clinic.run("update __tenant__.appointment set account_id = " + account);

            reminded.workAt(at("14:00").minus(DAY));
            assertThat(reminded.sent()).singleElement().asString().startsWith("email carer@example.org");
            clinic.run("update __tenant__.access_grant set ended_at = now(), ended_by = 'test'");
            reminded.workAt("12:00");
            assertThat(reminded.sent()).hasSize(1);
            assertThat(reminded.stored()).contains("email 120 left_out no_address");
        });
    }

    @Test
    void aClinicThatSwitchedAppointmentsOffRemindsNobody() {
        inNorth(() -> {
            var setting = reminded.practice();
            reminded.book(setting, at("14:00"));
            portal.switchTo(ROSA, false);
            reminded.workAt(at("14:00").minus(DAY));
            assertThat(reminded.sent()).isEmpty();

            portal.switchTo(ROSA, true);
            reminded.workAt("12:00");
            assertThat(reminded.stored())
                    .containsExactly(
                            "email 1440 left_out section_off", "sms 1440 left_out section_off", "email 120 sent");
        });
    }

    @Test
    void oneClinicsWorkerSendsNothingOfAnothers() {
        inSouth(() -> reminded.book(reminded.practice(), at("14:00")));
        inNorth(() -> {
            reminded.book(reminded.practice(), at("14:00"));
            reminded.workAt(at("14:00").minus(DAY));
            assertThat(reminded.sent()).hasSize(2);
        });
        inSouth(() -> {
            assertThat(reminded.sent()).isEmpty();
            assertThat(reminded.stored())
                    .containsExactly("email 1440 planned", "sms 1440 planned", "email 120 planned");
        });
    }

    @Test
    void aReminderThatWaitedForItsCarrierIsAskedAgainAndWaitsForTheMorning() {
        inNorth(() -> {
            var setting = reminded.practice();
            var booked = reminded.book(setting, at("14:00"));
            reminded.workAt(at("14:00").minus(DAY));
            String ref = clinic.texts("select about_ref from __tenant__.message where channel = 'sms'")
                    .getFirst();
            var condition = condition();
            assertThat(condition.holds(ref)).isTrue();
            assertThat(condition.notBefore(ref)).isEmpty();

            clock.set(at("02:00"));
            assertThat(condition.notBefore(ref)).contains(at("08:00"));
            clock.set(at("14:00"));
            assertThat(condition.holds(ref)).as("it has begun").isFalse();

            clock.set(at("10:00"));
            reminded.move(setting, booked, at("15:00"));
            assertThat(condition.holds(ref)).isFalse();
            reminded.move(setting, booked, at("14:00"));
            assertThat(condition.holds(ref)).isTrue();
            reminded.cancel(booked);
            assertThat(condition.holds(ref)).isFalse();
        });
    }

    @Test
    void staffSeeWhatWasSentWhatIsPlannedAndWhatWentWrong() {
        inNorth(() -> {
            var setting = reminded.practice();
            var booked = reminded.book(setting, at("14:00"));
            reminded.workAt(at("14:00").minus(DAY));
            clinic.run("update __tenant__.message set state = 'sent', secret = null where channel = 'email'");
            clinic.run(
                    "update __tenant__.message set state = 'failed', reason = 'No gateway', secret = null where channel = 'sms'");

            var appointment = reminded.now(booked);
            statements.reset();
            var shown = messages.of(appointment);
            assertThat(statements.statements()).hasSizeLessThanOrEqualTo(3);
            assertThat(shown)
                    .extracting(AppointmentMessage::what, AppointmentMessage::progress, AppointmentMessage::problem)
                    .containsExactlyInAnyOrder(
                            tuple("Your appointment is booked", Progress.SENT, null),
                            tuple("Reminder, 1 day before", Progress.SENT, null),
                            tuple("Reminder, 1 day before", Progress.NOT_SENT, "No gateway"),
                            tuple("Reminder, 2 h before", Progress.PLANNED, null));
        });
    }

    private StillHolds condition() {
        return conditions.stream()
                .filter(one -> one.kind().equals(ReminderKey.KIND))
                .findFirst()
                .orElseThrow();
    }

    /** When the clinic's piece of work for reminders is due. */
    private Instant pointer() {
        return control.sql(
                        "select execution_time from control.scheduled_tasks where task_instance like '%:appointment-reminders:next'")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
