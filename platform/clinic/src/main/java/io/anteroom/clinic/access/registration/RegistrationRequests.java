package io.anteroom.clinic.access.registration;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.AccessWidened;
import io.anteroom.clinic.access.grant.Giving;
import io.anteroom.clinic.access.grant.GrantTerms;
import io.anteroom.clinic.access.grant.Grants;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.PatientId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** What staff do about accounts that people opened by themselves. Nothing is joined but by them. */
@Component
public class RegistrationRequests {

    /** What an account opened by itself gets on a record: limited access, until staff or an access link give more. */
    public static final GrantTerms LIMITED =
            new GrantTerms(Relationship.SELF, AccessLevel.LIMITED, AccessScope.all(), null);

    private static final int MOST_MATCHES = 10;

    private final RegistrationRows rows;
    private final Accounts accounts;
    private final Grants grants;
    private final RegistrationMessages messages;
    private final AuditLog audit;
    private final Clock clock;

    RegistrationRequests(
            RegistrationRows rows,
            Accounts accounts,
            Grants grants,
            RegistrationMessages messages,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.grants = grants;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Those nobody has decided on, the longest waiting first: a page of them.
     *
     * @param after behind whose account to go on; from the beginning where there is none
     */
    @Transactional(readOnly = true)
    public RegistrationPage open(Optional<AccountId> after) {
        var found = rows.open(after.map(AccountId::value).orElse(0L), RegistrationPage.SIZE + 1);
        boolean more = found.size() > RegistrationPage.SIZE;
        return new RegistrationPage(more ? found.subList(0, RegistrationPage.SIZE) : found, more);
    }

    /** Those nobody has decided on that may be of that patient. */
    @Transactional(readOnly = true)
    public List<Registration> possiblyOf(PatientId patient) {
        return rows.openLike(patient);
    }

    /** What that patient signs in with and entered by themselves, so that nobody has checked whose it is. */
    @Transactional(readOnly = true)
    public List<SignInAddress> enteredBy(PatientId patient) {
        return rows.enteredBy(patient);
    }

    /** The one of that account. */
    @Transactional(readOnly = true)
    public Optional<Registration> find(AccountId account) {
        return rows.find(account);
    }

    /** Patients who may be that person, those of the same name and birth date first; 10 at most. */
    @Transactional(readOnly = true)
    public List<PossibleMatch> matches(Registration registration) {
        return rows.matches(registration, MOST_MATCHES);
    }

    /** Gives the account limited access to that patient's record. */
    @Transactional
    public Decided join(AccountId account, PatientId patient, Actor.Staff by) {
        // The record first, as whoever gives access locks it.
        if (!accounts.hold(patient)) {
            return new Decided.Nothing();
        }
        return rows.hold(account)
                .map(registration ->
                        registration.isOpen() ? join(registration, patient, by) : new Decided.Before(registration))
                .orElseGet(Decided.Nothing::new);
    }

    /**
     * Adds a patient of what the person said, and gives the account limited access to that record; or neither.
     *
     * @param adding adds the patient and gives the record's number
     */
    @Transactional
    public Decided joinNew(AccountId account, Function<PatientDetails, PatientId> adding, Actor.Staff by) {
        var held = rows.hold(account);
        if (held.isEmpty() || !held.get().isOpen()) {
            return held.<Decided>map(Decided.Before::new).orElseGet(Decided.Nothing::new);
        }
        return join(held.get(), adding.apply(held.get().details()), by);
    }

    /** Whoever gives the person their own record has decided, by whichever way: staff here, or an access link. */
    @EventListener
    void given(AccessWidened access) {
        if (access.after().relationship() == Relationship.SELF) {
            rows.join(access.account(), access.patient(), access.by().name(), clock.instant());
        }
    }

    /** Leaves the account as it is, and tells the person so. */
    @Transactional
    public Decided refuse(AccountId account, String word, Actor.Staff by) {
        var held = rows.hold(account);
        if (held.isEmpty() || !held.get().isOpen()) {
            return held.<Decided>map(Decided.Before::new).orElseGet(Decided.Nothing::new);
        }
        rows.refuse(account, word, by.name(), clock.instant());
        messages.refused(held.get(), word);
        audit.record(
                by,
                AuditEntry.of(AuditAction.REGISTRATION_REFUSED, "portal-account", account)
                        .with("Of", held.get().applicant().fullName())
                        .with("Told", word));
        return new Decided.Refused();
    }

    private Decided join(Registration registration, PatientId patient, Actor.Staff by) {
        var account = registration.account();
        if (accounts.of(patient).filter(own -> !own.equals(account)).isPresent()) {
            return new Decided.HasAccount();
        }
        return switch (grants.give(account, patient, LIMITED, by)) {
            case Giving.Given(var _) -> {
                messages.joined(registration);
                audit.record(
                        by,
                        AuditEntry.of(AuditAction.REGISTRATION_JOINED, "portal-account", account)
                                .ofPatient(patient.value())
                                .with("Of", registration.applicant().fullName())
                                .with("Access", "limited"));
                yield new Decided.Joined(patient);
            }
            case Giving.AccountTaken(var other) -> against(other.name());
            case Giving.RecordTaken(var other) -> against(other);
            case Giving.PastAge(var _), Giving.NoSuchPatient() -> new Decided.Nothing();
        };
    }

    private static Decided against(String who) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return new Decided.AgainstTheModel(who);
    }
}
