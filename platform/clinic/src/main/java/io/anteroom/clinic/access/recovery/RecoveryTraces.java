package io.anteroom.clinic.access.recovery;

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
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What becomes of printed codes, in the clinic's log and in messages to whoever holds the account. Never a code itself. */
@Component
class RecoveryTraces {

    private static final String KIND = "recovery-code";

    private final AuditLog log;
    private final AccountNotices notices;
    private final Accounts accounts;

    RecoveryTraces(AuditLog log, AccountNotices notices, Accounts accounts) {
        this.log = log;
        this.notices = notices;
        this.accounts = accounts;
    }

    void made(VisibleChart chart, Optional<RecoverySet> before) {
        log.record(
                chart.actor(),
                entry(AuditAction.RECOVERY_CODES_MADE, chart)
                        .with("Before", before.map(set -> left(set.left())).orElse("none"))
                        .with("After", left(RecoverySet.CODES)));
        notices.send(
                chart.viewer().account(),
                words -> new Notice(
                        KIND,
                        words.say("Recovery codes were made"),
                        List.of(
                                words.say(
                                        "New recovery codes were made for your account in the patient portal. Any that you printed"
                                                + " before can’t be used any more."),
                                words.say("If it was you, you need do nothing."),
                                notYou(words) + " " + words.say("Then make new codes: that ends these.")),
                        words.say(
                                "new recovery codes were made for your account. If it wasn’t you, tell the clinic:")));
    }

    void removed(VisibleChart chart, RecoverySet before) {
        log.record(
                chart.actor(),
                entry(AuditAction.RECOVERY_CODES_REMOVED, chart)
                        .with("Before", left(before.left()))
                        .with("After", "none"));
        tellRemoved(
                chart.viewer().account(),
                words -> List.of(words.say("If it was you, you need do nothing."), notYou(words)),
                words -> words.say("your recovery codes were removed. If it wasn’t you, tell the clinic:"));
    }

    /** By staff, on the patient's record. */
    void removed(AccountId account, PatientId patient, RecoverySet before, Actor.Staff by) {
        log.record(
                by,
                AuditEntry.of(AuditAction.RECOVERY_CODES_REMOVED, "portal-account", account)
                        .ofPatient(patient.value())
                        .with("Before", left(before.left()))
                        .with("After", "none"));
        tellRemoved(
                account,
                words -> List.of(words.say("The clinic did this. If you didn’t expect it, please tell the clinic.")),
                words -> words.say("the clinic ended your recovery codes. If you didn’t expect it, tell the clinic:"));
    }

    private void tellRemoved(AccountId account, Function<Words, List<String>> what, Function<Words, String> text) {
        notices.send(account, words -> {
            var paragraphs = new ArrayList<String>();
            paragraphs.add(
                    words.say(
                            "The recovery codes of your account in the patient portal were removed. They sign nobody in any more."));
            paragraphs.addAll(what.apply(words));
            return new Notice(KIND, words.say("Your recovery codes were removed"), paragraphs, text.apply(words));
        });
    }

    private static String notYou(Words words) {
        return words.say(
                "If it wasn’t you, somebody else is signed in as you: sign out the browsers you don’t know under ‘Where you’re"
                        + " signed in’, and tell the clinic.");
    }

    void used(AccountId account, int after) {
        log.record(
                new Actor.PortalUser(account.toString(), name(account)),
                AuditEntry.of(AuditAction.RECOVERY_CODE_USED, "portal-account", account)
                        .with("Before", left(after + 1))
                        .with("After", left(after)));
        notices.send(
                account,
                words -> new Notice(
                        KIND,
                        words.say("One of your recovery codes was used"),
                        List.of(
                                words.say(
                                        "Somebody entered a printed recovery code to sign in to your account in the patient portal."
                                                + " {left, plural, =0 {You have no codes left.} one {You have # code left.}"
                                                + " other {You have # codes left.}}",
                                        "left",
                                        after),
                                after < 3
                                        ? words.say("If it was you, make new codes soon.")
                                        : words.say(
                                                "If it was you, you need do nothing. Cross it out: it can’t be used again."),
                                notYou(words) + " "
                                        + words.say(
                                                "Then make new codes, or remove the ones you have: somebody has seen them.")),
                        words.say(
                                "one of your recovery codes was used to sign in. If it wasn’t you, tell the clinic:")));
    }

    private String name(AccountId account) {
        return accounts.nameOf(account).orElse("Account " + account);
    }

    static String left(int codes) {
        return switch (codes) {
            case 0 -> "no codes left";
            case 1 -> "1 code left";
            default -> codes + " codes left";
        };
    }
}
