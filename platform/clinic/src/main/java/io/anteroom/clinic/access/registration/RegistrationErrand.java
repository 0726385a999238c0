package io.anteroom.clinic.access.registration;

import io.anteroom.clinic.access.Enrolled;
import io.anteroom.clinic.access.Enrolment;
import io.anteroom.clinic.access.Errand;
import io.anteroom.clinic.access.Ran;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.SignInErrand;
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
 * address signs in to it, and nothing of what was said is kept: so neither the page nor the code tells which it was.
 */
@Component
class RegistrationErrand implements SignInErrand {

    private static final String KIND = "registration";

    private final RegistrationRows rows;
    private final Enrolment enrolment;
    private final AuditLog audit;
    private final Clock clock;

    RegistrationErrand(RegistrationRows rows, Enrolment enrolment, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.enrolment = enrolment;
        this.audit = audit;
        this.clock = clock;
    }

    static Errand of(Draft draft) {
        return new Errand(KIND, draft.ref());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isOpen(String ref, SignInAddress address) {
        return rows.draft(ref).isPresent();
    }

    @Override
    public Ran run(String ref, SignInAddress address) {
        var known = enrolment.find(address);
        if (known.isPresent()) {
            return new Ran.Done(known.get());
        }
        return rows.draft(ref).map(draft -> open(draft, address)).orElseGet(Ran.Ended::new);
    }

    /** Of two browsers at once that open an account with one address, the second signs in to what the first opened. */
    private Ran open(Draft draft, SignInAddress address) {
        var name = draft.applicant().fullName();
        var account = enrolment.open(draft.origin(), name);
        Optional<Enrolled> enrolled = enrolment.add(account, address, name);
        if (enrolled.isEmpty()) {
            enrolment.takeBack(account);
            return enrolment.find(address).<Ran>map(Ran.Done::new).orElseGet(Ran.AddressTaken::new);
        }
        rows.add(account, draft.applicant(), address, clock.instant());
        audit.record(
                new Actor.PortalUser(account.toString(), name),
                AuditEntry.of(AuditAction.ACCOUNT_REGISTERED, "portal-account", account)
                        .with("Name", name)
                        .with("Birth date", draft.applicant().birthDate().toString())
                        .with("With", address.value())
                        .with("By", draft.origin().name().toLowerCase(Locale.ROOT)));
        return new Ran.Done(enrolled.get());
    }
}
