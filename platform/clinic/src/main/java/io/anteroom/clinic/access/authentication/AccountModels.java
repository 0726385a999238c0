package io.anteroom.clinic.access.authentication;

import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.access.grant.Grants;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import java.time.Clock;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** How many records an account opens at the clinic, and how many accounts a record. */
@Component
public class AccountModels {

    private final Authentication authentication;
    private final SettingsRow row;
    private final Contradictions contradictions;
    private final Grants grants;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AccountModels(
            Authentication authentication,
            SettingsRow row,
            Contradictions contradictions,
            Grants grants,
            AuditLog audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.authentication = authentication;
        this.row = row;
        this.contradictions = contradictions;
        this.grants = grants;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Which one holds. */
    @Transactional(readOnly = true)
    public ModelChoice current() {
        return ModelChoice.of(authentication.settings());
    }

    /**
     * Who would be affected by {@code wanted}.
     *
     * @param accountsPage which page of accounts, from 1
     * @param recordsPage which page of records, from 1
     */
    @Transactional(readOnly = true)
    public ModelPreview preview(ModelChoice wanted, int accountsPage, int recordsPage) {
        return contradictions.of(wanted, accountsPage, recordsPage, clock.instant());
    }

    /**
     * Switches to {@code wanted}, unless a grant contradicts it. Whether one does is for the database to say, since
     * somebody may be giving access at this moment.
     *
     * @param seen the model that held when the page was opened
     */
    public Switching switchTo(ModelChoice wanted, ModelChoice seen, Actor by) {
        try {
            return transaction.execute(_ -> change(wanted, seen, by));
        } catch (DataIntegrityViolationException contradicted) {
            return new Switching.Contradicted();
        }
    }

    private Switching change(ModelChoice wanted, ModelChoice seen, Actor by) {
        row.lock();
        var stored = ModelChoice.of(authentication.settings());
        if (stored.equals(wanted)) {
            return new Switching.NothingNew();
        }
        if (!stored.equals(seen)) {
            return new Switching.Meanwhile();
        }
        grants.endWhatRanOut();
        row.write(wanted.model(), wanted.oneAccountPerRecord());
        audit.record(
                by,
                AuditEntry.of(AuditAction.ACCOUNT_MODEL_CHANGED, AuthenticationSetup.SUBJECT, "")
                        .with("Before", stored.words())
                        .with("After", wanted.words()));
        return new Switching.Switched();
    }
}
