package io.anteroom.portal.profile;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.profile.preference.OwnQuietHours;
import io.anteroom.clinic.profile.preference.Preferences;
import io.anteroom.clinic.profile.preference.Way;
import io.anteroom.clinic.scheduling.hours.TypedTimes;
import io.anteroom.clinic.scheduling.reminder.QuietHours;
import io.anteroom.webkit.form.FormErrors;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What was said on how to be reached, as it came.
 *
 * @param reminder by what to be reminded
 * @param news by what to be told first
 * @param from from when it is to be quiet, or empty
 * @param until until when
 * @param version what the form began with
 */
public record PreferencesForm(
        @Nullable List<String> reminder,
        @Nullable String news,
        @Nullable String from,
        @Nullable String until,
        @Nullable Integer version) {

    private static final int MINUTES_OF_A_DAY = 24 * 60;
    private static final int QUARTER = 15;

    static PreferencesForm of(Preferences preferences) {
        var quiet = preferences.quiet();
        return new PreferencesForm(
                preferences.reminders().stream().map(Way::code).toList(),
                preferences.news().code(),
                quiet == null ? "" : quiet.from().toString(),
                quiet == null ? "" : quiet.until().toString(),
                preferences.version());
    }

    /** The same, which replaces those when it is sent again. */
    PreferencesForm over(Preferences current) {
        return new PreferencesForm(reminder, news, from, until, current.version());
    }

    /** What is wrong with it, at a clinic with these quiet hours. */
    FormErrors errors(QuietHours clinic) {
        if (text(from).isEmpty() && text(until).isEmpty()) {
            return FormErrors.none();
        }
        var begins = TypedTimes.time(text(from));
        var ends = TypedTimes.time(text(until));
        var errors = FormErrors.none();
        if (begins.isEmpty()) {
            errors = errors.with("from", say("Enter the time from which it is quiet, like 19:00, or leave both empty"));
        }
        if (ends.isEmpty()) {
            errors =
                    errors.with("until", say("Enter the time until which it is quiet, like 9:00, or leave both empty"));
        } else if (begins.equals(ends)) {
            errors = errors.with("until", say("Enter another time than the first, or leave both empty"));
        } else if (begins.isPresent() && !leavesAnything(clinic, new QuietHours(begins.get(), ends.get()))) {
            errors = errors.with(
                    "until",
                    say("Leave some of the day outside these hours and the clinic’s. If you want no reminders, untick"
                            + " both boxes above"));
        }
        return errors;
    }

    private static boolean leavesAnything(QuietHours clinic, QuietHours own) {
        return IntStream.iterate(0, minute -> minute < MINUTES_OF_A_DAY, minute -> minute + QUARTER)
                .mapToObj(minute -> LocalTime.MIDNIGHT.plusMinutes(minute))
                .anyMatch(time -> !clinic.cover(time) && !own.cover(time));
    }

    /** What it says; only of one without errors. */
    Preferences wanted() {
        Set<Way> ways = EnumSet.noneOf(Way.class);
        for (var way : Way.values()) {
            if (has(way)) {
                ways.add(way);
            }
        }
        return new Preferences(
                ways,
                Way.SMS.code().equals(news) ? Way.SMS : Way.EMAIL,
                quiet().orElse(null),
                Objects.requireNonNullElse(version, 0));
    }

    private Optional<OwnQuietHours> quiet() {
        return TypedTimes.time(text(from))
                .flatMap(begins -> TypedTimes.time(text(until)).map(ends -> new OwnQuietHours(begins, ends)));
    }

    /** Whether that box is ticked. */
    public boolean has(Way way) {
        return reminder != null && reminder.contains(way.code());
    }

    /** A field that may be missing. */
    public static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
