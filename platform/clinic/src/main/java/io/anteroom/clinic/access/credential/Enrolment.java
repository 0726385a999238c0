package io.anteroom.clinic.access.credential;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.AccountOrigin;
import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds the accounts of people who prove an address, and opens them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Enrolment {

    private final Accounts accounts;
    private final Credentials credentials;
    private final CredentialAudit audit;
    private final Clock clock;

    Enrolment(Accounts accounts, Credentials credentials, CredentialAudit audit, Clock clock) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the account signs in with, email first. */
    public List<SignInAddress> addresses(AccountId account) {
        return credentials.of(account, clock.instant()).stream()
                .map(Credential::address)
                .toList();
    }

    /** What the open account has that signs in with {@code address}; locked to the end of the transaction. */
    public Optional<Enrolled> find(SignInAddress address) {
        return credentials.holdWith(address);
    }

    /**
     * Opens an account, which sees nothing yet.
     *
     * @param holder the name of the person it is of, or null for a patient's own
     */
    public AccountId open(AccountOrigin origin, @Nullable String holder) {
        return accounts.open(origin, holder, clock.instant());
    }

    /**
     * Has {@code account} sign in with {@code address}, unverified as yet; nothing where somebody signs in with it, or the
     * account with another of that kind.
     */
    public Optional<Enrolled> add(AccountId account, SignInAddress address, String by) {
        return credentials.hold(account, address.channel()).isEmpty()
                        && credentials.add(account, address, by, clock.instant())
                ? credentials.holdWith(address)
                : Optional.empty();
    }

    /** Tells the clinic's log of an address that was added, once it is to stay. */
    public void tellAdded(PatientId patient, SignInAddress address, Actor by) {
        audit.credentialAdded(patient, address, by);
    }

    /** Takes back an account opened in this transaction, to which no access could be given. */
    public void takeBack(AccountId account) {
        accounts.takeBack(account);
    }
}
