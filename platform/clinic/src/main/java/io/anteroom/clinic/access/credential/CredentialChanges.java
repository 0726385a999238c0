package io.anteroom.clinic.access.credential;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.AccountOrigin;
import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.credential.Configured.Reason;
import io.anteroom.clinic.access.grant.Giving;
import io.anteroom.clinic.access.grant.GrantTerms;
import io.anteroom.clinic.access.grant.Grants;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Sets and removes credentials of a patient whose record is locked. */
@Component
class CredentialChanges {

    private final Accounts accounts;
    private final Grants grants;
    private final Credentials credentials;
    private final Sessions sessions;
    private final CredentialAudit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CredentialChanges(
            Accounts accounts,
            Grants grants,
            Credentials credentials,
            Sessions sessions,
            CredentialAudit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.credentials = credentials;
        this.sessions = sessions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Makes the patient's credentials what is wanted; the reasons why it can't be, after which to roll back. */
    List<Reason> apply(PatientId patient, WantedCredentials wanted, Actor.Staff by) {
        var reasons = new ArrayList<Reason>();
        var own = accounts.of(patient);
        if (!wanted.verifiedWithPatient()
                && !own.map(account -> has(account, wanted)).orElse(false)) {
            reasons.add(new Reason.NotVerifiedWithPatient());
        }
        var account = own.orElseGet(() -> accounts.open(AccountOrigin.STAFF, null, clock.instant()));
        if (own.isEmpty()
                && grants.give(account, patient, GrantTerms.OWN, by) instanceof Giving.RecordTaken(String other)) {
            reasons.add(new Reason.OpenToAnother(other));
            return reasons;
        }
        reasons.addAll(setAll(patient, account, wanted, by));
        return reasons;
    }

    /** The same for an account that exists, of which the log tells as an act on {@code patient}'s record. */
    List<Reason> apply(PatientId patient, AccountId account, WantedCredentials wanted, Actor.Staff by) {
        var reasons = new ArrayList<Reason>();
        if (!wanted.verifiedWithPatient()) {
            reasons.add(new Reason.NotVerifiedWithPatient());
        }
        reasons.addAll(setAll(patient, account, wanted, by));
        return reasons;
    }

    private List<Reason> setAll(PatientId patient, AccountId account, WantedCredentials wanted, Actor.Staff by) {
        var reasons = new ArrayList<Reason>();
        credentials.holdAll(
                account, readOrNull(CredentialChannel.EMAIL, wanted), readOrNull(CredentialChannel.MOBILE, wanted));
        for (var channel : CredentialChannel.values()) {
            set(patient, account, channel, wanted.typed(channel), by).ifPresent(reasons::add);
        }
        if (wanted.isEmpty() && reasons.stream().noneMatch(Reason.Emptied.class::isInstance)) {
            reasons.add(new Reason.Nothing());
        }
        return reasons;
    }

    /** What the account signs in with. */
    Set<SignInAddress> addresses(AccountId account) {
        return credentials.of(account, clock.instant()).stream()
                .map(Credential::address)
                .collect(Collectors.toSet());
    }

    /** Why nothing at all can't be what is wanted: for each credential that is there. */
    List<Reason> emptied(PatientId patient) {
        return accounts.of(patient).stream()
                .flatMap(account -> credentials.of(account, clock.instant()).stream())
                .<Reason>map(held -> new Reason.Emptied(held.address().channel()))
                .toList();
    }

    /** Whether the account has all that is wanted, so that there is nothing to verify. */
    private boolean has(AccountId account, WantedCredentials wanted) {
        var held = credentials.of(account, clock.instant()).stream()
                .map(Credential::address)
                .toList();
        return !wanted.isEmpty()
                && Stream.of(CredentialChannel.values())
                        .filter(channel -> !wanted.typed(channel).isEmpty())
                        .allMatch(channel -> read(channel, wanted.typed(channel))
                                .filter(held::contains)
                                .isPresent());
    }

    boolean remove(PatientId patient, AccountId account, CredentialChannel channel, Actor.Staff by) {
        var held = credentials.hold(account, channel);
        held.ifPresent(credential -> {
            int signedOut = take(account, patient, credential, by);
            audit.credentialRemoved(patient, credential.credential(), signedOut, by);
        });
        return held.isPresent();
    }

    /** The same for an account that sees no record any more. */
    boolean remove(AccountId account, CredentialChannel channel, Actor.Staff by) {
        var held = credentials.hold(account, channel);
        held.ifPresent(credential -> {
            int signedOut = take(account, null, credential, by);
            audit.credentialRemoved(account, credential.credential(), signedOut, by);
        });
        return held.isPresent();
    }

    private Optional<Reason> set(
            PatientId patient, AccountId account, CredentialChannel channel, String typed, Actor.Staff by) {
        var before = credentials.hold(account, channel);
        if (typed.isEmpty()) {
            return before.map(credential -> new Reason.Emptied(channel));
        }
        var wanted = read(channel, typed);
        if (wanted.isEmpty()) {
            return Optional.of(new Reason.Unreadable(channel));
        }
        var address = wanted.get();
        var old = before.map(Credentials.Held::credential);
        if (old.map(Credential::address).filter(address::equals).isPresent()) {
            return Optional.empty();
        }
        int signedOut =
                before.map(credential -> take(account, patient, credential, by)).orElse(0);
        if (!credentials.add(account, address, by.name(), clock.instant())) {
            return Optional.of(
                    new Reason.Taken(channel, credentials.holder(address).orElse(null)));
        }
        audit.credentialSet(patient, old.orElse(null), address, signedOut, by);
        return Optional.empty();
    }

    private static @Nullable SignInAddress readOrNull(CredentialChannel channel, WantedCredentials wanted) {
        return read(channel, wanted.typed(channel)).orElse(null);
    }

    /**
     * Takes it away; how many browsers that signs out. Whoever proved to have the address may have been somebody else, so all
     * that they could have begun or made ends with it: every session of the account, whatever it began with, and the other
     * ways in. Sessions go first, since nothing is made in one that has ended, and again last, since one may have begun by
     * what was there until then.
     */
    private int take(AccountId account, @Nullable PatientId patient, Credentials.Held credential, Actor.Staff by) {
        int signedOut = 0;
        if (credential.credential().verifiedAt().isPresent()) {
            var own = patient != null
                            && accounts.of(patient).filter(account::equals).isPresent()
                    ? patient
                    : null;
            signedOut = sessions.endAllOf(account);
            events.publishEvent(new VerifiedCredentialGone(account, own, by));
            signedOut += sessions.endAllOf(account);
        }
        credentials.remove(credential.id());
        return signedOut;
    }

    private static Optional<SignInAddress> read(CredentialChannel channel, String typed) {
        return SignInAddress.read(channel, typed, CurrentTenant.get().country());
    }
}
