package io.anteroom.clinic.access.grant;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.grant.GrantRows.Grant;
import io.anteroom.clinic.access.grant.GrantRows.Reopened;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives and ends access to records: the one place that writes grants. What it does counts at once, in open sessions too. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Grants {

    /** SQL for whether the grant {@code g} is in force at {@code :now}: not ended, neither by hand nor by date nor by age. */
    public static final String IN_FORCE = """
            g.ended_at is null and (g.expires_at is null or g.expires_at > :now)
                and (g.ends_by_age is null or g.ends_by_age > :now)
            """;

    private final GrantRows rows;
    private final Accounts accounts;
    private final GrantAudit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Grants(GrantRows rows, Accounts accounts, GrantAudit audit, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Has {@code account} see {@code patient} on those terms, whatever it saw of that patient before. Publishes
     * {@link AccessWidened} where that is more.
     */
    public Giving give(AccountId account, PatientId patient, GrantTerms terms, Actor by) {
        if (!accounts.hold(patient)) {
            return new Giving.NoSuchPatient();
        }
        var now = clock.instant();
        rows.endWhatRanOut(account, patient, now);
        var before = rows.find(account, patient, now).orElse(null);
        if (before != null && before.terms().equals(terms)) {
            return new Giving.Given(before.id());
        }
        var pastAge = pastAge(patient, terms);
        if (pastAge.isPresent()) {
            return new Giving.PastAge(pastAge.get());
        }
        if (before != null) {
            rows.end(before.id(), GrantEnd.REPLACED, by.name(), now);
        }
        return rows.add(account, patient, terms, by.name(), now)
                .<Giving>map(grant -> given(grant, new Change(account, patient, before, terms, by)))
                .orElseGet(() -> refusal(account, patient));
    }

    /**
     * Puts other terms in the place of those of a grant in force to {@code patient}; nothing if there is none of that
     * number, because it ended or was changed meanwhile.
     */
    public Optional<Giving> change(GrantId grant, PatientId patient, GrantTerms terms, Actor by) {
        var held = accounts.hold(patient)
                ? rows.find(grant, clock.instant()).filter(one -> one.patient().equals(patient))
                : Optional.<Grant>empty();
        return held.map(one -> give(one.account(), patient, terms, by));
    }

    /** Since when access to that patient on those terms would be over by the clinic's rule of ages; nothing where it isn't. */
    public Optional<LocalDate> pastAge(PatientId patient, GrantTerms terms) {
        return terms.relationship() == Relationship.PARENT ? rows.pastAge(patient, clock.instant()) : Optional.empty();
    }

    /** The grants in force of that account: to whom, and on which terms. */
    public Map<PatientId, GrantTerms> of(AccountId account) {
        return rows.of(account, clock.instant()).stream().collect(Collectors.toMap(Grant::patient, Grant::terms));
    }

    /** Ends a grant in force to {@code patient}; false if there is none of that number. */
    public boolean end(GrantId grant, PatientId patient, GrantEnd because, Actor by) {
        var now = clock.instant();
        var held = accounts.hold(patient)
                ? rows.find(grant, now).filter(one -> one.patient().equals(patient))
                : Optional.<Grant>empty();
        held.ifPresent(one -> {
            rows.end(one.id(), because, by.name(), now);
            audit.accessEnded(one, because, by);
        });
        return held.isPresent();
    }

    /**
     * Sets anew from when parents' access is limited and when it ends, after the clinic's rule of ages was changed.
     * Publishes {@link AgesMoved}, with each access that opens more than before.
     */
    public void followAges(Actor by) {
        tell(rows.followAges(null, clock.instant()), by);
    }

    /** The same of one patient, whose birth date was corrected. */
    public void followAge(PatientId patient, Actor by) {
        if (accounts.hold(patient)) {
            tell(rows.followAges(patient, clock.instant()), by);
        }
    }

    /** Ends for good what its date or age has ended of the access to {@code patient}, whose record is locked. */
    public void endWhatRanOut(PatientId patient) {
        rows.endWhatRanOut(patient, clock.instant());
    }

    /** Ends for good whatever its date or the patient's age has ended, so that it stands in nobody's way. */
    public void endWhatRanOut() {
        rows.endWhatRanOut(clock.instant());
    }

    private void tell(List<Reopened> reopened, Actor by) {
        events.publishEvent(new AgesMoved(reopened.stream()
                .map(one ->
                        new AccessWidened(one.grant().patient(), one.grant().account(), one.before(), one.after(), by))
                .toList()));
    }

    private Giving given(GrantId grant, Change change) {
        audit.accessGiven(change.patient(), change.account(), change.termsBefore(), change.after(), change.by());
        if (change.widens()) {
            events.publishEvent(new AccessWidened(
                    change.patient(), change.account(), change.termsBefore(), change.after(), change.by()));
        }
        return new Giving.Given(grant);
    }

    private Giving refusal(AccountId account, PatientId patient) {
        var other = rows.against(account, patient);
        return other.account().equals(account)
                ? new Giving.AccountTaken(accounts.holder(other.patient()))
                : new Giving.RecordTaken(accounts.person(other.account()).name());
    }

    private record Change(
            AccountId account, PatientId patient, @Nullable Grant before, GrantTerms after, Actor by) {

        @Nullable
        GrantTerms termsBefore() {
            return before == null ? null : before.terms();
        }

        boolean widens() {
            return before == null || after.isWiderThan(before.terms());
        }
    }
}
