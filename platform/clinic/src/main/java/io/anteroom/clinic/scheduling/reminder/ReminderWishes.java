package io.anteroom.clinic.scheduling.reminder;

import io.anteroom.clinic.profile.preference.PatientPreferences;
import io.anteroom.clinic.profile.preference.Preferences;
import io.anteroom.clinic.profile.preference.Way;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.messaging.Channel;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the patient of an appointment wishes to be reminded. Whoever has no record yet has said nothing. */
@Component
@Transactional(readOnly = true)
class ReminderWishes {

    private final PatientPreferences preferences;
    private final QuietTimes quiet;
    private final ReminderRows rows;

    ReminderWishes(PatientPreferences preferences, QuietTimes quiet, ReminderRows rows) {
        this.preferences = preferences;
        this.quiet = quiet;
        this.rows = rows;
    }

    /** When not. */
    PersonalQuiet quiet(Appointment appointment) {
        return quiet(appointment, quiet.current());
    }

    /** The same, at a clinic with these hours. */
    PersonalQuiet quiet(Appointment appointment, QuietHours clinic) {
        return PersonalQuiet.of(clinic, of(appointment).quiet());
    }

    /**
     * By what that reminder goes: as the service has it, or where that isn't wanted by the other, unless the service reminds by
     * the other itself. Nothing where it isn't wanted at all.
     */
    Optional<Channel> channel(ReminderKey key, Appointment appointment) {
        var wanted = of(appointment).reminders().stream().map(Way::channel).collect(Collectors.toSet());
        if (wanted.contains(key.channel())) {
            return Optional.of(key.channel());
        }
        return wanted.stream().findFirst().filter(other -> !rows.hasAny(key, other));
    }

    private Preferences of(Appointment appointment) {
        var patient = appointment.patient();
        return patient == null ? Preferences.USUAL : preferences.of(patient);
    }
}
