package io.anteroom.clinic.access.support;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.password.PatientPassword;
import io.anteroom.clinic.access.signin.Resending;
import io.anteroom.clinic.access.signin.SignInRescue;
import io.anteroom.clinic.access.support.SignInWays.Seeing;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.settings.PublishedPortals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What staff see and may do about somebody who can't get in. */
@Component
public class SignInSupport {

    private final SignInWays ways;
    private final SignInRescue rescue;
    private final PatientPassword passwords;
    private final Authentication authentication;
    private final PublishedPortals portals;
    private final AuditLog audit;

    SignInSupport(
            SignInWays ways,
            SignInRescue rescue,
            PatientPassword passwords,
            Authentication authentication,
            PublishedPortals portals,
            AuditLog audit) {
        this.ways = ways;
        this.rescue = rescue;
        this.passwords = passwords;
        this.authentication = authentication;
        this.portals = portals;
        this.audit = audit;
    }

    /** How everybody who may see the record is getting on, the patient first; empty where nobody may. */
    @Transactional(readOnly = true)
    public List<Situation> of(PatientId patient) {
        var diagnosis = diagnosis();
        return ways.to(patient).stream()
                .map(seeing ->
                        new Situation(seeing.account(), seeing.name(), seeing.relationship(), diagnosis.of(seeing)))
                .toList();
    }

    /**
     * Has a new code sent to the verified address that the person's browser is waiting with. Staff learn nothing of it, and
     * it can be entered in that browser only. One that is on its way is not sent twice. Empty if that account may not see that record.
     */
    @Transactional
    public Optional<Resending> sendAgain(PatientId patient, AccountId account, Actor.Staff by) {
        return find(patient, account).map(seeing -> switch (diagnosis().of(seeing)) {
            case Finding.Waiting waiting when waiting.verified() -> sendAgain(patient, waiting, by);
            case Finding.OnItsWay(var address, var _) -> new Resending.OnItsWay(address);
            default -> new Resending.NothingWaits();
        });
    }

    private Resending sendAgain(PatientId patient, Finding.Waiting waiting, Actor.Staff by) {
        var answer = rescue.sendAgain(waiting.signIn());
        if (answer instanceof Resending.OnItsWay(var address)) {
            record(AuditAction.SIGN_IN_CODE_SENT_AGAIN, patient, address, by);
        }
        return answer;
    }

    /** Lifts the locks of the account's addresses, for codes, passwords and printed codes; false if none was locked. Empty if that account may not see that record. */
    @Transactional
    public Optional<Boolean> unlock(PatientId patient, AccountId account, Actor.Staff by) {
        return find(patient, account).map(seeing -> unlock(patient, seeing, by));
    }

    private boolean unlock(PatientId patient, Seeing seeing, Actor.Staff by) {
        boolean any = false;
        for (var way : seeing.ways()) {
            for (var lifted : unlock(way)) {
                audit.record(
                        by,
                        AuditEntry.ofRecord(AuditAction.SIGN_IN_UNLOCKED, patient.value())
                                .with("Address", way.address().value())
                                .with("Taken again", lifted));
                any = true;
            }
        }
        return any;
    }

    /** What is taken again for that address. */
    private List<String> unlock(SignInWay way) {
        var lifted = new ArrayList<String>();
        if (way.lockedUntil() != null && rescue.unlock(way.address())) {
            lifted.add("codes");
        }
        if (passwordsLocked(way) && passwords.unlock(way.address())) {
            lifted.add("passwords");
        }
        if (way.printedLockedUntil() != null && rescue.unlockPrinted(way.address())) {
            lifted.add("printed codes");
        }
        return lifted;
    }

    private static boolean passwordsLocked(SignInWay way) {
        var second = way.second();
        return way.passwordsLockedUntil() != null || (second != null && second.lockedUntil() != null);
    }

    private Optional<Seeing> find(PatientId patient, AccountId account) {
        return ways.to(patient).stream()
                .filter(seeing -> seeing.account().equals(account))
                .findFirst();
    }

    private Diagnosis diagnosis() {
        return new Diagnosis(portals.current().on(), authentication.settings().codesTo());
    }

    private void record(AuditAction action, PatientId patient, SignInAddress address, Actor.Staff by) {
        audit.record(by, AuditEntry.ofRecord(action, patient.value()).with("Address", address.value()));
    }
}
