package io.anteroom.clinic.access.authentication;

import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.access.AuthenticationSettings;
import io.anteroom.clinic.access.grant.Grants;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What staff decide about signing in, but for the account model. */
@Component
public class AuthenticationSetup {

    static final String SUBJECT = "authentication";

    private final Authentication authentication;
    private final SettingsRow row;
    private final ConsequenceCounts counts;
    private final Grants grants;
    private final AuditLog audit;
    private final Clock clock;

    AuthenticationSetup(
            Authentication authentication,
            SettingsRow row,
            ConsequenceCounts counts,
            Grants grants,
            AuditLog audit,
            Clock clock) {
        this.authentication = authentication;
        this.row = row;
        this.counts = counts;
        this.grants = grants;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Saves what is wanted, unless somebody would lose something by it and this was not agreed to. A changed length of
     * sessions counts for those that begin from now on, a changed rule of ages at once.
     */
    @Transactional
    public Saving save(SettingsChange change, Actor by) {
        row.lock();
        var stored = authentication.settings();
        var changes = SettingsWords.changes(stored, change.wanted());
        if (changes.isEmpty()) {
            return new Saving.NothingNew();
        }
        if (!SettingsWords.fingerprint(stored).equals(change.seen())) {
            return new Saving.Meanwhile();
        }
        var consequences = counts.of(stored, change.wanted(), clock.instant());
        if (consequences.any() && !consequences.fingerprint().equals(change.told())) {
            return new Saving.ToConfirm(consequences);
        }
        write(stored, change.wanted(), changes, by);
        return new Saving.Saved();
    }

    private void write(
            AuthenticationSettings stored, AuthenticationSettings wanted, Map<String, String> changes, Actor by) {
        row.write(wanted);
        audit.record(by, new AuditEntry(AuditAction.AUTHENTICATION_CHANGED, SUBJECT, "", null, changes));
        if (!stored.parents().equals(wanted.parents())) {
            grants.followAges(by);
        }
    }
}
