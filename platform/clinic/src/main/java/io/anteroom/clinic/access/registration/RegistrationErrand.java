package io.anteroom.clinic.access.registration;

import io.anteroom.clinic.access.AccountOrigin;
import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.credential.Enrolled;
import io.anteroom.clinic.access.credential.Enrolment;
import io.anteroom.clinic.access.errand.Errand;
import io.anteroom.clinic.access.errand.ErrandResult;
import io.anteroom.clinic.access.errand.SignInErrand;
import io.anteroom.clinic.access.grant.Grants;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Opens the account of somebody who said who they are and proved an address. Whoever has an account already with that
 * address signs in to it, and nothing of what was said is kept: so neither the page nor the code tells which it was. But an
 * address that was set and never proved may be a mistake on somebody's record, and a stranger's: it lets nobody in from
 * here, and the record says so.
 */
@Component
class RegistrationErrand implements SignInErrand {

    private static final String KIND = "registration";
    private static final Actor SOMEBODY = new Actor.System("Whoever reads what is sent to the address");

    private final RegistrationRows rows;
    private final Enrolment enrolment;
    private final Grants grants;
    private final Authentication authentication;
    private final AuditLog audit;
    private final Clock clock;

    RegistrationErrand(
            RegistrationRows rows,
            Enrolment enrolment,
            Grants grants,
            Authentication authentication,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.enrolment = enrolment;
        this.grants = grants;
        this.authentication = authentication;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param ref what was said, by its reference */
    static Errand of(String ref) {
        return new Errand(KIND, ref);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isOpen(String ref, SignInAddress address) {
        return draft(ref).isPresent();
    }

    @Override
    public boolean isForNewcomers() {
        return true;
    }

    /** What was said is forgotten, whatever comes of it. */
    @Override
    public ErrandResult run(String ref, SignInAddress address) {
        var draft = draft(ref);
        rows.forget(ref);
        return enrolment
                .find(address)
                .map(known -> enter(known, address))
                .or(() -> draft.map(said -> open(said, address)))
                .orElseGet(ErrandResult.Ended::new);
    }

    /** What was said, unless the clinic lets strangers open no accounts any more. */
    private Optional<Draft> draft(String ref) {
        return rows.draft(ref)
                .filter(draft -> draft.origin() != AccountOrigin.REGISTRATION
                        || authentication.settings().selfRegistration());
    }

    private ErrandResult enter(Enrolled known, SignInAddress address) {
        if (known.verified()) {
            return new ErrandResult.Done(known);
        }
        for (var patient : grants.of(known.account()).keySet()) {
            audit.record(
                    SOMEBODY,
                    AuditEntry.of(AuditAction.REGISTRATION_STOPPED, "portal-account", known.account())
                            .ofPatient(patient.value())
                            .with("With", address.value()));
        }
        return new ErrandResult.AddressTaken();
    }

    /** Of two browsers at once that open an account with one address, the second signs in to what the first opened. */
    private ErrandResult open(Draft draft, SignInAddress address) {
        var name = draft.applicant().fullName();
        var account = enrolment.open(draft.origin(), name);
        Optional<Enrolled> enrolled = enrolment.add(account, address, name);
        if (enrolled.isEmpty()) {
            enrolment.takeBack(account);
            return enrolment
                    .find(address)
                    .map(known -> enter(known, address))
                    .orElseGet(ErrandResult.AddressTaken::new);
        }
        rows.add(account, draft.applicant(), address, clock.instant());
        audit.record(
                new Actor.PortalUser(account.toString(), name),
                AuditEntry.of(AuditAction.ACCOUNT_REGISTERED, "portal-account", account)
                        .with("Name", name)
                        .with("Date of birth", draft.applicant().birthDate().toString())
                        .with("With", address.value())
                        .with("By", draft.origin().name().toLowerCase(Locale.ROOT)));
        return new ErrandResult.Done(enrolled.get());
    }
}
