package io.anteroom.clinic.access.password;

import static io.anteroom.clinic.access.notice.AccountActs.entry;

import io.anteroom.clinic.access.notice.AccountNotices;
import io.anteroom.clinic.access.notice.Notice;
import io.anteroom.clinic.access.password.PasswordRows.Stored;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.tenancy.CurrentTenant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is left behind of a password that was set, changed or removed: an entry in the clinic's log, and news to the holder. */
@Component
class PasswordTraces {

    static final String KIND = "password";

    static final String NONE = "no password";

    private final AuditLog log;
    private final AccountNotices notices;

    PasswordTraces(AuditLog log, AccountNotices notices) {
        this.log = log;
        this.notices = notices;
    }

    void set(VisibleChart chart, Optional<Stored> before, int signedOut) {
        note(AuditAction.PASSWORD_SET, chart, before, "a new password", signedOut);
        tell(chart, before.isPresent() ? "changed" : "set");
    }

    void removed(VisibleChart chart, Optional<Stored> before, int signedOut) {
        note(AuditAction.PASSWORD_REMOVED, chart, before, NONE, signedOut);
        tell(chart, "removed");
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
                + LocalDate.ofInstant(password.setAt(), CurrentTenant.get().zone());
    }

    private void tell(VisibleChart chart, String what) {
        notices.send(
                chart.viewer().account(),
                new Notice(
                        KIND,
                        "Your password was " + what,
                        List.of(
                                "The password with which you can sign in to the patient portal was " + what
                                        + ". Every other browser that was signed in as you has been signed out.",
                                "If it was you, you need do nothing.",
                                "If it wasn’t you, sign in with a code, choose another password, and tell the clinic: somebody"
                                        + " else may read your messages."),
                        "your password was " + what
                                + ". If it wasn’t you, sign in with a code, choose another and tell the clinic:"));
    }
}
