package io.anteroom.portal.profile;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.scheduling.reminder.QuietHours;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.form.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which somebody says how to be reached.
 *
 * @param target where it is sent
 * @param form what is in it
 * @param clinic the clinic's quiet hours
 * @param patientName the name to say where somebody acts for another, or null
 * @param meanwhile whether somebody else changed it while the form was open
 */
public record PreferencesPage(
        String target,
        PreferencesForm form,
        QuietHours clinic,
        @Nullable String patientName,
        FormErrors errors,
        boolean meanwhile) {

    /** By what to be told first. */
    public List<Option> news() {
        return List.of(new Option("email", say("By email")), new Option("sms", say("By text message")));
    }

    /** What holds whatever is typed. */
    public String hint() {
        return clinic.any()
                ? say(
                        "The clinic sends no reminders from {from} to {until} anyway. Leave both empty if that is enough.",
                        "from",
                        clinic.from(),
                        "until",
                        clinic.until())
                : say("Leave both empty to be reminded at any hour.");
    }
}
