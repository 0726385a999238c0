package io.anteroom.tenantadmin.authentication;

import io.anteroom.clinic.access.AuthenticationSettings;
import io.anteroom.clinic.access.AuthenticationSettings.AgeRule;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.authentication.SettingsWords;
import io.anteroom.webkit.form.FormErrors;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings as typed. Numbers come as text, so that a wrong one can be shown again.
 *
 * @param seen the fingerprint of the settings this form began with
 * @param codesTo the names of the channels ticked
 * @param session hours
 * @param elevation minutes
 * @param limitedFrom years, empty for no such age
 * @param endsAt years, empty for no such age
 */
public record AuthenticationForm(
        @Nullable String seen,
        @Nullable List<String> codesTo,
        @Nullable String passwords,
        @Nullable String shortPasswords,
        @Nullable String passkeys,
        @Nullable String session,
        @Nullable String elevation,
        @Nullable String selfRegistration,
        @Nullable String patientsMayRevoke,
        @Nullable String limitedFrom,
        @Nullable String endsAt) {

    private static final int OLDEST = 25;

    static AuthenticationForm of(AuthenticationSettings settings) {
        return new AuthenticationForm(
                SettingsWords.fingerprint(settings),
                settings.codesTo().stream()
                        .map(CredentialChannel::name)
                        .sorted()
                        .toList(),
                String.valueOf(settings.passwords()),
                String.valueOf(settings.shortPasswords()),
                String.valueOf(settings.passkeys()),
                String.valueOf(settings.session().toHours()),
                String.valueOf(settings.elevation().toMinutes()),
                String.valueOf(settings.selfRegistration()),
                String.valueOf(settings.patientsMayRevoke()),
                Objects.toString(settings.parents().limitedFrom(), ""),
                Objects.toString(settings.parents().endsAt(), ""));
    }

    /** The same, to be saved over what is stored now. */
    AuthenticationForm over(AuthenticationSettings stored) {
        return new AuthenticationForm(
                SettingsWords.fingerprint(stored),
                codesTo,
                passwords,
                shortPasswords,
                passkeys,
                session,
                elevation,
                selfRegistration,
                patientsMayRevoke,
                limitedFrom,
                endsAt);
    }

    /** Whether codes go there by what is ticked. */
    public boolean sendsTo(CredentialChannel channel) {
        return codesTo != null && codesTo.contains(channel.name());
    }

    FormErrors errors() {
        var errors = FormErrors.none();
        if (channels().isEmpty()) {
            errors = errors.with("codesTo", "Leave at least one ticked: every other way in begins with a code");
        }
        if ("true".equals(shortPasswords) && !"true".equals(passwords)) {
            errors = errors.with("shortPasswords", "Tick Passwords as well, or untick this");
        }
        if (number(session, 1, 24).isEmpty()) {
            errors = errors.with("session", "Enter a whole number of hours from 1 to 24");
        }
        if (number(elevation, 5, 60).isEmpty()) {
            errors = errors.with("elevation", "Enter a whole number of minutes from 5 to 60");
        }
        return ages(errors);
    }

    private FormErrors ages(FormErrors before) {
        var errors = before;
        if (!isAge(limitedFrom)) {
            errors = errors.with("limitedFrom", "Enter an age from 1 to 25 years, or leave this empty");
        }
        if (!isAge(endsAt)) {
            errors = errors.with("endsAt", "Enter an age from 1 to 25 years, or leave this empty");
        }
        var limited = number(limitedFrom, 1, OLDEST);
        var ends = number(endsAt, 1, OLDEST);
        return limited.isPresent() && ends.isPresent() && limited.getAsInt() >= ends.getAsInt()
                ? errors.with(
                        "endsAt", "Enter an age above " + limited.getAsInt() + ", from which on access is limited")
                : errors;
    }

    /** The settings wanted, of a form without errors; the account model is as stored. */
    AuthenticationSettings wanted(AuthenticationSettings stored) {
        return new AuthenticationSettings(
                stored.model(),
                stored.oneAccountPerRecord(),
                channels(),
                "true".equals(passwords),
                "true".equals(shortPasswords),
                "true".equals(passkeys),
                "true".equals(selfRegistration),
                Duration.ofMinutes(number(elevation, 5, 60).orElseThrow()),
                Duration.ofHours(number(session, 1, 24).orElseThrow()),
                "true".equals(patientsMayRevoke),
                new AgeRule(age(limitedFrom), age(endsAt)));
    }

    private Set<CredentialChannel> channels() {
        return Arrays.stream(CredentialChannel.values())
                .filter(this::sendsTo)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CredentialChannel.class)));
    }

    private static boolean isAge(@Nullable String typed) {
        return text(typed).isEmpty() || number(typed, 1, OLDEST).isPresent();
    }

    private static @Nullable Integer age(@Nullable String typed) {
        return text(typed).isEmpty() ? null : Integer.valueOf(text(typed));
    }

    private static OptionalInt number(@Nullable String typed, int least, int most) {
        if (!text(typed).matches("[0-9]{1,3}")) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(text(typed));
        return number >= least && number <= most ? OptionalInt.of(number) : OptionalInt.empty();
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
