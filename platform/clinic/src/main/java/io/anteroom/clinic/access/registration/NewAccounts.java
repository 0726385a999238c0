package io.anteroom.clinic.access.registration;

import io.anteroom.clinic.access.AccountOrigin;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.credential.Enrolled;
import io.anteroom.clinic.access.credential.Enrolment;
import io.anteroom.clinic.access.grant.Grants;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens accounts for people who said who they are and have just proved an address. Whoever has an account already with that
 * address signs in to it, and nothing of what was said is kept: so neither the page nor the code tells which it was. But an
 * address that was set and never proved may be a mistake on somebody's record, and a stranger's: it lets nobody in from
 * here, and the record says so.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class NewAccounts {

    private static final Actor SOMEBODY = new Actor.System("Whoever reads what is sent to the address");

    private final RegistrationRows rows;
    private final Enrolment enrolment;
    private final Grants grants;
    private final AuditLog audit;
    private final Clock clock;

    NewAccounts(RegistrationRows rows, Enrolment enrolment, Grants grants, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.enrolment = enrolment;
        this.grants = grants;
        this.audit = audit;
        this.clock = clock;
    }

    /** The account of {@code address}, opened for that person where there is none. */
    public NewAccount enter(Applicant applicant, AccountOrigin origin, SignInAddress address) {
        return enterKnown(address).orElseGet(() -> open(applicant, origin, address));
    }

    /** The account of {@code address}, if there is one. */
    public Optional<NewAccount> enterKnown(SignInAddress address) {
        return enrolment.find(address).map(known -> known(known, address));
    }

    private NewAccount known(Enrolled known, SignInAddress address) {
        if (known.verified()) {
            return new NewAccount.Known(known);
        }
        for (var patient : grants.of(known.account()).keySet()) {
            audit.record(
                    SOMEBODY,
                    AuditEntry.of(AuditAction.REGISTRATION_STOPPED, "portal-account", known.account())
                            .ofPatient(patient.value())
                            .with("With", address.value()));
        }
        return new NewAccount.NotProved();
    }

    /** Of two browsers at once that open an account with one address, the second signs in to what the first opened. */
    private NewAccount open(Applicant applicant, AccountOrigin origin, SignInAddress address) {
        var name = applicant.fullName();
        var account = enrolment.open(origin, name);
        Optional<Enrolled> enrolled = enrolment.add(account, address, name);
        if (enrolled.isEmpty()) {
            enrolment.takeBack(account);
            return enterKnown(address).orElseGet(NewAccount.NotProved::new);
        }
        rows.add(account, applicant, address, clock.instant());
        audit.record(
                new Actor.PortalUser(account.toString(), name),
                AuditEntry.of(AuditAction.ACCOUNT_REGISTERED, "portal-account", account)
                        .with("Name", name)
                        .with("Date of birth", applicant.birthDate().toString())
                        .with("With", address.value())
                        .with("By", origin.name().toLowerCase(Locale.ROOT)));
        return new NewAccount.Opened(enrolled.get());
    }
}
