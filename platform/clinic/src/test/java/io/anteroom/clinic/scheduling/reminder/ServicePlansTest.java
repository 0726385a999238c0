package io.anteroom.clinic.scheduling.reminder;

import static io.anteroom.clinic.scheduling.appointment.Practice.at;
import static io.anteroom.testing.Tenants.inNorth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.setup.ServiceChanged;
import io.anteroom.clinic.scheduling.setup.ServiceDetails;
import io.anteroom.clinic.scheduling.setup.ServiceReminder;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

@AccessTest
class ServicePlansTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Autowired
    Clinic clinic;

    @Autowired
    Reminded reminded;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    @Qualifier("control")
    JdbcClient control;

    @Test
    void whatAServiceRemindsOfFromNowOnHoldsForAllItsAppointmentsToCome() {
        inNorth(() -> {
            var setting = reminded.practice();
            reminded.book(setting, at("14:00"));
            reminded.workAt(at("14:00").minus(DAY));
            clinic.run("update __tenant__.service set email_reminders = '{60,1440,2880}', text_reminders = '{}'");
            clinic.work(ServicePlans.KIND, setting.service().toString());

            assertThat(reminded.stored())
                    .as("what was sent stays, what would have been due is over")
                    .containsExactly("email 1440 sent", "sms 1440 sent", "email 60 planned");
        });
    }

    @Test
    void aServiceIsPlannedAnewOnlyWhereItsRemindersChanged() {
        inNorth(() -> {
            var before = details();
            changed(before, before);
            assertThat(plansToMake()).isEmpty();
            changed(before, before.reminding(List.of(ServiceReminder.byEmail(60))));
            assertThat(plansToMake()).singleElement().asString().endsWith(":appointment-reminder-plans:7");
        });
    }

    private void changed(ServiceDetails before, ServiceDetails after) {
        clinic.inTransaction(() -> {
            events.publishEvent(new ServiceChanged(new ServiceId(7), before, after));
            return after;
        });
    }

    private List<String> plansToMake() {
        return control.sql(
                        "select task_instance from control.scheduled_tasks where task_instance like '%:appointment-reminder-plans:%'")
                .query(String.class)
                .list();
    }

    private static ServiceDetails details() {
        return new ServiceDetails(
                "Physiotherapy",
                "",
                "",
                new ServiceDetails.Timing(30, 0, 0),
                null,
                new ServiceDetails.BookingRules(true, false, 0, 0, 90, null),
                new ServiceDetails.Givers(Set.of(), Set.of(), false, Set.of()));
    }
}
