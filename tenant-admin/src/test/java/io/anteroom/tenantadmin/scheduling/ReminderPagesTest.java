package io.anteroom.tenantadmin.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.scheduling.setup.ServiceReminder;
import io.anteroom.clinic.scheduling.setup.Services;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.Tenants;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ReminderPagesTest extends AppointmentPagesFixture {

    private static final String PAGE = "/o/north/settings/appointments";
    private static final List<String> SERVICE = List.of(
            "name",
            "First visit",
            "minutes",
            "45",
            "before",
            "0",
            "after",
            "0",
            "notice",
            "2",
            "cancelUntil",
            "24",
            "horizon",
            "90");

    @Autowired
    Services services;

    ReminderPagesTest() {
        super(StaffRole.ADMIN);
    }

    @Test
    void aServiceSaysWhenItsPatientsAreReminded() {
        assertThat(get(PAGE + "/services/new"))
                .bodyText()
                .contains("<option value=\"email\" selected>", "name=\"reminder1\" value=\"1\"", "Reminder 4");

        var reminding = new ArrayList<>(SERVICE);
        reminding.addAll(List.of("reminder1Way", "both", "reminder1", "2", "reminder1Unit", "days"));
        reminding.addAll(List.of("reminder2Way", "", "reminder2", "nonsense", "reminder2Unit", "hours"));
        var short3 = new ArrayList<>(reminding);
        short3.addAll(List.of("reminder3Way", "text", "reminder3", "5", "reminder3Unit", "minutes"));
        assertThat(post(PAGE + "/services", short3))
                .hasStatus(422)
                .bodyText()
                .contains("Enter at least 15 minutes", "href=\"#f-reminder3\"", "value=\"nonsense\"");
        reminding.addAll(List.of("reminder3Way", "text", "reminder3", "90", "reminder3Unit", "minutes"));
        assertThat(post(PAGE + "/services", reminding)).hasStatus(303);
        assertThat(read(services::all).getFirst().details().reminders())
                .containsExactly(
                        ServiceReminder.byEmail(2_880), ServiceReminder.byText(2_880), ServiceReminder.byText(90));
        assertThat(get(PAGE + "/services/1"))
                .bodyText()
                .contains("<option value=\"both\" selected>", "name=\"reminder1\" value=\"2\"")
                .contains("<option value=\"text\" selected>", "name=\"reminder2\" value=\"90\"");
        assertThat(get(PAGE + "/reminders"))
                .bodyText()
                .contains("By email 2 days before, by text message 2 days before, by text message 1 h 30 min before");
    }

    @Test
    void quietHoursAreTypedAndNoneAreNone() {
        MvcTestResult page = get(PAGE + "/reminders");
        assertThat(page).bodyText().contains("value=\"21:00\"", "value=\"08:00\"", "There is no service yet");
        String seen = hidden(page, "version");

        assertThat(post(PAGE + "/reminders", List.of("version", seen, "from", "late", "until", "8")))
                .hasStatus(422)
                .bodyText()
                .contains("Enter the time from which it is quiet", "value=\"late\"");
        assertThat(post(PAGE + "/reminders", List.of("version", seen, "from", "9 pm", "until", "21:00")))
                .hasStatus(422)
                .bodyText()
                .contains("Enter another time than the first");
        List<String> wanted = List.of("version", seen, "from", "8 pm", "until", "7.30");
        assertThat(post(PAGE + "/reminders", wanted)).hasStatus(303);
        assertThat(post(PAGE + "/reminders", wanted)).as("the same again").hasStatus(303);
        assertThat(get(PAGE + "/reminders")).bodyText().contains("value=\"20:00\"", "value=\"07:30\"");
        assertThat(post(PAGE + "/reminders", List.of("version", seen, "from", "", "until", "")))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody saved something else", "20:00 to 07:30 → none");
        String now = hidden(get(PAGE + "/reminders"), "version");
        assertThat(post(PAGE + "/reminders", List.of("version", now, "from", "", "until", "")))
                .hasStatus(303);
        assertThat(get(PAGE + "/reminders")).bodyText().contains("name=\"from\" value=\"\"");
        assertThat(get("/o/south/settings/appointments/reminders")).bodyText().contains("value=\"21:00\"");
    }

    private static <T> T read(Supplier<T> work) {
        return CurrentTenant.call(Tenants.north(), work::get);
    }
}
