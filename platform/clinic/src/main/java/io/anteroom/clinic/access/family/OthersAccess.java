package io.anteroom.clinic.access.family;

import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.credential.AccessOverview;
import io.anteroom.clinic.access.family.GivenAccess.Given;
import io.anteroom.clinic.access.family.GivenAccess.NotThere;
import io.anteroom.clinic.access.family.GivenAccess.Reason;
import io.anteroom.clinic.access.family.GivenAccess.Refused;
import io.anteroom.clinic.access.grant.Giving;
import io.anteroom.clinic.access.grant.GrantEnd;
import io.anteroom.clinic.access.grant.GrantId;
import io.anteroom.clinic.access.grant.GrantTerms;
import io.anteroom.clinic.access.grant.Grants;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** What staff do about other people's access to a patient's record; the patient's own is not its business. */
@Component
public class OthersAccess {

    private final Grants grants;
    private final Accounts accounts;
    private final WantedAccounts wanted;
    private final AccessOverview overview;
    private final Clock clock;

    OthersAccess(Grants grants, Accounts accounts, WantedAccounts wanted, AccessOverview overview, Clock clock) {
        this.grants = grants;
        this.accounts = accounts;
        this.wanted = wanted;
        this.overview = overview;
        this.clock = clock;
    }

    /**
     * Has {@code person} see the patient on those terms: with the account the person has already, or with a new one whose
     * addresses are unverified. Who sees the patient already does so on these terms from now on.
     */
    @Transactional
    public GivenAccess give(PatientId patient, WantedPerson person, GrantTerms terms, Actor.Staff by) {
        if (!accounts.hold(patient)) {
            return new NotThere();
        }
        var reasons = new ArrayList<Reason>();
        var account = wanted.of(patient, person, by, reasons);
        if (isOver(terms)) {
            reasons.add(new Reason.Over());
        }
        return reasons.isEmpty() && account.isPresent()
                ? kept(answer(grants.give(account.get(), patient, others(terms), by)))
                : kept(new Refused(reasons));
    }

    /** Puts other terms in the place of those of an access in force. */
    @Transactional
    public GivenAccess change(PatientId patient, GrantId grant, GrantTerms terms, Actor.Staff by) {
        if (overview.person(patient, grant).isEmpty()) {
            return new NotThere();
        }
        return isOver(terms)
                ? new Refused(List.of(new Reason.Over()))
                : kept(grants.change(grant, patient, others(terms), by)
                        .map(OthersAccess::answer)
                        .orElseGet(NotThere::new));
    }

    /** Ends an access in force, in open sessions too; false if there is none of that number. */
    @Transactional
    public boolean end(PatientId patient, GrantId grant, Actor.Staff by) {
        return overview.person(patient, grant).isPresent() && grants.end(grant, patient, GrantEnd.ENDED_BY_STAFF, by);
    }

    private boolean isOver(GrantTerms terms) {
        return terms.expiresAt() != null && !terms.expiresAt().isAfter(clock.instant());
    }

    private static GrantTerms others(GrantTerms terms) {
        if (terms.relationship() == Relationship.SELF) {
            throw new IllegalArgumentException("A patient's own access isn't given here");
        }
        return terms;
    }

    private static GivenAccess answer(Giving giving) {
        return switch (giving) {
            case Giving.Given(var grant) -> new Given(grant);
            case Giving.AccountTaken(var other) -> new Refused(List.of(new Reason.OpensAnother(other)));
            case Giving.RecordTaken(var other) -> new Refused(List.of(new Reason.OpenToAnother(other)));
            case Giving.PastAge(var since) -> new Refused(List.of(new Reason.PastAge(since)));
            case Giving.NoSuchPatient() -> new NotThere();
        };
    }

    private static GivenAccess kept(GivenAccess answer) {
        if (!(answer instanceof Given)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return answer;
    }
}
