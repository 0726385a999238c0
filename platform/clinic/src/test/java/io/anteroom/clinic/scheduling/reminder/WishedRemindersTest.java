package io.anteroom.clinic.scheduling.reminder;

import static io.anteroom.clinic.scheduling.appointment.Practice.at;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Anna is reminded a day before by email and text message and two hours before by email, unless she wishes otherwise. */
@AccessTest
class WishedRemindersTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Autowired
    Clinic clinic;

    @Autowired
    Reminded reminded;

    @Test
    void onlyWhatIsWantedGoesOut() {
        inNorth(() -> {
            reminded.book(reminded.practice(), at("14:00"));
            wishes("'{sms}'", "email", "null, null");
            reminded.workAt(at("14:00").minus(DAY));
            reminded.workAt("12:00");

            assertThat(reminded.sent()).singleElement().asString().startsWith("sms ");
            assertThat(reminded.stored())
                    .containsExactly(
                            "email 1440 left_out not_wanted", "sms 1440 sent", "email 120 left_out not_wanted");
        });
    }

    @Test
    void whereTheClinicRemindsOnlyByTheOtherWayItGoesByTheOneThatIsWanted() {
        inNorth(() -> {
            var setting = reminded.practice();
            clinic.run("update __tenant__.service set email_reminders = '{1440}', text_reminders = '{}'");
            reminded.book(setting, at("14:00"));
            wishes("'{sms}'", "email", "null, null");
            reminded.workAt(at("14:00").minus(DAY));

            assertThat(reminded.sent()).singleElement().asString().startsWith("sms +447700900123");
        });
    }

    @Test
    void whoWantsNoneGetsNone() {
        inNorth(() -> {
            reminded.book(reminded.practice(), at("14:00"));
            wishes("'{}'", "email", "null, null");
            reminded.workAt(at("14:00").minus(DAY));
            reminded.workAt("12:00");

            assertThat(reminded.sent()).isEmpty();
        });
    }

    @Test
    void noneGoesOutInQuietHoursOfOnesOwnEvenIfTheyWereSaidAfterItWasPlanned() {
        inNorth(() -> {
            reminded.book(reminded.practice(), at("14:00"));
            wishes("'{email,sms}'", "email", "time '13:00', time '17:00'");
            reminded.workAt(at("14:00").minus(DAY));
            assertThat(reminded.sent()).isEmpty();
            reminded.workAt(at("17:00").minus(DAY));
            assertThat(reminded.sent()).hasSize(2);
        });
    }

    @Test
    void newsGoesByTheWayThatIsPreferredOrByTheOther() {
        inNorth(() -> {
            var setting = reminded.practice();
            wishes("'{email,sms}'", "sms", "null, null");
            reminded.book(setting, at("14:00"));
            clinic.run("update __tenant__.patient set mobile = null");
            reminded.book(setting, at("15:00"));

            assertThat(
                            clinic.texts(
                                    "select channel from __tenant__.message where about_kind = 'appointment' order by created_at"))
                    .containsExactly("sms", "email");
        });
    }

    @Test
    void whatAPatientOfTheSameNumberWishesAtTheOtherClinicIsNothingToThisOne() {
        inSouth(() -> {
            reminded.practice();
            wishes("'{}'", "sms", "null, null");
        });
        inNorth(() -> {
            reminded.book(reminded.practice(), at("14:00"));
            reminded.workAt(at("14:00").minus(DAY));

            assertThat(reminded.sent()).hasSize(2);
        });
    }

    private void wishes(String reminders, String news, String quiet) {
        clinic.run("""
                insert into __tenant__.patient_preferences
                    (patient_id, reminders, news, quiet_from, quiet_until, version, changed_at, changed_by)
                select id, %s, '%s', %s, 1, now(), 'test' from __tenant__.patient""".formatted(reminders, news, quiet));
    }
}
