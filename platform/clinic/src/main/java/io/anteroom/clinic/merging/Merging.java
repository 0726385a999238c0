package io.anteroom.clinic.merging;

import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.MergedRecords;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.patient.Patients;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes two records of one person one, after a look at what that does. It cannot be undone. */
@Component
public class Merging {

    private final Patients patients;
    private final MergedRecords merged;
    private final Accounts accounts;
    private final Authentication authentication;
    private final MergeReader reader;
    private final MergeWriter writer;

    Merging(
            Patients patients,
            MergedRecords merged,
            Accounts accounts,
            Authentication authentication,
            MergeReader reader,
            MergeWriter writer) {
        this.patients = patients;
        this.merged = merged;
        this.accounts = accounts;
        this.authentication = authentication;
        this.reader = reader;
        this.writer = writer;
    }

    /** What it would do if {@code goes} went into {@code stays}; nothing where one is no record, or both are the same. */
    @Transactional(readOnly = true)
    public Optional<MergePlan> plan(PatientId stays, PatientId goes) {
        return both(stays, goes).map(this::plan);
    }

    /**
     * Has {@code goes} go into {@code stays}, if that is what was shown and agreed to. Whoever is changing either record, or
     * its access, goes first. Done twice, the second finds it done.
     */
    @Transactional
    public Merged merge(PatientId stays, PatientId goes, MergeConfirmation confirmed, Actor.Staff by) {
        Stream.of(stays, goes)
                .sorted(Comparator.comparingLong(PatientId::value))
                .forEach(accounts::hold);
        var both = both(stays, goes);
        if (both.isEmpty()) {
            return gone(stays, goes);
        }
        reader.holdCredentials(stays, goes);
        var plan = plan(both.get());
        if (!plan.fingerprint().equals(confirmed.seen())) {
            return new Merged.Meanwhile(plan);
        }
        if (!plan.possible()) {
            return new Merged.Refused(plan);
        }
        if (!confirmed.samePerson() || !plan.isWord(confirmed.typed())) {
            return new Merged.NotConfirmed(plan);
        }
        writer.write(plan, both.get().stays(), both.get().goes(), by);
        return new Merged.Done();
    }

    private Merged gone(PatientId stays, PatientId goes) {
        var whereGoes = merged.whereWent(goes);
        if (whereGoes.filter(stays::equals).isPresent()) {
            return new Merged.Done();
        }
        return whereGoes
                .or(() -> merged.whereWent(stays))
                .<Merged>map(Merged.WentElsewhere::new)
                .orElseGet(Merged.NotThere::new);
    }

    private MergePlan plan(Both both) {
        return MergeRules.of(
                reader.read(both.stays(), both.goes().id()),
                reader.read(both.goes(), both.stays().id()),
                authentication.settings());
    }

    private Optional<Both> both(PatientId stays, PatientId goes) {
        return stays.equals(goes)
                ? Optional.empty()
                : patients.find(stays).flatMap(one -> patients.find(goes).map(other -> new Both(one, other)));
    }

    private record Both(Patient stays, Patient goes) {}
}
