package io.anteroom.clinic.access.credential;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.AccountOrigin;
import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.patient.PatientId;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Accounts by whoever holds them: found by what they sign in with, or opened for them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AccountHolders {

    private final Accounts accounts;
    private final Credentials credentials;
    private final Clock clock;

    AccountHolders(Accounts accounts, Credentials credentials, Clock clock) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** Locks the record, so that two staff take turns; false if there is none. To be called before anything else. */
    public boolean hold(PatientId patient) {
        return accounts.hold(patient);
    }

    /** The account that signs in with that address, if any. */
    public Optional<AccountId> find(SignInAddress address) {
        return credentials.account(address);
    }

    /** The account with which the patient signs in, if one was ever set up. */
    public Optional<AccountId> of(PatientId patient) {
        return accounts.of(patient);
    }

    /** Who holds an account, by name; nothing where no name is known. */
    public Optional<String> name(AccountId account) {
        return accounts.nameOf(account);
    }

    /**
     * Opens an account for somebody, which sees nothing yet.
     *
     * @param holder the name of the person it is of, or null for a patient's own
     */
    public AccountId open(AccountOrigin origin, @Nullable String holder) {
        return accounts.open(origin, holder, clock.instant());
    }

    /** Has the account sign in with that address, unverified; false if somebody in the organisation does already. */
    public boolean signsInWith(AccountId account, SignInAddress address, String by) {
        return credentials.add(account, address, by, clock.instant());
    }
}
