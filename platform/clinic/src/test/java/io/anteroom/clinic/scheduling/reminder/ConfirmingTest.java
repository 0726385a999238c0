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
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AccessTest
class ConfirmingTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Pattern LINK = Pattern.compile("/confirm/([a-z2-7]{16})/([a-z2-7]{16})");

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
        var north = new AtomicReference<String>();
        inNorth(() -> {
            var setting = reminded.practice();
            var booked = reminded.book(setting, at("14:00"));
            var second = reminded.book(setting, at("15:00"));
            reminded.workAt(at("14:00").minus(DAY));
            north.set(key("email"));

            assertThat(links.look(booked.reference(), "a".repeat(16))).isEmpty();
            assertThat(links.look(booked.reference(), "")).isEmpty();
            assertThat(links.look(second.reference(), north.get()))
                    .as("another’s key")
                    .isEmpty();
            assertThat(links.confirm(second.reference(), north.get())).isEmpty();
        });
        inSouth(() -> {
            var booked = reminded.book(reminded.practice(), at("14:00"));
            assertThat(links.confirm(booked.reference(), north.get())).isEmpty();
        });
    }

    private Optional<Standing> confirm(Appointment appointment, String key) {
        return links.confirm(appointment.reference(), key).map(RemindedOf::standing);
    }

    /** What the link in the first reminder of that channel carries. */
    private String key(String channel) {
        var link = LINK.matcher(reminded.sent().stream()
                .filter(message -> message.startsWith(channel))
                .findFirst()
                .orElseThrow());
        assertThat(link.find()).isTrue();
        return link.group(2);
    }
}
