package io.anteroom.clinic.access.authentication;

import io.anteroom.clinic.access.AccountModel;
import io.anteroom.clinic.access.AuthenticationSettings;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.Digests;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a clinic has decided, in words: for the audit log, and to compare what two people wanted. */
public final class SettingsWords {

    private SettingsWords() {}

    /** What {@code after} changes in {@code before} but for the account model: a label, and {@code before → after}. */
    public static Map<String, String> changes(AuthenticationSettings before, AuthenticationSettings after) {
        var wanted = rules(after);
        var changes = new LinkedHashMap<String, String>();
        rules(before).forEach((label, was) -> {
            String becomes = wanted.getOrDefault(label, "");
            if (!becomes.equals(was)) {
                changes.put(label, was + " → " + becomes);
            }
        });
        return changes;
    }

    /** Changes when the settings do, but for the account model; a form carries it, so that nobody overwrites the unseen. */
    public static String fingerprint(AuthenticationSettings settings) {
        return digest(rules(settings).toString());
    }

    /** How many records an account opens and how many accounts a record, in words. */
    public static String model(AccountModel model, boolean oneAccountPerRecord) {
        return switch (model) {
                    case ONE_PATIENT_PER_ACCOUNT -> "One patient per account";
                    case FAMILY_ACCOUNTS -> "Family accounts";
                }
                + (oneAccountPerRecord ? ", one account per record" : "");
    }

    static String digest(String text) {
        return HexFormat.of().formatHex(Digests.sha256(text));
    }

    private static Map<String, String> rules(AuthenticationSettings settings) {
        var rules = new LinkedHashMap<String, String>();
        rules.put(
                "Codes by",
                settings.codesTo().stream()
                        .sorted()
                        .map(channel -> channel == CredentialChannel.EMAIL ? "email" : "text message")
                        .collect(Collectors.joining(" and ")));
        rules.put("Passwords", onOrOff(settings.passwords()));
        rules.put("Shorter passwords together with a code", onOrOff(settings.shortPasswords()));
        rules.put("Passkeys", onOrOff(settings.passkeys()));
        rules.put("Session length", settings.session().toHours() + " h");
        rules.put("Clinical records open for", settings.elevation().toMinutes() + " min");
        rules.put("Accounts people open themselves", onOrOff(settings.selfRegistration()));
        rules.put("Patients may end others’ access", settings.patientsMayRevoke() ? "yes" : "no");
        rules.put("Parents’ access limited from", age(settings.parents().limitedFrom()));
        rules.put("Parents’ access ends at", age(settings.parents().endsAt()));
        return rules;
    }

    private static String onOrOff(boolean on) {
        return on ? "on" : "off";
    }

    private static String age(@Nullable Integer years) {
        return years == null ? "no age" : years + " years";
    }
}
