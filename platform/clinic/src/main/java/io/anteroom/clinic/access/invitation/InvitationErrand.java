package io.anteroom.clinic.access.invitation;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.AccountOrigin;
import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.credential.Enrolled;
import io.anteroom.clinic.access.credential.Enrolment;
import io.anteroom.clinic.access.errand.ErrandResult;
import io.anteroom.clinic.access.errand.SignInErrand;
import io.anteroom.clinic.access.grant.Giving;
import io.anteroom.clinic.access.grant.Grants;
import io.anteroom.clinic.audit.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Accepts an invitation for whoever proved the address it was sent to. */
@Component
class InvitationErrand implements SignInErrand {

    private final InvitationRows rows;
    private final InvitationCheck check;
    private final Accounts accounts;
    private final Enrolment enrolment;
    private final Grants grants;
    private final InvitationAudit audit;
    private final Clock clock;

    InvitationErrand(
            InvitationRows rows,
            InvitationCheck check,
            Accounts accounts,
            Enrolment enrolment,
            Grants grants,
            InvitationAudit audit,
            Clock clock) {
        this.rows = rows;
        this.check = check;
        this.accounts = accounts;
        this.enrolment = enrolment;
        this.grants = grants;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return InvitationMessages.KIND;
    }

    @Override
    public boolean isOpen(String ref, SignInAddress address) {
        return open(ref, address, clock.instant()).isPresent();
    }

    @Override
    public ErrandResult run(String ref, SignInAddress address) {
        var now = clock.instant();
        return open(ref, address, now)
                .filter(seen -> accounts.hold(seen.patient()))
                .flatMap(seen -> open(ref, address, now))
                .flatMap(held -> {
                    var refusals = check.refusals(held.patient(), held.invitee(), now);
                    var enrolled = refusals.isEmpty() ? accept(held, now) : Optional.<Enrolled>empty();
                    if (enrolled.isEmpty()) {
                        audit.refused(held, refusals);
                    }
                    return enrolled;
                })
                .<ErrandResult>map(ErrandResult.Done::new)
                .orElseGet(ErrandResult.Ended::new);
    }

    private Optional<Invitation> open(String ref, SignInAddress address, Instant now) {
        return rows.find(new InvitationId(Long.parseLong(ref)))
                .filter(one -> one.isOpen(now) && one.invitee().address().equals(address));
    }

    /** The record is locked, so that nobody else accepts, revokes or replaces it meanwhile. */
    private Optional<Enrolled> accept(Invitation invitation, Instant now) {
        var invitee = invitation.invitee();
        var by = invitation.sentBy();
        var known = enrolment.find(invitee.address());
        var account = known.map(Enrolled::account)
                .or(() -> invitee.isThePatient() ? accounts.of(invitation.patient()) : Optional.empty());
        var holder = account.orElseGet(() -> enrolment.open(AccountOrigin.INVITATION, invitee.name()));
        var enrolled = known.or(() -> enrolment.add(holder, invitee.address(), by.name()));
        boolean given = enrolled.isPresent()
                && grants.give(holder, invitation.patient(), invitee.terms(), by) instanceof Giving.Given;
        if (!given) {
            if (account.isEmpty()) {
                enrolment.takeBack(holder);
            }
            return Optional.empty();
        }
        if (known.isEmpty()) {
            enrolment.tellAdded(invitation.patient(), invitee.address(), by);
        }
        if (account.isEmpty()) {
            invitee.secondAddress()
                    .filter(second -> enrolment.add(holder, second, by.name()).isPresent())
                    .ifPresent(second -> enrolment.tellAdded(invitation.patient(), second, by));
        }
        rows.used(invitation.id(), holder, now);
        audit.accepted(invitation, person(holder));
        return enrolled;
    }

    private Actor.PortalUser person(AccountId account) {
        return new Actor.PortalUser(account.toString(), accounts.person(account).name());
    }
}
