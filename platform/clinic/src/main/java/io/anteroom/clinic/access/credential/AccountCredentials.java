package io.anteroom.clinic.access.credential;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.audit.Actor;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * What staff do about the credentials of an account, whoever's it is: a patient's own, or of somebody who sees patients'
 * records. It is {@link OnlineAccess} begun at the other end, with the same rules.
 */
@Component
public class AccountCredentials {

    private final Accounts accounts;
    private final CredentialChanges changes;

    AccountCredentials(Accounts accounts, CredentialChanges changes) {
        this.accounts = accounts;
        this.changes = changes;
    }

    /**
     * Sets what the account signs in with; no such patient where it sees no record.
     *
     * @param seen what it signed in with when {@code by} looked, in any order
     */
    @Transactional
    public Configured configure(AccountId account, Set<SignInAddress> seen, WantedCredentials wanted, Actor.Staff by) {
        var patient = accounts.person(account).patient();
        if (patient == null || !accounts.hold(patient)) {
            return new Configured.NoSuchPatient();
        }
        if (!seen.equals(changes.addresses(account))) {
            return new Configured.ChangedMeanwhile();
        }
        var reasons = changes.apply(patient, account, wanted, by);
        if (reasons.isEmpty()) {
            return new Configured.Saved();
        }
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return new Configured.Refused(reasons);
    }

    /** Removes a credential, and if it was verified ends every session and every other way in; false if the account has none of that kind. */
    @Transactional
    public boolean remove(AccountId account, CredentialChannel channel, Actor.Staff by) {
        var patient = accounts.person(account).patient();
        return patient == null
                ? changes.remove(account, channel, by)
                : accounts.hold(patient) && changes.remove(patient, account, channel, by);
    }
}
