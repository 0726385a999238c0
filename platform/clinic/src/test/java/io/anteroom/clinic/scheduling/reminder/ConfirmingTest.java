package io.anteroom.clinic.scheduling.reminder;

import static io.anteroom.clinic.scheduling.appointment.Practice.at;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.clinic.scheduling.reminder.RemindedOf.Standing;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AccessTest
class ConfirmingTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Autowired
    Clinic clinic;

    @Autowired
    Reminded reminded;

    @Autowired
    ReminderLinks links;

    @Test
    void toLookChangesNothingAndToConfirmDoesSoOnce() {
        inNorth(() -> {
            var booked = reminded.book(reminded.practice(), at("14:00"));
            reminded.workAt(at("14:00").minus(DAY));
            String key = key("email");

            assertThat(links.look(booked.reference(), key))
                    .map(RemindedOf::standing)
                    .contains(Standing.OPEN);
            assertThat(reminded.now(booked).state()).isEqualTo(AppointmentState.BOOKED);

            assertThat(confirm(booked, key)).contains(Standing.CONFIRMED);
            assertThat(confirm(booked, key)).contains(Standing.CONFIRMED);
            assertThat(confirm(booked, key("sms"))).contains(Standing.CONFIRMED);
            assertThat(reminded.now(booked).state()).isEqualTo(AppointmentState.CONFIRMED);
            assertThat(clinic.texts(
                            "select actor_name from __tenant__.audit_entry where action = 'appointment-confirmed'"))
                    .containsExactly("Whoever has the reminder’s link");
        });
    }

    @Test
    void whoHasConfirmedIsRemindedWithoutBeingAskedAgain() {
        inNorth(() -> {
            var booked = reminded.book(reminded.practice(), at("14:00"));
            reminded.workAt(at("14:00").minus(DAY));
            confirm(booked, key("email"));
            reminded.workAt("12:00");

            assertThat(reminded.sent()).hasSize(3);
            assertThat(reminded.sent().getLast()).doesNotContain("/confirm/").contains("/appointments/");
        });
    }

    @Test
    void aLinkHoldsForTheTimeItToldOfAlone() {
        inNorth(() -> {
            var setting = reminded.practice();
            var booked = reminded.book(setting, at("14:00"));
            reminded.workAt(at("14:00").minus(DAY));
            String key = key("email");

            reminded.move(setting, booked, at("15:00"));
            assertThat(confirm(booked, key)).contains(Standing.OVER);
            assertThat(reminded.now(booked).state()).isEqualTo(AppointmentState.BOOKED);
            reminded.move(setting, booked, at("14:00"));
            assertThat(links.look(booked.reference(), key))
                    .map(RemindedOf::standing)
                    .contains(Standing.OPEN);

            reminded.cancel(booked);
            assertThat(confirm(booked, key)).contains(Standing.OVER);
            assertThat(reminded.now(booked).state()).isEqualTo(AppointmentState.CANCELLED);
        });
    }

    @Test
    void afterItBeganThereIsNothingToConfirm() {
        inNorth(() -> {
            var booked = reminded.book(reminded.practice(), at("14:00"));
            reminded.workAt(at("14:00").minus(DAY));
            String key = key("email");
            reminded.workAt("14:00");

            assertThat(confirm(booked, key)).contains(Standing.OVER);
            assertThat(reminded.now(booked).state()).isEqualTo(AppointmentState.BOOKED);
        });
    }

    @Test
    void whoGuessesOrComesToAnotherClinicFindsNothing() {
        inNorth(() -> {
            var setting = reminded.practice();
            var booked = reminded.book(setting, at("14:00"));
            var second = reminded.book(setting, at("15:00"));
            reminded.workAt(at("14:00").minus(DAY));
            assertThat(confirm(booked, key("email"))).contains(Standing.CONFIRMED);

            assertThat(links.look(booked.reference(), "a".repeat(16))).isEmpty();
            assertThat(links.look(booked.reference(), "")).isEmpty();
            assertThat(links.look(second.reference(), "key-email"))
                    .as("another’s key")
                    .isEmpty();
            assertThat(links.confirm(second.reference(), "key-email")).isEmpty();
        });
        inSouth(() -> {
            var booked = reminded.book(reminded.practice(), at("14:00"));
            assertThat(links.confirm(booked.reference(), "key-email")).isEmpty();
        });
    }

    private Optional<Standing> confirm(Appointment appointment, String key) {
        return links.confirm(appointment.reference(), key).map(RemindedOf::standing);
    }

    /** What the link in the first reminder of that channel carries; it is stored as a hash, so this gives it another. */
    private String key(String channel) {
        clinic.run("""
                update __tenant__.appointment_reminder r set key_hash = sha256('key-%1$s')
                  from __tenant__.message m
                 where m.id = r.message_id and r.channel = '%1$s' and m.content::text like '%%/confirm/%%/{secret}%%'
                   and m.secret is not null""".formatted(channel));
        return "key-" + channel;
    }
}
