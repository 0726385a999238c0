package io.anteroom.clinic.access.link;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.AccountOrigin;
import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.credential.Enrolled;
import io.anteroom.clinic.access.credential.Enrolment;
import io.anteroom.clinic.access.errand.Errand;
import io.anteroom.clinic.access.errand.ErrandResult;
import io.anteroom.clinic.access.errand.SignInErrand;
import io.anteroom.clinic.access.grant.Giving;
import io.anteroom.clinic.access.grant.GrantTerms;
import io.anteroom.clinic.access.grant.Grants;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Lets in whoever holds a link and proved an address: to the patient's account, to a new one, or to one whose access grows.
 * A code for a link is sent whoever has the address, since only who reads it goes on.
 */
@Component
class LinkErrand implements SignInErrand {

    private static final String KIND = "link";

    /** What the reference of an errand ends with whose birth date was right; without it, it was not asked for. */
    private static final String DATED = "+date";

    private final LinkRows links;
    private final LinkWays ways;
    private final Accounts accounts;
    private final Enrolment enrolment;
    private final Grants grants;
    private final LinkAudit audit;
    private final Clock clock;

    LinkErrand(
            LinkRows links,
            LinkWays ways,
            Accounts accounts,
            Enrolment enrolment,
            Grants grants,
            LinkAudit audit,
            Clock clock) {
        this.links = links;
        this.ways = ways;
        this.accounts = accounts;
        this.enrolment = enrolment;
        this.grants = grants;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param dated whether the patient's birth date was entered */
    static Errand of(PatientLink link, boolean dated) {
        return new Errand(KIND, link.id() + (dated ? DATED : ""));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isOpen(String ref, SignInAddress address) {
        return open(ref, address).isPresent();
    }

    /** The record is locked by everybody who changes its links or who opens it, so that of two browsers one is let in. */
    @Override
    public ErrandResult run(String ref, SignInAddress address) {
        return open(ref, address)
                .filter(seen -> accounts.hold(seen.patient()))
                .flatMap(seen -> open(ref, address))
                .map(link -> enter(link, address))
                .orElseGet(ErrandResult.Ended::new);
    }

    /** What was no choice when the code was asked for, since taken away by staff say, isn't one now. */
    private Optional<PatientLink> open(String ref, SignInAddress address) {
        return links.find(Long.parseLong(ref.replace(DATED, "")))
                .filter(link -> link.works(clock.instant()))
                .filter(link -> {
                    var page = ways.of(link);
                    return page.takes(address) && (ref.endsWith(DATED) || !page.asksBirthDate());
                });
    }

    private ErrandResult enter(PatientLink link, SignInAddress address) {
        var own = accounts.of(link.patient());
        var known = enrolment.find(address);
        if (known.isPresent() && !mayBeTaken(known.get().account(), own, link)) {
            audit.refused(link, "the address signs in to another account");
            return new ErrandResult.AddressTaken();
        }
        var account =
                known.map(Enrolled::account).or(() -> own).orElseGet(() -> enrolment.open(AccountOrigin.LINK, null));
        var enrolled =
                known.or(() -> enrolment.add(account, address, giver(link).name()));
        var result = enrolled.isEmpty()
                ? new ErrandResult.AddressTaken()
                : let(link, enrolled.get(), address, own.isEmpty());
        if (!(result instanceof ErrandResult.Done) && own.isEmpty() && known.isEmpty()) {
            enrolment.takeBack(account);
        }
        if (result instanceof ErrandResult.Done && known.isEmpty()) {
            enrolment.tellAdded(link.patient(), address, giver(link));
        }
        return result;
    }

    private ErrandResult let(PatientLink link, Enrolled enrolled, SignInAddress address, boolean first) {
        boolean given = !(first || link.kind() == LinkKind.ACCESS)
                || grants.give(enrolled.account(), link.patient(), GrantTerms.OWN, giver(link)) instanceof Giving.Given;
        if (!given) {
            audit.refused(link, "the clinic's rule of accounts is against it");
            return new ErrandResult.Ended();
        }
        var person = person(enrolled.account());
        links.end(link.patient(), LinkEnd.USED, person, clock.instant());
        audit.used(link, address, person);
        return new ErrandResult.Done(enrolled);
    }

    /** An account that is there is let in if it is the patient's, or by an access link if it sees nobody else. */
    private boolean mayBeTaken(AccountId account, Optional<AccountId> own, PatientLink link) {
        return own.isPresent()
                ? own.get().equals(account)
                : link.kind() == LinkKind.ACCESS && seesNobodyElse(account, link.patient());
    }

    private boolean seesNobodyElse(AccountId account, PatientId patient) {
        return Set.of(patient).containsAll(grants.of(account).keySet());
    }

    private Actor.PortalUser person(AccountId account) {
        return new Actor.PortalUser(account.toString(), accounts.person(account).name());
    }

    private static Actor giver(PatientLink link) {
        return new Actor.System("the " + link.kind().words() + " of " + link.madeBy());
    }
}
