package io.anteroom.clinic.access.password;

import static io.anteroom.clinic.access.notice.AccountActs.entry;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.notice.AccountNotices;
import io.anteroom.clinic.access.notice.Notice;
import io.anteroom.clinic.access.password.PasswordRows.Stored;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.language.Words;
import io.anteroom.tenancy.CurrentTenant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What is left behind of a password that was set, changed or removed: an entry in the clinic's log, and news to the holder. */
@Component
class PasswordTraces {

    static final String KIND = "password";

    static final String NONE = "no password";

    private final AuditLog log;
    private final AccountNotices notices;
    private final Accounts accounts;

    PasswordTraces(AuditLog log, AccountNotices notices, Accounts accounts) {
        this.log = log;
        this.notices = notices;
        this.accounts = accounts;
    }

    void set(VisibleChart chart, Optional<Stored> before, boolean twoSteps, int signedOut) {
        note(AuditAction.PASSWORD_SET, chart, before, "a new password" + together(twoSteps), signedOut);
        Function<Words, String> now = words -> twoSteps
                ? words.say("We ask for it together with a code from now on: neither signs you in alone.")
                : words.say("You can sign in with it, or with a code.");
        if (before.isPresent()) {
            tell(
                    chart,
                    words -> words.say("Your password was changed"),
                    words -> words.say("The password with which you can sign in to the patient portal was changed."),
                    now,
                    words -> words.say("your password was changed. If it wasn’t you, tell the clinic at once:"));
        } else {
            tell(
                    chart,
                    words -> words.say("Your password was set"),
                    words -> words.say("The password with which you can sign in to the patient portal was set."),
                    now,
                    words -> words.say("your password was set. If it wasn’t you, tell the clinic at once:"));
        }
    }

    void removed(VisibleChart chart, Optional<Stored> before, int signedOut) {
        note(AuditAction.PASSWORD_REMOVED, chart, before, NONE, signedOut);
        tell(
                chart,
                words -> words.say("Your password was removed"),
                words -> words.say("The password with which you can sign in to the patient portal was removed."),
                words -> words.say("You sign in with a code."),
                words -> words.say("your password was removed. If it wasn’t you, tell the clinic at once:"));
    }

    private void note(AuditAction action, VisibleChart chart, Optional<Stored> before, String after, int signedOut) {
        log.record(
                chart.actor(),
                entry(action, chart)
                        .with("Before", before.map(PasswordTraces::words).orElse(NONE))
                        .with("After", after)
                        .with("Other browsers signed out", String.valueOf(signedOut)));
    }

    static String words(Stored password) {
        return "one set on "
                + LocalDate.ofInstant(password.setAt(), CurrentTenant.get().zone())
                + together(password.twoSteps());
    }

    private static String together(boolean twoSteps) {
        return twoSteps ? ", asked for together with a code" : "";
    }

    /** By somebody who forgot it and is signed in nowhere. */
    void forgotten(AccountId account, Stored before, String because, int signedOut) {
        var person = accounts.person(account);
        log.record(person.actor(), removal(person.about(removalOf(account)), before, because, signedOut));
        notices.send(
                account,
                words -> new Notice(
                        KIND,
                        words.say("Your password was removed"),
                        List.of(
                                words.say(
                                        "Somebody who is signing in to your account in the patient portal has forgotten its"
                                                + " password, and showed in two other ways who they are. So the password was"
                                                + " removed, and every browser that was signed in as you has been signed out."),
                                words.say(
                                        "If it was you, choose another under ‘How you sign in’: until then a code alone signs you"
                                                + " in."),
                                words.say(
                                        "If it wasn’t you, tell the clinic at once: somebody else reads your messages.")),
                        words.say(
                                "your password was removed by somebody who said they forgot it. If it wasn’t you, tell the clinic"
                                        + " at once:")));
    }

    /** By staff, on the patient's record. */
    void removed(AccountId account, PatientId patient, Stored before, int signedOut, Actor.Staff by) {
        log.record(by, removal(removalOf(account).ofPatient(patient.value()), before, "staff removed it", signedOut));
        notices.send(
                account,
                words -> new Notice(
                        KIND,
                        words.say("Your password was removed"),
                        List.of(
                                words.say(
                                        "The password with which you sign in to the patient portal was removed, and every browser"
                                                + " that was signed in as you has been signed out. A code alone signs you in"
                                                + " from now on."),
                                words.say("The clinic did this. If you didn’t expect it, please tell the clinic.")),
                        words.say("the clinic removed your password. If you didn’t expect it, tell the clinic:")));
    }

    private static AuditEntry removalOf(AccountId account) {
        return AuditEntry.of(AuditAction.PASSWORD_REMOVED, "portal-account", account);
    }

    private static AuditEntry removal(AuditEntry entry, Stored before, String because, int signedOut) {
        return entry.with("Because", because)
                .with("Before", words(before))
                .with("After", NONE)
                .with("Browsers signed out", String.valueOf(signedOut));
    }

    private void tell(
            VisibleChart chart,
            Function<Words, String> subject,
            Function<Words, String> what,
            Function<Words, String> now,
            Function<Words, String> text) {
        notices.send(
                chart.viewer().account(),
                words -> new Notice(
                        KIND,
                        subject.apply(words),
                        List.of(
                                what.apply(words) + " " + now.apply(words) + " "
                                        + words.say(
                                                "Every other browser that was signed in as you has been signed out."),
                                words.say("If it was you, you need do nothing."),
                                words.say(
                                        "If it wasn’t you, tell the clinic at once, and choose another password if you can sign in:"
                                                + " somebody else may read your messages.")),
                        text.apply(words)));
    }
}
