package io.anteroom.clinic.access.passkey;

import static io.anteroom.clinic.access.notice.AccountActs.entry;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.notice.AccountNotices;
import io.anteroom.clinic.access.notice.Notice;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.language.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What becomes of passkeys, in the clinic's log and in messages to whoever holds the account. */
@Component
class PasskeyTraces {

    private static final String KIND = "passkey";

    private final AuditLog log;
    private final AccountNotices notices;
    private final Accounts accounts;

    PasskeyTraces(AuditLog log, AccountNotices notices, Accounts accounts) {
        this.log = log;
        this.notices = notices;
        this.accounts = accounts;
    }

    void added(VisibleChart chart, String name) {
        log.record(chart.actor(), entry(AuditAction.PASSKEY_ADDED, chart).with("After", name));
        notices.send(
                chart.viewer().account(),
                words -> new Notice(
                        KIND,
                        words.say("A passkey was added"),
                        List.of(
                                words.say(
                                        "A passkey called ‘{name}’ was added to your account in the patient portal. It signs you"
                                                + " in, and opens clinical records.",
                                        "name",
                                        name),
                                words.say("If it was you, you need do nothing."),
                                notYou(words) + " " + words.say("Remove the passkey under ‘How you sign in’.")),
                        words.say(
                                "a passkey was added to your account. If it wasn’t you, remove it and tell the clinic:")));
    }

    void removed(VisibleChart chart, String name) {
        log.record(chart.actor(), entry(AuditAction.PASSKEY_REMOVED, chart).with("Before", name));
        tellRemoved(
                chart.viewer().account(),
                name,
                words -> List.of(words.say("If it was you, you need do nothing."), notYou(words)),
                words -> words.say("a passkey was removed from your account. If it wasn’t you, tell the clinic:"));
    }

    /** By staff, on the patient's record. */
    void removed(AccountId account, PatientId patient, String name, Actor.Staff by) {
        log.record(
                by,
                AuditEntry.of(AuditAction.PASSKEY_REMOVED, "portal-account", account)
                        .ofPatient(patient.value())
                        .with("Before", name));
        tellRemoved(
                account,
                name,
                words -> List.of(words.say("The clinic did this. If you didn’t expect it, please tell the clinic.")),
                words -> words.say(
                        "the clinic removed a passkey from your account. If you didn’t expect it, tell the clinic:"));
    }

    private void tellRemoved(
            AccountId account, String name, Function<Words, List<String>> what, Function<Words, String> text) {
        notices.send(account, words -> {
            var paragraphs = new ArrayList<String>();
            paragraphs.add(words.say(
                    "The passkey called ‘{name}’ was removed from your account in the patient portal. It signs nobody in any"
                            + " more.",
                    "name",
                    name));
            paragraphs.addAll(what.apply(words));
            return new Notice(KIND, words.say("A passkey was removed"), paragraphs, text.apply(words));
        });
    }

    private static String notYou(Words words) {
        return words.say(
                "If it wasn’t you, somebody else may be signed in as you: sign out the browsers you don’t know under ‘Where"
                        + " you’re signed in’, and tell the clinic.");
    }

    /** A key signed that had signed before what it says: there may be two of it. */
    void refused(StoredPasskey key) {
        record(AuditAction.PASSKEY_REFUSED, key);
        notices.send(
                key.account(),
                words -> new Notice(
                        KIND,
                        words.say("A passkey was refused"),
                        List.of(
                                words.say(
                                        "Your passkey called ‘{name}’ was used in the patient portal, but it looks as if there were"
                                                + " a copy of it. So it was refused.",
                                        "name",
                                        key.name()),
                                words.say(
                                        "Sign in with a code instead, remove the passkey under ‘How you sign in’, and add it anew."
                                                + " If this happens again, tell the clinic.")),
                        words.say(
                                "a passkey of yours was refused, since there may be a copy of it. Sign in with a code and remove"
                                        + " it:")));
    }

    /**
     * Somebody named the key and the answer was not right: forged, for another host, or without the person's finger, face or
     * PIN. It let nobody in, so the holder is sent nothing; staff see it when they look why somebody can't get in.
     */
    void wrong(StoredPasskey key) {
        record(AuditAction.PASSKEY_WRONG, key);
    }

    private void record(AuditAction action, StoredPasskey key) {
        var entry = AuditEntry.of(action, "portal-account", key.account());
        var patient = accounts.ownPatient(key.account());
        log.record(
                new Actor.System("Sign-in"),
                patient.map(own -> entry.ofPatient(own.value())).orElse(entry).with("Passkey", key.name()));
    }
}
